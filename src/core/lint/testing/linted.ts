import type { Finding } from "#core/lint/finding.ts";
import { findings } from "#core/lint/findings.ts";
import { fixedText } from "#core/lint/fixed-text.ts";
import type { Subject } from "#core/lint/subject.ts";
import { findMethod } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { isPolicy, type PolicyKind } from "#core/policy/document.ts";

export const BUCKET = "arn:aws:s3:::acme-share-data";
export const OBJECTS = `${BUCKET}/reports/*`;
export const B_ROLE = "arn:aws:iam::444455556666:role/analytics-app";
export const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** What a sentence says where a statement is not what it is about. */
const USUAL: Readonly<Record<PolicyKind, object>> = {
  "bucket-policy": {
    Effect: "Allow",
    Principal: { AWS: B_ROLE },
    Action: "s3:GetObject",
    Resource: OBJECTS,
  },
  "identity-policy": { Effect: "Allow", Action: "s3:GetObject", Resource: OBJECTS },
  "trust-policy": { Effect: "Allow", Principal: { AWS: B_ROLE }, Action: "sts:AssumeRole" },
  "key-policy": {
    Effect: "Allow",
    Principal: { AWS: B_ROLE },
    Action: "kms:Decrypt",
    Resource: "*",
  },
  "instance-policy": {
    Effect: "Allow",
    Principal: { AWS: "444455556666" },
    Action: "s3:GetDataAccess",
    Resource: "arn:aws:s3:eu-west-1:111122223333:access-grants/default",
  },
};

export interface LintCase {
  readonly kind: PolicyKind;
  /** In place of the usual elements; undefined takes one away. */
  readonly with?: object;
  /** Elements of the document; replaces the one statement. */
  readonly policy?: unknown;
  readonly text?: string;
  readonly method?: string;
  readonly draft?: Parameters<typeof exampleDraft>[1];
  readonly today?: string;
}

function methodOf({ kind, method }: LintCase): string {
  return method ?? (kind === "trust-policy" ? "assume-role" : "bucket-policy");
}

/** The running example with the case's document in place of the first of its kind. */
export function subjectOf(linted: LintCase): Subject {
  const method = findMethod(methodOf(linted));
  if (method === undefined) throw new Error("no such method");
  const draft = exampleDraft(method.id, linted.draft ?? {});
  const { agreement, accessPath, documents } = method.prepare(draft);
  const document = documents.find(({ kind }) => kind === linted.kind);
  if (document === undefined) throw new Error(`${method.id} has no ${linted.kind}`);
  const { today } = linted;
  return {
    agreement,
    draft,
    accessPath,
    documents: [{ document, text: linted.text ?? JSON.stringify(policyOf(linted)) }],
    ...(today === undefined ? {} : { today }),
  };
}

function policyOf({ kind, with: elements, policy }: LintCase): unknown {
  if (policy !== undefined) return policy;
  return { Version: "2012-10-17", Statement: [{ ...USUAL[kind], ...elements }] };
}

export function allFindings(subject: Subject): readonly Finding[] {
  const { errors, advice } = findings(subject);
  return [...errors, ...advice];
}

/** The subject after a finding's fix. */
export function fixed(subject: Subject, { document, fix }: Finding): Subject {
  const documents = subject.documents.map((linted) =>
    linted.document.id === document && fix !== undefined && isPolicy(linted.document)
      ? { ...linted, text: fixedText({ ...linted, document: linted.document }, fix) }
      : linted,
  );
  return { ...subject, documents };
}
