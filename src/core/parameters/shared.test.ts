import { describe, expect, it } from "vitest";
import type { Column, Draft, FieldText, Parameter } from "./parameter.ts";
import { SHARED } from "./shared.ts";

const PARAMETERS = Object.entries(SHARED);
const EMPTY: Draft = { method: "", owner: {}, consumer: {}, guardrails: {}, settings: {} };
const FILLED: Draft = {
  ...EMPTY,
  owner: {
    account: "111122223333",
    region: "cn-north-1",
    profile: "a admin",
    locations: [{ bucket: "Not a bucket" }, { bucket: "acme-share-data", prefix: "" }],
  },
  consumer: { profile: "b-admin" },
};
const HOSTILE: Draft = {
  ...EMPTY,
  owner: {
    account: "$(whoami)",
    region: "`whoami`",
    profile: "x; whoami",
    locations: [{ bucket: "a;whoami" }],
  },
  consumer: { profile: '"; whoami' },
};

function fieldsOf([id, parameter]: [string, Parameter]): readonly (readonly [string, FieldText])[] {
  const columns: readonly Column[] =
    parameter.control.kind === "rows" ? parameter.control.columns : [];
  return [[id, parameter], ...columns.map((column) => [`${id}.${column.id}`, column] as const)];
}

const FIELDS = PARAMETERS.flatMap(fieldsOf);

describe("SHARED", () => {
  it("declares each parameter under its own id, with a link key of its own", () => {
    for (const [id, parameter] of PARAMETERS) expect(parameter.id).toBe(id);
    const keys = PARAMETERS.flatMap(([, { linkKey }]) => (linkKey === null ? [] : [linkKey]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("keeps its link keys for ever", () => {
    expect(Object.fromEntries(PARAMETERS.map(([id, { linkKey }]) => [id, linkKey]))).toEqual({
      "owner.account": "owner",
      "owner.region": "region",
      "owner.locations": "loc",
      "owner.buckets": "bucket",
      "owner.profile": null,
      "consumer.account": "consumer",
      "consumer.principals": "principal",
      "consumer.consoleAccess": "console",
      "consumer.profile": null,
      "consumer.appProfile": null,
      "guardrails.tlsOnly": "tls",
      "guardrails.minTlsVersion": "min-tls",
      "guardrails.organizationId": "org",
      "guardrails.vpcEndpoints": "vpce",
      "guardrails.sourceCidrs": "ip",
      "guardrails.mfa": "mfa",
      "guardrails.validUntil": "until",
    });
  });

  it.each(FIELDS)("tells label, one line of help and an example of %s", (_id, field) => {
    expect(field.label).not.toBe("");
    expect(field.help).toMatch(/^[A-Z][^\n]*\.$/);
    expect(field.example).not.toBe("");
  });

  it.each(
    PARAMETERS.filter(([, { control }]) => control.kind === "text" || control.kind === "date"),
  )("has an example of %s that is valid", (_id, parameter) => {
    expect(parameter.schema.safeParse(parameter.example).success).toBe(true);
  });

  it.each(PARAMETERS.filter(([, { control }]) => control.kind === "list"))(
    "has an example item of %s that is valid",
    (_id, parameter) => {
      expect(parameter.schema.safeParse([parameter.example]).success).toBe(true);
    },
  );

  it("says where to find every value that is not chosen", () => {
    const typed = FIELDS.filter(
      ([id, field]) =>
        id !== "owner.buckets.bucket" &&
        "control" in field &&
        ["text", "list"].includes((field as Column | Parameter).control.kind),
    );
    expect(typed.length).toBeGreaterThan(8);
    for (const [id, { where }] of typed) expect(where?.command, id).toBeDefined();
  });

  it("makes commands of the draft's values", () => {
    expect(SHARED["owner.account"].where?.command?.(FILLED)).toBe(
      'aws sts get-caller-identity --query Account --output text --region cn-north-1 --profile "a admin"',
    );
    expect(SHARED["owner.region"].where?.command?.(FILLED)).toBe(
      'aws s3api head-bucket --bucket acme-share-data --expected-bucket-owner 111122223333 --query BucketRegion --output text --region cn-north-1 --profile "a admin"',
    );
    expect(SHARED["consumer.account"].where?.command?.(FILLED)).toBe(
      "aws sts get-caller-identity --query Account --output text --region cn-north-1 --profile b-admin",
    );
  });

  it("names no region where the CLI needs none", () => {
    expect(SHARED["owner.account"].where?.command?.(EMPTY)).toBe(
      "aws sts get-caller-identity --query Account --output text",
    );
  });

  it("opens consoles of the draft's partition", () => {
    for (const [id, { where }] of FIELDS) {
      const url = where?.console?.(FILLED).url;
      if (url !== undefined)
        expect(url, id).toMatch(/^https:\/\/cn-north-1\.console\.amazonaws\.cn\//);
      expect(
        where?.console?.(EMPTY).url ?? "https://us-east-1.console.aws.amazon.com/",
        id,
      ).toMatch(/^https:\/\/us-east-1\.console\.aws\.amazon\.com\//);
    }
  });

  it.each(FIELDS.filter(([, { where }]) => where !== undefined))(
    "lets no unparsed text into commands and links of %s",
    (_id, { where }) => {
      const texts = [where?.command?.(HOSTILE) ?? "", where?.console?.(HOSTILE).url ?? ""];
      for (const text of texts) expect(text).not.toMatch(/;|whoami|[`$]/);
    },
  );
});
