import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPolicy, type Statement } from "#core/policy/document.ts";
import { documentText } from "#core/policy/document-text.ts";
import { documentSize } from "#core/policy/size.ts";
import { guardrails, prepare, type Sample, samplesOf } from "#core/proof/testing/method-samples.ts";
import { METHODS } from "./index.ts";

const BUCKET_LEVEL = /^s3:(ListBucket|ListBucketVersions|GetBucketLocation)$/;
const OBJECT_LEVEL =
  /^s3:(GetObject|GetObjectVersion|PutObject|AbortMultipartUpload|ListMultipartUploadParts|DeleteObject)$/;

describe.each(METHODS.map((method) => [method.id, method] as const))("%s", (_id, method) => {
  const { accesses, kinds, samples } = samplesOf(method);

  it("takes some access, and roles", () => {
    expect(accesses.length).toBeGreaterThan(0);
    expect(kinds).toContain("role");
  });

  it("makes documents that AWS takes, for any agreement", () => {
    fc.assert(
      fc.property(samples, guardrails, (one, limits) => {
        const prepared = prepare(method, one, limits);
        expect(prepared.issues.filter(({ severity }) => severity === "error")).toEqual([]);
        for (const document of prepared.documents) {
          const text = documentText(document);
          if (!isPolicy(document)) {
            expect(JSON.parse(text)).toEqual(document.content);
            continue;
          }
          expect(JSON.parse(text)).toEqual(document.policy);
          expect([...text].every((character) => (character.codePointAt(0) ?? 0) <= 0xff)).toBe(
            true,
          );
          const sids = document.policy.Statement.map(({ Sid }) => Sid ?? "");
          for (const sid of sids) expect(sid).toMatch(/^Xacct[A-Za-z0-9]{1,95}$/);
          expect(new Set(sids.map((sid) => sid.toLowerCase())).size).toBe(sids.length);
          for (const statement of document.policy.Statement) checkStatement(statement, one);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("says the same twice", () => {
    fc.assert(
      fc.property(samples, guardrails, (one, limits) => {
        const texts = () => prepare(method, one, limits).documents.map(documentText);
        expect(texts()).toEqual(texts());
      }),
      { numRuns: 30 },
    );
  });

  it("measures each document as AWS does", () => {
    fc.assert(
      fc.property(samples, guardrails, (one, limits) => {
        for (const document of prepare(method, one, limits).documents.filter(isPolicy)) {
          const text = documentText(document);
          const compact = JSON.stringify(JSON.parse(text));
          const inBytes = document.kind === "bucket-policy" || document.kind === "key-policy";
          expect(documentSize(document, text).used).toBe(
            inBytes ? Buffer.byteLength(compact) : compact.replace(/\s/g, "").length,
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});

function checkStatement(statement: Statement, { partition }: Sample): void {
  const { Effect, Principal, Action = [], Resource = [] } = statement;
  const actions = [Action].flat();
  const resources = [Resource].flat();
  expect(statement.NotPrincipal ?? statement.NotAction ?? statement.NotResource).toBeUndefined();
  if (Effect === "Deny") return;
  const principals = typeof Principal === "object" ? Object.values(Principal).flat(2) : [];
  expect(Principal).not.toBe("*");
  for (const principal of principals) expect(principal).not.toMatch(/[*?]/);
  for (const action of actions) expect(action).not.toMatch(/[*?]/);
  if (actions.every((action) => !action.startsWith("s3:"))) return;
  if (actions.includes("s3:GetDataAccess")) {
    for (const arn of resources) {
      expect(arn).toMatch(
        new RegExp(`^arn:${partition}:s3:[a-z0-9-]+:\\d{12}:access-grants/default$`),
      );
    }
  } else if (actions.includes("s3:ListAllMyBuckets")) {
    expect([actions, resources]).toEqual([["s3:ListAllMyBuckets"], ["*"]]);
  } else if (actions.some((action) => BUCKET_LEVEL.test(action))) {
    for (const action of actions) expect(action).toMatch(BUCKET_LEVEL);
    for (const arn of resources)
      expect(arn).toMatch(new RegExp(`^arn:${partition}:s3:::[a-z0-9.-]+$`));
  } else {
    for (const action of actions) expect(action).toMatch(OBJECT_LEVEL);
    for (const arn of resources) {
      expect(arn).toMatch(new RegExp(`^arn:${partition}:s3:::[a-z0-9.-]+/(.*/)?\\*$`));
    }
  }
}
