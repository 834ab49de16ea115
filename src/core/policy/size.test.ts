import { describe, expect, it } from "vitest";
import type { Attachment, PolicyDocument, PolicyKind, SharingDocument } from "./document.ts";
import { documentText } from "./document-text.ts";
import { documentSize, inlineLimit } from "./size.ts";

const ROLE: Attachment = { kind: "role", arn: "arn:aws:iam::444455556666:role/analytics-app" };
const USER: Attachment = { kind: "user", arn: "arn:aws:iam::444455556666:user/alice" };

it("counts the bytes of a bucket policy without its layout", () => {
  const pretty = JSON.stringify({ Statement: "ü" }, null, 2);
  expect(documentSize("bucket-policy", pretty)).toMatchObject({
    used: '{"Statement":"ü"}'.length + 1,
    limit: 20_480,
    unit: "bytes",
    state: "fits",
  });
});

it("counts the characters of an identity policy without white space, inside texts too", () => {
  expect(documentSize("identity-policy", '{ "Sid": "a b ü" }')).toMatchObject({
    used: '{"Sid":"abü"}'.length,
    limit: 6_144,
    unit: "characters",
  });
});

it("counts text that is no JSON as it stands", () => {
  expect(documentSize("trust-policy", "{ not json").used).toBe("{notjson".length);
  expect(documentSize("key-policy", "{ not json").used).toBe("{ not json".length);
});

it.each([
  ["bucket-policy", undefined, [], 20_480],
  ["key-policy", undefined, [], 32_768],
  ["trust-policy", undefined, [ROLE], 2_048],
  ["identity-policy", "managed", [ROLE], 6_144],
  ["identity-policy", "inline", [ROLE], 10_240],
  ["identity-policy", "inline", [ROLE, USER], 2_048],
] as const)("knows the limit of a %s, %s, on %j", (kind, delivery, attachedTo, limit) => {
  const of = { kind, attachedTo, ...(delivery === undefined ? {} : { delivery }) };
  expect(documentSize(of, "{}").limit).toBe(limit);
});

it.each([
  [17_999, "fits"],
  [18_000, "near"],
  [20_480, "near"],
  [20_481, "over"],
] as const)("takes a bucket policy of %d bytes for %s", (bytes, state) => {
  const text = JSON.stringify("x".repeat(bytes - 2));
  const size = documentSize("bucket-policy", text);
  expect(size).toMatchObject({ used: bytes, state });
  expect(size.share).toBeLessThanOrEqual(1);
  expect(size.wayOut).toMatch(/\.$/);
});

it("lets no inline policy on what takes only managed ones", () => {
  expect(inlineLimit([ROLE])).toBe(10_240);
  expect(inlineLimit([ROLE, USER])).toBe(2_048);
  expect(inlineLimit([ROLE, { kind: "permission-set", name: "Analyst" }])).toBe(0);
  expect(inlineLimit([{ kind: "account", account: "444455556666" }])).toBe(0);
});

describe("text of a document", () => {
  const document = (statements: number, kind: PolicyKind): SharingDocument => ({
    id: "one",
    side: "owner",
    fileName: "01-one.json",
    title: "One",
    summary: "One.",
    kind,
    attachedTo: [],
    extent: "whole",
    policy: policy(statements),
  });
  const policy = (statements: number): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: Array.from({ length: statements }, (_item, index) => ({
      Sid: `Xacct${index}`,
      Effect: "Allow" as const,
      Action: ["s3:GetObject"],
      Resource: [`arn:aws:s3:::acme-share-data/team-${index}/*`],
    })),
  });

  it("is laid out while it fits", () => {
    expect(documentText(document(2, "bucket-policy"))).toContain("\n  ");
  });

  it("loses its layout when only then a bucket policy fits", () => {
    const text = documentText(document(150, "bucket-policy"));
    expect(text).not.toContain("\n");
    expect(documentSize("bucket-policy", text).state).not.toBe("over");
  });

  it("keeps its layout where AWS does not count it", () => {
    expect(documentText(document(150, "identity-policy"))).toContain("\n  ");
  });
});
