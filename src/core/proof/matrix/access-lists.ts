import { aclStatements } from "#core/policy/acl-statements.ts";
import type { Statement } from "#core/policy/document.ts";
import type { PolicyProblem } from "#core/proof/decision.ts";
import type { JudgedDocument, Sharing } from "#core/proof/matrix/sharing.ts";
import type { Statements } from "#core/proof/policies.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";

interface AccessLists {
  readonly problems: readonly PolicyProblem[];
  /** What the lists of a bucket and its objects grant; the same list each time. */
  readonly statements: (bucket: string) => Statements;
}

const NONE: Statements = [];

/** Reads the access control lists of a sharing, as they stand after edits. */
export function accessLists({ agreement, accessPath, documents }: Sharing): AccessLists {
  const problems: PolicyProblem[] = [];
  const byBucket = new Map<string, Statements>();
  const known = accessPath.kind === "by-acl" ? accessPath.canonicalUsers : [];
  for (const { document, text } of documents) {
    if (document.kind !== "access-control-list") continue;
    const list = parsedOrUndefined(text);
    if (list === undefined) {
      problems.push({ document: document.id, message: "The document is not JSON." });
      continue;
    }
    for (const bucket of new Set(document.attachedTo.flatMap(bucketOf))) {
      const here = document.attachedTo.filter((one) => bucketOf(one).includes(bucket));
      const granted = aclStatements(list, here, agreement.partition, known);
      const before = byBucket.get(bucket) ?? NONE;
      byBucket.set(bucket, [...before, ...compiledFor(document, granted)]);
    }
  }
  return { problems, statements: (bucket) => byBucket.get(bucket) ?? NONE };
}

function compiledFor({ id, side }: JudgedDocument["document"], Statement: readonly Statement[]) {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement });
  return compilePolicy({ document: id, side, policy }, "bucket policy").statements;
}

function bucketOf(attachment: JudgedDocument["document"]["attachedTo"][number]): readonly string[] {
  return attachment.kind === "bucket" || attachment.kind === "object" ? [attachment.bucket] : [];
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
