import { expect, it } from "vitest";
import type { PolicyKind } from "#core/policy/document.ts";
import { policySchema } from "./policy-schema.ts";

const KINDS: readonly PolicyKind[] = [
  "bucket-policy",
  "identity-policy",
  "trust-policy",
  "key-policy",
];

const text = (kind: PolicyKind) => JSON.stringify(policySchema(kind));

it.each([
  ["bucket-policy", "s3:GetObject", "kms:Decrypt"],
  ["key-policy", "kms:Decrypt", "s3:GetObject"],
  ["trust-policy", "sts:AssumeRole", "s3:GetObject"],
] as const)("completes the actions of a %s and no others", (kind, own, foreign) => {
  expect(text(kind)).toContain(`"${own}"`);
  expect(text(kind)).not.toContain(`"${foreign}"`);
});

it("completes S3, KMS and STS actions in an identity policy", () => {
  for (const action of ["s3:GetObject", "kms:Decrypt", "sts:AssumeRole"]) {
    expect(text("identity-policy")).toContain(`"${action}"`);
  }
});

it("knows a principal everywhere but in identity policies", () => {
  const withPrincipal = KINDS.filter((kind) => text(kind).includes('"Principal"'));
  expect(withPrincipal).toEqual(["bucket-policy", "trust-policy", "key-policy"]);
});
