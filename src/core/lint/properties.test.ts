import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allFindings,
  B_ROLE,
  BUCKET,
  fixed,
  KEY,
  type LintCase,
  OBJECTS,
  subjectOf,
} from "#core/lint/testing/linted.ts";
import { jsonRange } from "#core/policy/json-place.ts";

const KINDS: readonly LintCase["kind"][] = [
  "bucket-policy",
  "identity-policy",
  "trust-policy",
  "key-policy",
];

/** Subjects are made once: only the text differs. */
const SUBJECTS = new Map(KINDS.map((kind) => [kind, subjectOf({ kind })]));

function withText(kind: LintCase["kind"], text: string) {
  const subject = SUBJECTS.get(kind);
  if (subject === undefined) throw new Error("no subject");
  return { ...subject, documents: subject.documents.map((linted) => ({ ...linted, text })) };
}

const texts = fc.constantFrom(
  "s3:GetObject",
  "s3:ListBucket",
  "s3:*",
  "*",
  "s3:Put*",
  "s3:PutBucketPolicy",
  "kms:Decrypt",
  "s3:ListObjects",
  "sts:AssumeRole",
  "s3:PutObjectAcl",
  "iam:PassRole",
  "GetObject",
);
const resources = fc.constantFrom(
  "*",
  BUCKET,
  OBJECTS,
  `${BUCKET}*`,
  `${BUCKET}/reports*`,
  KEY,
  "alias/aws/s3",
  "arn:aws-cn:s3:::acme-share-data/*",
  "arn:aws:s3:::other/x",
  "",
);
const oneOrMany = (one: fc.Arbitrary<string>) =>
  fc.oneof(one, fc.uniqueArray(one, { maxLength: 3 }));
const condition = fc.dictionary(
  fc.constantFrom("StringLike", "StringEquals", "Bool", "BoolIfExists", "DateLessThan", "Null"),
  fc.dictionary(
    fc.constantFrom(
      "s3:prefix",
      "aws:MultiFactorAuthPresent",
      "kms:ViaService",
      "s3:x-amz-acl",
      "aws:CurrentTime",
      "s3:perfix",
    ),
    oneOrMany(
      fc.constantFrom("reports", "reports*", "true", "false", "s3.us-east-1.amazonaws.com"),
    ),
  ),
  { maxKeys: 2 },
);
const statement = fc.record(
  {
    Sid: fc.constantFrom("A", "A", "b c"),
    Effect: fc.constantFrom("Allow", "Allow", "Deny"),
    Principal: fc.constantFrom("*", { AWS: B_ROLE }, { AWS: ["arn:aws:iam::1:role/*"] }),
    Action: oneOrMany(texts),
    Resource: oneOrMany(resources),
    Condition: condition,
  },
  { requiredKeys: ["Effect", "Action"] },
);
const policy = fc.record({
  Version: fc.constantFrom("2012-10-17", "2008-10-17"),
  Statement: fc.array(statement, { minLength: 1, maxLength: 3 }),
});

describe("findings", () => {
  it("never throw, whatever the JSON", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ Version: fc.jsonValue(), Statement: fc.array(fc.jsonValue()) }),
      fc.record({
        Statement: fc.record(
          {
            Effect: fc.jsonValue(),
            Principal: fc.jsonValue(),
            Action: fc.jsonValue(),
            Resource: fc.jsonValue(),
            Condition: fc.jsonValue(),
            Sid: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...KINDS), (json, kind) => {
        const text = JSON.stringify(json);
        for (const { path } of allFindings(withText(kind, text))) {
          expect(jsonRange(text, path)).not.toBe(undefined);
        }
      }),
    );
  });

  it("never throw on text that is no JSON, and say so once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const said = allFindings(withText("bucket-policy", `{${text}`));
        expect(said.filter(({ rule }) => rule === "structure")).toHaveLength(1);
      }),
    );
  });

  it.each([
    ["lists", "[", "]"],
    ["objects", '{"Condition":', "}"],
  ])("never throw on %s within each other, and say so once", (_name, open, close) => {
    for (const depth of [20, 20_000, 200_000]) {
      const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
      const statement = `{"Effect":"Allow","Action":"s3:*","Resource":"*","Sid":"A","Foo":${deep}}`;
      const text = `{"Version":"2012-10-17","Statement":[${statement},${statement}]}`;
      expect(allFindings(withText("identity-policy", text)).map(({ rule }) => rule)).toEqual([
        "structure",
      ]);
    }
  });

  it("go away by their fixes, which add no error", () => {
    fc.assert(
      fc.property(policy, fc.constantFrom(...KINDS), (json, kind) => {
        const subject = withText(kind, JSON.stringify(json));
        const before = allFindings(subject);
        for (const finding of before.filter(({ fix }) => fix !== undefined)) {
          const after = allFindings(fixed(subject, finding));
          const isSame = (one: typeof finding) =>
            one.rule === finding.rule && one.message === finding.message;
          expect(after.filter(isSame).length).toBeLessThan(before.filter(isSame).length);
          const errors = (all: typeof before) => all.filter(({ severity }) => severity === "error");
          expect(errors(after).length, finding.rule).toBeLessThanOrEqual(errors(before).length);
        }
      }),
      { numRuns: 25 },
    );
  });
});
