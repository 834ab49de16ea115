import { MANAGED_POLICY_MAX_CHARACTERS } from "#core/aws/limits.ts";
import type { Side } from "#core/side.ts";
import type { Attachment, OneOrMany, SharingPolicy, Statement } from "./document.ts";
import { fileNumber } from "./file-number.ts";
import { inlineLimit, policyCharacters } from "./size.ts";
import { type NamedStatement, policyDocument } from "./statements.ts";

/**
 * An identity policy: one inline policy while it fits what its roles and users may carry, otherwise
 * managed policies, as many as AWS's limit of one makes necessary. Where only a managed policy can be
 * put (a permission set, an account whose admin chooses), or where it is asked for, it is managed for everybody.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function identityDocuments(options: {
  readonly id: string;
  readonly side: Side;
  /** Number of the first file in the side's folder. */
  readonly first: number;
  readonly title: string;
  readonly summary: string;
  readonly statements: readonly NamedStatement[];
  readonly attachedTo: readonly Attachment[];
  /** Managed even where an inline policy would fit. */
  readonly alwaysManaged?: boolean;
}): readonly SharingPolicy[] {
  const { id, side, first, title, summary, statements, attachedTo } = options;
  if (statements.length === 0) return [];
  const inline =
    options.alwaysManaged !== true &&
    attachedTo.length > 0 &&
    policyCharacters(policyDocument(statements)) <= inlineLimit(attachedTo);
  const parts = inline ? [statements] : packed(statements, MANAGED_POLICY_MAX_CHARACTERS);
  return parts.map((part, index) => {
    const suffix = parts.length === 1 ? "" : `-${index + 1}`;
    const number = fileNumber(first + index);
    return {
      id: `${id}${suffix}`,
      side,
      fileName: `${number}-${id}${suffix}.json`,
      title: parts.length === 1 ? title : `${title} ${index + 1} of ${parts.length}`,
      summary,
      kind: "identity-policy",
      attachedTo,
      delivery: inline ? "inline" : "managed",
      extent: "whole",
      policy: policyDocument(part),
    };
  });
}

/** Room that a document takes besides its statements. */
const FRAME = policyCharacters({ Version: "2012-10-17", Statement: [] });
/** Longest thing that a Sid may grow by when it is numbered, and the comma between statements. */
const PER_STATEMENT = 40;

/**
 * Fills one document after the other; what is larger than a document is first taken apart. Denies come
 * first, so that no part that allows is ever in place without them.
 */
function packed(
  statements: readonly NamedStatement[],
  limit: number,
): readonly (readonly NamedStatement[])[] {
  const room = limit - FRAME;
  const denies = statements.filter(({ statement }) => statement.Effect === "Deny");
  const allows = statements.filter(({ statement }) => statement.Effect === "Allow");
  const documents: NamedStatement[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const named of [...denies, ...allows].flatMap((one) => halved(one, room))) {
    const size = sizeOf(named);
    if (used + size > room) {
      documents.push([]);
      used = 0;
    }
    documents.at(-1)?.push(named);
    used += size;
  }
  return documents;
}

function sizeOf({ name, statement }: NamedStatement): number {
  return policyCharacters(statement) + name.length + PER_STATEMENT;
}

/** Resources of a statement, and prefixes it lists, mean "any of these": apart they grant the same. */
function halved(named: NamedStatement, room: number): readonly NamedStatement[] {
  if (sizeOf(named) <= room) return [named];
  return halvesOf(named.statement).flatMap((statement, _index, halves) =>
    halves.length === 1 ? [named] : halved({ ...named, statement }, room),
  );
}

function halvesOf(statement: Omit<Statement, "Sid">): readonly Omit<Statement, "Sid">[] {
  const resources = inHalves(statement.Resource);
  if (resources.length > 1) return resources.map((Resource) => ({ ...statement, Resource }));
  const { Condition } = statement;
  const prefixes = inHalves(Condition?.["StringLike"]?.["s3:prefix"]);
  if (Condition === undefined || prefixes.length < 2) return [statement];
  return prefixes.map((half) => ({
    ...statement,
    Condition: {
      ...Condition,
      StringLike: { ...Condition["StringLike"], "s3:prefix": half },
    },
  }));
}

function inHalves(values: OneOrMany | undefined): readonly (readonly string[])[] {
  if (values === undefined || typeof values === "string" || values.length < 2) return [];
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)];
}
