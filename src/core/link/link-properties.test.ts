import fc from "fast-check";
import { expect, it } from "vitest";
import { crc32 } from "#core/link/crc32.ts";
import { canonicalValue, escapeText } from "#core/link/escape.ts";
import { linkFragment, openLink } from "#core/link/link.ts";
import { SAMPLE_METHOD } from "#core/link/sample-method.ts";
import { migratePairs, newestVersion } from "#core/link/versions.ts";
import type { Draft } from "#core/parameters/parameter.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."%&=#,;:~+/?. <>\"'()!*\n0a") }),
  fc.constantFrom("000000000001", "%41", "&amp;", "&c=00000000", "~", "", "yes"),
);

const draft: fc.Arbitrary<Draft> = fc.record({
  method: fc.constant("sample"),
  owner: fc.record({
    account: text,
    profile: fc.constant(""),
    region: text,
    locations: fc.array(
      fc.record({ bucket: text, prefix: text, access: fc.array(text, { maxLength: 4 }) }),
    ),
    buckets: fc.array(
      fc.record({ encryption: fc.constant("sse-kms"), keyArn: text, versioned: fc.boolean() }),
    ),
  }),
  consumer: fc.record({ account: text, principals: fc.array(text, { maxLength: 200 }) }),
  guardrails: fc.record({
    tlsOnly: fc.constant(true),
    minTlsVersion: text,
    validUntil: text,
  }),
  settings: fc.constant({}),
});

it("any draft comes back as it was", () => {
  fc.assert(
    fc.property(draft, (typed) => {
      const link = openLink(`#${linkFragment(SAMPLE_METHOD, typed)}`, [SAMPLE_METHOD]);
      if (link.kind === "none") expect(typed).toEqual(SAMPLE_METHOD.emptyDraft());
      else expect(link).toMatchObject({ kind: "opened", draft: typed, repairs: [], warnings: [] });
    }),
    { numRuns: 200 },
  );
});

it("values of a wrong kind stay behind, and the rest opens", () => {
  const junk = fc.dictionary(
    fc.constantFrom("account", "locations", "principals", "tlsOnly", "validUntil", "__proto__"),
    fc.anything(),
  );
  const sections = fc.record({ owner: junk, consumer: junk, guardrails: fc.anything() });
  fc.assert(
    fc.property(sections, (wild) => {
      const link = openLink(`#${linkFragment(SAMPLE_METHOD, wild as unknown as Draft)}`, [
        SAMPLE_METHOD,
      ]);
      expect(link.kind === "none" || (link.kind === "opened" && link.warnings.length === 0)).toBe(
        true,
      );
    }),
    { numRuns: 200 },
  );
});

it("a link holds only characters that mail programs leave alone, and ends with its checksum", () => {
  fc.assert(
    fc.property(draft, (typed) => {
      const fragment = linkFragment(SAMPLE_METHOD, typed, { side: "owner" });
      expect(fragment).toMatch(/^[A-Za-z0-9/?&=%,;:~._-]+&c=[0-9a-f]{8}$/);
    }),
  );
});

it("no text makes reading fail", () => {
  const pieces = fc.array(
    fc.oneof(text, fc.constantFrom("#/sample", "?v=1&", "loc=", "z=deflate:")),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(["none", "opened", "refused"]).toContain(
        openLink(parts.join(""), [SAMPLE_METHOD]).kind,
      );
    }),
    { numRuns: 200 },
  );
});

it("escaped text is its own canonical form, and half surrogates are replaced", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (any) => {
      const escaped = escapeText(any);
      expect(canonicalValue(escaped)).toBe(escaped);
      expect(decodeURIComponent(escaped)).toBe(any.toWellFormed());
    }),
  );
});

it("the checksum is CRC-32 as others compute it", () => {
  expect(crc32("123456789")).toBe("cbf43926");
  expect(crc32("")).toBe("00000000");
});

it("an older version is led through every later one, telling what each changed", () => {
  const steps = [
    { migrate: () => [["a", "2"]] as const, told: "Version 2 came." },
    { migrate: () => [["a", "3"]] as const, told: "Version 3 came." },
  ];
  expect(newestVersion(steps)).toBe(3);
  expect(migratePairs("sample", 1, [["a", "1"]], steps)).toEqual({
    pairs: [["a", "3"]],
    told: ["Version 2 came.", "Version 3 came."],
  });
  expect(migratePairs("sample", 3, [["a", "1"]], steps)).toEqual({ pairs: [["a", "1"]], told: [] });
});
