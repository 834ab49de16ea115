import { type AccessLevel, groupedActionsFor } from "#core/aws/access.ts";
import { policyLiteral } from "#core/aws/prefix.ts";
import type { Entry, StatementView } from "#core/lint/document-view.ts";
import type { Fix } from "#core/lint/finding.ts";
import type { ActionFacts } from "#core/lint/reference.ts";
import type { Hit, Rule, Sharing } from "#core/lint/rule.ts";
import { appliesTo, bucketIn, isPattern, withCondition } from "#core/lint/statement-facts.ts";
import { isForeign } from "./foreign-action.ts";
import { isAlias } from "./key-alias.ts";

/** Actions on a bucket and on its objects name different ARNs. */
export const actionResourceLevel: Rule = {
  id: "action-resource-level",
  severity: "warning",
  why: "A pair of action and resource counts only when the action works on that kind of resource. S3 refuses a bucket policy with an action that fits none of the resources; elsewhere it is dead text.",
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
  of: "statement",
  check: (statement, sharing) => {
    const { actions, resources, document } = statement;
    if (resources.length === 0 || actions.length === 0) return [];
    // Told by rules of their own.
    if (resources.some(({ text }) => isAlias(text)) || actions.some(isForeign(statement)))
      return [];
    const matched = actions.map((entry) => ({ entry, facts: entry.facts }));
    const known = matched.filter(({ facts }) => facts.length > 0);
    const isRefused = document.kind === "bucket-policy";
    const misfits = known.filter(({ facts }) => !facts.some((one) => fitsAny(one, resources)));
    const fits = misfits.length > 0 ? fixOf(statement, misfits, known.length, sharing) : undefined;
    // One cause, one finding: a resource is idle because of the actions that fit nothing.
    if (misfits.length > 0) {
      return misfits.map(
        ({ entry, facts }): Hit => ({
          severity: isRefused ? "error" : "warning",
          message: `${entry.text} does not work on ${resources.length === 1 ? "this resource" : "any of these resources"}. ${wanted(facts)}`,
          path: entry.path,
          fix: fits,
        }),
      );
    }
    if (known.length < matched.length) return [];
    return resources
      .filter(({ text }) => !known.some(({ facts }) => facts.some((one) => appliesTo(one, text))))
      .map(({ text, path }) => ({
        message: `None of the actions works on ${text}. Remove it, or name actions that do.`,
        path,
        fix:
          resources.length === 1
            ? undefined
            : { label: "Remove this resource", changes: [{ path, value: undefined }] },
      }));
  },
};

function fitsAny(action: ActionFacts, resources: readonly Entry[]): boolean {
  return resources.some(({ text }) => appliesTo(action, text));
}

function wanted(facts: readonly ActionFacts[]): string {
  const types = new Set(facts.flatMap(({ resourceTypes }) => resourceTypes));
  if (types.size === 0) return "Its only resource is *.";
  if (types.has("bucket")) return "Name the bucket's ARN, without / and what follows.";
  if (types.has("object")) return "Name the ARN of objects, such as arn:aws:s3:::bucket/reports/*.";
  if (types.has("key")) return "Name the key's ARN.";
  return `Name the ARN of ${[...types].slice(0, 2).join(" or ")}.`;
}

interface Matched {
  readonly entry: Entry;
  readonly facts: readonly ActionFacts[];
}

/** When all actions want the same kind of resource, and it follows from what is there. */
function fixOf(
  statement: StatementView,
  misfits: readonly Matched[],
  known: number,
  sharing: Sharing,
): Fix | undefined {
  const { resources, path } = statement;
  if (misfits.length < known || known < statement.actions.length) return undefined;
  const facts = misfits.flatMap((one) => one.facts);
  if (misfits.some(({ entry }) => isPattern(entry.text))) return undefined;
  const change = (texts: readonly string[]) => ({
    path: [...path, "Resource"],
    value: texts.length === 1 ? texts[0] : texts,
  });
  if (facts.every(({ resourceTypes }) => resourceTypes.length === 0)) {
    return { label: "Use *", changes: [change(["*"])] };
  }
  const buckets = resources.map(({ text }) => bucketIn(text));
  if (buckets.some((bucket) => bucket === undefined || isPattern(bucket))) return undefined;
  if (facts.every(({ resourceTypes }) => resourceTypes.includes("bucket"))) {
    return bucketFix(statement, facts, change);
  }
  const agreed = [...new Set(buckets)].flatMap((bucket) =>
    agreedObjects(sharing, bucket ?? "", facts),
  );
  return facts.every(({ resourceTypes }) => resourceTypes.includes("object")) && agreed.length > 0
    ? { label: "Use the shared prefixes", changes: [change(agreed)] }
    : undefined;
}

function bucketFix(
  statement: StatementView,
  facts: readonly ActionFacts[],
  change: (texts: readonly string[]) => Fix["changes"][number],
): Fix | undefined {
  const { resources } = statement;
  const arns = [...new Set(resources.map(({ text }) => text.slice(0, text.indexOf("/"))))];
  const prefixes = resources.map(({ text }) => text.slice(text.indexOf("/") + 1));
  const label = arns.length === 1 ? `Use ${arns[0]}` : "Use the buckets' ARNs";
  const lists = facts.filter(({ name }) => /^s3:ListBucket(Versions)?$/.test(name)).length;
  const hasPrefix = statement.conditions.some(({ key }) => key.toLowerCase() === "s3:prefix");
  if (lists === 0 || hasPrefix || prefixes.includes("*")) return { label, changes: [change(arns)] };
  // The others never carry s3:prefix, and without it everything could be listed: two statements.
  if (lists < facts.length) return undefined;
  const [only] = prefixes;
  const values = prefixes.length === 1 && only !== undefined ? only : prefixes;
  return {
    label,
    changes: [change(arns), ...withCondition(statement, "StringLike", "s3:prefix", values)],
  };
}

/** Where all of the actions were agreed. */
function agreedObjects(
  { agreement }: Sharing,
  bucket: string,
  facts: readonly ActionFacts[],
): readonly string[] {
  const { owner, partition } = agreement;
  const versioned = owner.buckets.some((one) => one.bucket === bucket && one.versioned);
  const isAgreed = (access: readonly AccessLevel[]) => {
    const actions = new Set(groupedActionsFor(access, { versioned }).map(({ action }) => action));
    return facts.every(({ name }) => actions.has(name));
  };
  return owner.locations
    .filter((location) => location.bucket === bucket && isAgreed(location.access))
    .map(({ prefix }) => `arn:${partition}:s3:::${bucket}/${policyLiteral(prefix)}*`);
}
