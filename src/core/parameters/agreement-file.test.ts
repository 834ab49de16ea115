import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementFile, readAgreementFile } from "./agreement-file.ts";
import type { Draft, Parameter, RawRow, Section } from "./parameter.ts";
import { SECTIONS, splitId } from "./raw.ts";
import { textSchema } from "./reading.ts";
import { SHARED } from "./shared.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const externalId: Parameter = {
  id: "settings.externalId",
  side: "consumer",
  label: "External ID",
  help: "Given by account B.",
  example: "acme-7f3c9b52",
  control: { kind: "text" },
  schema: textSchema((value) => ({ ok: true, value })),
  default: "",
  placeholder: "",
  linkKey: "ext",
};

const parameters: readonly Parameter[] = [...Object.values(SHARED), externalId];

const method = {
  id: "example",
  title: "Example",
  parameters,
  emptyDraft: (): Draft => ({
    method: "example",
    owner: defaults("owner"),
    consumer: defaults("consumer"),
    guardrails: defaults("guardrails"),
    settings: defaults("settings"),
  }),
};

function defaults(section: Section): Draft[Section] {
  return Object.fromEntries(
    parameters
      .map((parameter) => ({ ...splitId(parameter.id), value: parameter.default }))
      .filter((one) => one.section === section)
      .map(({ name, value }) => [name, value]),
  );
}

const draft: Draft = {
  ...method.emptyDraft(),
  owner: {
    ...defaults("owner"),
    region: "eu-west-1",
    account: "000000000012",
    locations: [{ access: ["list"], prefix: "reports/", bucket: "acme-share-data" }],
  },
  settings: { externalId: "acme-7f3c9b52" },
};

function read(text: string) {
  return readAgreementFile(text, [method]);
}

function file(changes: object): string {
  return JSON.stringify({
    format: "s3-handshake/agreement",
    version: 1,
    method: "example",
    ...changes,
  });
}

describe("agreementFile", () => {
  it("is JSON in a fixed order, with leading zeros", () => {
    const empty = { ...draft, consumer: {}, guardrails: {} };
    expect(agreementFile(empty)).toMatchInlineSnapshot(`
      "{
        "format": "s3-handshake/agreement",
        "version": 1,
        "method": "example",
        "owner": {
          "account": "000000000012",
          "region": "eu-west-1",
          "locations": [
            {
              "bucket": "acme-share-data",
              "prefix": "reports/",
              "access": [
                "list"
              ]
            }
          ],
          "buckets": [],
          "profile": ""
        },
        "consumer": {},
        "guardrails": {},
        "settings": {
          "externalId": "acme-7f3c9b52"
        }
      }
      "
    `);
  });

  it("does not depend on the order in which values were typed", () => {
    const reversed = Object.fromEntries(
      Object.entries(draft)
        .reverse()
        .map(([name, values]) => [
          name,
          typeof values === "string"
            ? values
            : Object.fromEntries(Object.entries(values).reverse()),
        ]),
    ) as unknown as Draft;
    expect(agreementFile(reversed)).toBe(agreementFile(draft));
  });
});

describe("readAgreementFile", () => {
  it("reads back what was written", () => {
    expect(read(agreementFile(draft))).toEqual({ ok: true, draft, warnings: [] });
  });

  it("takes a byte order mark and other line ends", () => {
    expect(read(`\uFEFF${agreementFile(draft).replaceAll("\n", "\r\n")}`)).toEqual({
      ok: true,
      draft,
      warnings: [],
    });
  });

  it("reads back any draft", () => {
    fc.assert(
      fc.property(drafts(), (typed) => {
        expect(read(agreementFile(typed))).toEqual({ ok: true, draft: typed, warnings: [] });
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, string, string]>([
    ["nothing", " \n", "This file is empty. Open the agreement.json of a bundle."],
    [
      "a slip in the JSON",
      '{\n  "format": "s3-handshake/agreement",\n  "version": 1,\n}',
      "This file is no JSON: line 4, column 1 should have a name in double quotes. Correct it there, or open the agreement.json of a bundle.",
    ],
    [
      "other JSON",
      "[]",
      'This is JSON but no agreement file: it has no "format": "s3-handshake/agreement". Open the agreement.json of a bundle.',
    ],
    [
      "a policy",
      '{"Version":"2012-10-17","Statement":[]}',
      'This is JSON but no agreement file: it has no "format": "s3-handshake/agreement". Open the agreement.json of a bundle.',
    ],
    [
      "a newer version",
      file({ version: 2 }),
      "This file has version 2, made by a newer S3 Handshake; this one reads up to version 1. Open it in the newer one.",
    ],
    [
      "no version",
      file({ version: "1" }),
      'This file has no version that is known here: "version" must be 1. Open the agreement.json of a bundle.',
    ],
    [
      "an unknown method",
      file({ method: "toString" }),
      "The method “toString” is not known here. Known are: example.",
    ],
    [
      "no method",
      file({ method: null }),
      'This file names no method. Add "method" with one of: example.',
    ],
    [
      "a large file",
      `"${"x".repeat(1_048_577)}"`,
      "This file is larger than 1 MiB, so it is no agreement file. Open the agreement.json of a bundle.",
    ],
  ])("refuses %s", (_what, text, message) => {
    expect(read(text)).toEqual({ ok: false, message });
  });

  it.each<[string, object, string[]]>([
    [
      "a key beside the sections",
      { extra: 1 },
      ["“extra” is not part of an agreement; it is left out."],
    ],
    [
      "a value the method does not have",
      { settings: { roleName: "x" } },
      ["“settings.roleName” is no value of the method “Example”; it is left out."],
    ],
    [
      "a number where digits belong",
      { owner: { account: 111122223333 } },
      ["“owner.account” is not of the kind it should be; it is left out."],
    ],
    [
      "a text where a switch belongs",
      { guardrails: { mfa: "true" } },
      ["“guardrails.mfa” is not of the kind it should be; it is left out."],
    ],
    [
      "an object where a list belongs",
      { consumer: { principals: { 0: "x" } } },
      ["“consumer.principals” is not of the kind it should be; it is left out."],
    ],
    [
      "a section that is a list",
      { owner: [] },
      ["“owner” should hold names and values; it is left out."],
    ],
    [
      "keys of a prototype",
      JSON.parse('{"owner":{"__proto__":{"account":"1"}},"__proto__":{"owner":{}}}'),
      [
        "“__proto__” is not part of an agreement; it is left out.",
        "“owner.__proto__” is no value of the method “Example”; it is left out.",
      ],
    ],
  ])("leaves out %s and says so", (_what, changes, warnings) => {
    expect(read(file(changes))).toEqual({ ok: true, draft: method.emptyDraft(), warnings });
  });

  it("keeps the good parts of a list", () => {
    const opened = read(
      file({
        owner: {
          locations: [
            { bucket: "acme-share-data", prefix: 5, access: ["read"], color: "red" },
            "s3://x",
          ],
        },
        consumer: { principals: ["arn:aws:iam::444455556666:root", 7] },
      }),
    );
    expect(opened).toMatchObject({
      ok: true,
      draft: {
        owner: { locations: [{ bucket: "acme-share-data", access: ["read"] }] },
        consumer: { principals: ["arn:aws:iam::444455556666:root"] },
      },
      warnings: [
        "“owner.locations.0.prefix” is not of the kind it should be; it is left out.",
        "“owner.locations.0.color” is not of the kind it should be; it is left out.",
        "“owner.locations.1” is not of the kind it should be; it is left out.",
        "“consumer.principals.1” is not of the kind it should be; it is left out.",
      ],
    });
  });

  it("does not answer a file of nonsense with thousands of sentences", () => {
    const opened = read(file({ consumer: { principals: Array.from({ length: 9_000 }, () => 1) } }));
    expect(opened.ok && opened.warnings).toHaveLength(21);
    expect(opened.ok && opened.warnings.at(-1)).toBe("8980 more parts of the file are left out.");
  });

  it("never throws", () => {
    const nearly = fc
      .record({ owner: fc.anything(), consumer: fc.anything(), settings: fc.anything() })
      .map((sections) => {
        try {
          return file(sections);
        } catch {
          return "{";
        }
      });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: ANY_UNIT }), fc.json(), nearly), (text) => {
        const opened = read(text);
        if (!opened.ok) expect(opened.message).toMatch(/\.$/);
      }),
      { numRuns: 100 },
    );
    expect(read("[".repeat(100_000)).ok).toBe(false);
  });
});

/** Drafts that hold every parameter of the method, with any text in them. */
function drafts(): fc.Arbitrary<Draft> {
  const section = (name: Section) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter(({ id }) => splitId(id).section === name)
          .map((parameter) => [splitId(parameter.id).name, typedValue(parameter)]),
      ),
    );
  return fc.record({
    method: fc.constant("example"),
    owner: section("owner"),
    consumer: section("consumer"),
    guardrails: section("guardrails"),
    settings: section("settings"),
  }) as fc.Arbitrary<Draft>;
}

function typedValue({ control }: Parameter): fc.Arbitrary<unknown> {
  const text = fc.oneof(
    fc.string({ unit: ANY_UNIT, maxLength: 8 }),
    fc.stringMatching(/^0\d{11}$/),
  );
  switch (control.kind) {
    case "toggle":
      return fc.boolean();
    case "list":
    case "choices":
      return fc.array(text, { maxLength: 3 });
    case "rows":
      return fc.array(
        fc.record(
          Object.fromEntries(
            control.columns.map((column): [string, fc.Arbitrary<unknown>] => [
              column.id,
              column.control.kind === "toggle"
                ? fc.boolean()
                : column.control.kind === "choices"
                  ? fc.array(text, { maxLength: 3 })
                  : text,
            ]),
          ),
          { requiredKeys: [] },
        ) as fc.Arbitrary<RawRow>,
        { maxLength: 3 },
      );
    default:
      return text;
  }
}

it("covers every section", () => {
  expect(SECTIONS.every((name) => Object.keys(method.emptyDraft()[name]).length > 0)).toBe(true);
});
