import { splitArn } from "#core/aws/arn.ts";
import type { JsonChange } from "#core/policy/json-change.ts";
import type { JsonPath } from "#core/policy/json-place.ts";
import { resourceTest } from "#core/proof/policy/resource.ts";
import type { ActionEntry, DocumentView, Entry, StatementView } from "./document-view.ts";
import type { ActionFacts } from "./reference.ts";
import { resourceTypesOf } from "./resource-level.ts";
import type { Sharing } from "./rule.ts";

/** Whether S3, KMS or STS would look at such a resource for the action. */
export function appliesTo(action: ActionFacts, resource: string): boolean {
  const types = resourceTypesOf(resource);
  return types === "every" || action.resourceTypes.some((type) => types.includes(type));
}

/** The actions that an entry stands for at one of the resources. A trust policy has no resources. */
export function actionsAt(
  { facts }: ActionEntry,
  { resources }: StatementView,
): readonly ActionFacts[] {
  if (resources.length === 0) return facts;
  return facts.filter((action) => resources.some(({ text }) => appliesTo(action, text)));
}

/**
 * Whether only account A's own people are meant, and not the user or role that is shared: what they
 * may do with their bucket or key was not agreed with anybody. AWS's default key policy is one such.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function isOwnersOwn(
  { principals }: StatementView,
  { agreement, accessPath }: Pick<Sharing, "agreement" | "accessPath">,
): boolean {
  const { account } = agreement.owner;
  const shared =
    accessPath.kind === "as-user"
      ? accessPath.userArn
      : "roleArn" in accessPath
        ? accessPath.roleArn
        : "";
  return (
    principals.length > 0 &&
    principals.every(
      ({ type, text }) =>
        type === "AWS" && text !== shared && (splitArn(text)?.account ?? text) === account,
    )
  );
}

/**
 * Whether a pattern stands for all that a resource of ours does, which has no wildcard but one at its
 * end.
 */
export function isWithin(resource: string, pattern: string): boolean {
  const matches = resourceTest([pattern], true);
  const ends = resource.endsWith("*") ? ["", "x", "xx/yy"] : [""];
  const start = resource.replace(/\*$/, "").replace(/\$\{([*?$])\}/g, "$1");
  return ends.every((end) => matches(`${start}${end}`, NO_CONTEXT));
}

const NO_CONTEXT = new Map<string, string>();

export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** The service in front of an action, in lower case; "" for `*` and for what is no action. */
export function serviceOf(action: string): string {
  const colon = action.indexOf(":");
  return colon < 0 ? "" : action.slice(0, colon).toLowerCase();
}

/** The bucket of an S3 ARN, wildcards included; undefined for anything else. */
export function bucketIn(resource: string): string | undefined {
  const parts = splitArn(resource);
  if (parts?.service !== "s3" || parts.region !== "" || parts.account !== "") return undefined;
  const slash = parts.resource.indexOf("/");
  return slash < 0 ? parts.resource : parts.resource.slice(0, slash);
}

/** What takes the entry away: out of its list or, when it is the only one, its whole statement. */
export function withoutEntry(
  view: DocumentView | undefined,
  statement: StatementView,
  element: "Action" | "Resource",
  entry: Entry,
): readonly JsonChange[] | undefined {
  const siblings = element === "Action" ? statement.actions : statement.resources;
  if (siblings.length > 1) return [{ path: entry.path, value: undefined }];
  if (view === undefined || view.statements.length < 2) return undefined;
  return typeof statement.path[1] === "number"
    ? [{ path: statement.path, value: undefined }]
    : undefined;
}

/** What puts these in the entry's place, a list staying a list; one that is there already is not listed twice. */
export function insteadOfEntry(
  statement: StatementView,
  element: "Action" | "Resource",
  entry: Entry,
  replacements: readonly string[],
): readonly JsonChange[] {
  const siblings = element === "Action" ? statement.actions : statement.resources;
  const texts = siblings.flatMap(({ text, path }) =>
    samePath(path, entry.path) ? replacements : [text],
  );
  const distinct = [...new Set(texts)];
  const [only] = distinct;
  const path = [...statement.path, element];
  const isList = entry.path.length > path.length;
  return [{ path, value: distinct.length === 1 && !isList ? only : distinct }];
}

/** Puts a condition into a statement, beside those it has. */
export function withCondition(
  { path, json }: StatementView,
  operator: string,
  key: string,
  value: string | readonly string[],
): readonly JsonChange[] {
  const before = json["Condition"];
  if (typeof before !== "object" || before === null) {
    return [{ path: [...path, "Condition"], value: { [operator]: { [key]: value } } }];
  }
  return Object.hasOwn(before, operator)
    ? [{ path: [...path, "Condition", operator, key], value }]
    : [{ path: [...path, "Condition", operator], value: { [key]: value } }];
}

function samePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
