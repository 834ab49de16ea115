import { describe, expect, it } from "vitest";
import { findings } from "#core/lint/findings.ts";
import { ADVICE_CASES } from "#core/lint/testing/advice-cases.ts";
import { DOCUMENT_CASES } from "#core/lint/testing/document-cases.ts";
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
import { BUCKET_POLICIES, KEY_DEFAULT } from "#core/policy/testing/awkward-policies.ts";
import type { RequestContext } from "#core/proof/context.ts";
import { evaluate } from "#core/proof/evaluate.ts";

/** These make text live that was dead, or say again what was meant: they are there to grant something. */
const GRANTING = [
  "acl-disabled",
  "action-resource-level",
  "condition-key",
  "external-id",
  "foreign-resource",
  "key-alias",
  "lock-out",
  "partitions",
  "prefix-slash",
  "structure",
  "trust-policy-elements",
  "unknown-action",
  "unknown-element",
  "via-service",
];

const ALL = {
  statement: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } },
};
const ACTIONS = [
  "s3:GetObject",
  "s3:PutObject",
  "s3:DeleteObject",
  "s3:ListBucket",
  "s3:GetBucketLocation",
  "s3:PutBucketPolicy",
  "s3:PutObjectAcl",
  "kms:Decrypt",
  "kms:PutKeyPolicy",
  "sts:AssumeRole",
  "iam:PassRole",
];
const RESOURCES = [
  BUCKET,
  `${BUCKET}/reports/a`,
  `${BUCKET}/reports-old/a`,
  `${BUCKET}/other`,
  `${BUCKET}2`,
  `${BUCKET}2/reports/a`,
  KEY,
  "arn:aws:iam::111122223333:role/AcmeShareReader",
];
const CONTEXTS: readonly RequestContext[] = [
  {},
  { "s3:prefix": "reports/x" },
  { "s3:prefix": "reports-old/" },
  { "aws:MultiFactorAuthPresent": "true" },
  { "aws:MultiFactorAuthPresent": "false", "s3:RequestObjectTagKeys": ["a"] },
];
const CALLERS = [
  B_ROLE,
  "arn:aws:iam::999988887777:role/else",
  "arn:aws:iam::111122223333:role/admin",
];

/** Whatever of these is allowed by the text, alone or with a generous other side. */
function allowed({ kind }: LintCase, text: string): ReadonlySet<string> {
  const generous = [{ document: "all", policy: ALL.statement }];
  const own = { document: "judged", policy: text };
  const policies =
    kind === "identity-policy" ? { identity: [own] } : { identity: generous, resource: own };
  const found = new Set<string>();
  for (const principalArn of CALLERS) {
    for (const action of ACTIONS) {
      for (const resourceArn of RESOURCES) {
        for (const context of CONTEXTS) {
          const resourceAccount =
            kind === "identity-policy" ? (principalArn.split(":")[4] ?? "") : "111122223333";
          const request = { principalArn, action, resourceArn, resourceAccount, context };
          const { decision } = evaluate(request, policies);
          if (decision === "allowed") {
            found.add([principalArn, action, resourceArn, JSON.stringify(context)].join(" "));
          }
        }
      }
    }
  }
  return found;
}

describe("a fix", () => {
  const narrowing = Object.entries({ ...DOCUMENT_CASES, ...ADVICE_CASES })
    .filter(([rule]) => !GRANTING.includes(rule))
    .flatMap(([rule, { hits, near }]) =>
      [...hits, ...near].flatMap((linted) => {
        const subject = subjectOf(linted);
        return allFindings(subject)
          .filter((finding) => finding.rule === rule && finding.fix !== undefined)
          .map((finding) => ({ linted, subject, finding, name: `${rule}: ${finding.message}` }));
      }),
    );

  it("is tried of many rules", () => {
    expect(new Set(narrowing.map(({ finding }) => finding.rule)).size).toBeGreaterThan(7);
  });

  it.each(narrowing)("allows nothing more: $name", ({ linted, subject, finding }) => {
    const before = allowed(linted, subject.documents[0]?.text ?? "");
    const after = allowed(linted, fixed(subject, finding).documents[0]?.text ?? "");
    expect([...after].filter((request) => !before.has(request))).toEqual([]);
  });

  const identity = (elements: object): LintCase => ({ kind: "identity-policy", with: elements });
  const list = (operator: string, block: object) => ({
    Action: "s3:ListBucket",
    Resource: BUCKET,
    Condition: { [operator]: block },
  });
  const afterFix = (linted: LintCase, rule: string): unknown => {
    const subject = subjectOf(linted);
    const finding = allFindings(subject).find((one) => one.rule === rule);
    expect(finding).not.toBe(undefined);
    if (finding?.fix === undefined) return undefined;
    return JSON.parse(fixed(subject, finding).documents[0]?.text ?? "").Statement[0];
  };

  it("gives StringEquals no wildcard, which it would take for a character", () => {
    const like = identity(list("StringLike", { "s3:prefix": "reports" }));
    const equal = identity(list("StringEquals", { "s3:prefix": "reports" }));
    expect(afterFix(like, "prefix-slash")).toMatchObject(
      list("StringLike", { "s3:prefix": "reports/*" }),
    );
    expect(afterFix(equal, "prefix-slash")).toMatchObject(
      list("StringEquals", { "s3:prefix": "reports/" }),
    );
  });

  it("does not write over a condition that is there", () => {
    const both = list("StringLike", { "s3:prefix": "reports/*", "s3:perfix": "*" });
    expect(afterFix(identity(both), "condition-key")).toBe(undefined);
  });

  it("does not let the whole bucket be listed where a prefix was named", () => {
    const alone = { Action: "s3:ListBucket", Resource: OBJECTS };
    expect(afterFix(identity(alone), "action-resource-level")).toMatchObject(
      list("StringLike", { "s3:prefix": "reports/*" }),
    );
    const mixed = { Action: ["s3:ListBucket", "s3:GetBucketLocation"], Resource: OBJECTS };
    expect(afterFix(identity(mixed), "action-resource-level")).toBe(undefined);
  });

  it("names objects only where the actions were agreed", () => {
    const on = (Action: string) => identity({ Action, Resource: BUCKET });
    expect(afterFix(on("s3:GetObject"), "action-resource-level")).toMatchObject({
      Resource: OBJECTS,
    });
    expect(afterFix(on("s3:DeleteObject"), "action-resource-level")).toBe(undefined);
  });

  it("puts in the place of a pattern only what it stood for", () => {
    const of = (Resource: string) => identity({ Resource });
    expect(afterFix(of("arn:aws:s3:::*/reports/*"), "other-buckets")).toMatchObject({
      Resource: OBJECTS,
    });
    expect(afterFix(of("arn:aws:s3:::acme-*-logs/public/*"), "other-buckets")).toBe(undefined);
  });

  it("leaves it to a person whether old text turns into variables", () => {
    const old = (Resource: string): LintCase => ({
      kind: "identity-policy",
      policy: {
        Version: "2008-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource }],
      },
    });
    expect(afterFix(old(OBJECTS), "version")).not.toBe(undefined);
    expect(afterFix(old(`${BUCKET}/\${aws:username}/*`), "version")).toBe(undefined);
  });

  it("is not offered in a document in which others have written", () => {
    for (const [kind, text] of [
      ["bucket-policy", BUCKET_POLICIES["a public website"]],
      ["bucket-policy", BUCKET_POLICIES["an old single statement"]],
    ] as const) {
      const subject = subjectOf({ kind, text: text ?? "" });
      expect(allFindings(subject).some(({ fix }) => fix !== undefined)).toBe(true);
      const documents = subject.documents.map(({ document, text: shown }) => ({
        document: document.policy === undefined ? document : { ...document, merged: shown },
        text: shown,
      }));
      const { errors, advice } = findings({ ...subject, documents });
      expect([...errors, ...advice].length).toBeGreaterThan(0);
      expect([...errors, ...advice].filter(({ fix }) => fix !== undefined)).toEqual([]);
    }
  });
});

describe("policies that AWS has taken already", () => {
  const there = Object.entries(BUCKET_POLICIES).map(
    ([name, text]) => ({ kind: "bucket-policy", name, text }) as const,
  );

  it.each(there)("are not said to be refused: $name", ({ kind, text }) => {
    const errors = allFindings(subjectOf({ kind, text })).filter(
      ({ severity }) => severity === "error",
    );
    expect(errors).toEqual([]);
  });

  it("nothing is said of AWS's default key policy", () => {
    expect(allFindings(subjectOf({ kind: "key-policy", text: KEY_DEFAULT }))).toEqual([]);
  });
});

it("looks for a name like an unknown one, but not like every one of thousands", () => {
  const Action = Array.from({ length: 2000 }, (_, index) => `s3:GetObjct${index % 10}${index}`);
  const subject = subjectOf({ kind: "bucket-policy", with: { Action } });
  const unknown = allFindings(subject).filter(({ rule }) => rule === "unknown-action");
  expect(unknown.length).toBe(2000);
  expect(unknown.filter(({ message }) => message.includes("Use s3:GetObject")).length).toBeLessThan(
    60,
  );
});
