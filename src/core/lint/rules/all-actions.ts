import { actionsFor } from "#core/aws/access.ts";
import type { Entry, StatementView } from "#core/lint/document-view.ts";
import { actionsMatching, canCarry } from "#core/lint/reference.ts";
import type { Rule, Sharing } from "#core/lint/rule.ts";
import { appliesTo, bucketIn, insteadOfEntry, isOwnersOwn } from "#core/lint/statement-facts.ts";
import { keyUses } from "#core/policy/key-grants.ts";

export const allActions: Rule = {
  id: "all-actions",
  severity: "warning",
  why: "s3:* also allows to delete the bucket, to replace its policy and ACL and to switch Block Public Access off. AWS advises to name the actions that are needed.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  of: "statement",
  check: (statement, sharing) =>
    statement.effect !== "Allow" || isOwnersOwn(statement, sharing)
      ? []
      : statement.actions
          .filter(({ text }) => /^([a-z0-9-]*:)?\*$/i.test(text))
          .map((entry) => {
            const agreed = agreedActions(entry, statement, sharing);
            return {
              message: `${entry.text} allows everything${entry.text === "*" ? "" : ` that ${entry.text.slice(0, -2)} can do`}. Name the actions that were agreed.`,
              path: entry.path,
              fix:
                agreed.length === 0
                  ? undefined
                  : {
                      label: "Use the agreed actions",
                      changes: insteadOfEntry(statement, "Action", entry, agreed),
                    },
            };
          }),
};

/** Those that work on the statement's resources, under its conditions. */
function agreedActions(
  { text }: Entry,
  { document, resources, conditions }: StatementView,
  { agreement }: Sharing,
): readonly string[] {
  const service = text.toLowerCase();
  if (service === "kms:*") return [...new Set(keyUses(agreement).flatMap(({ action }) => action))];
  if (service !== "s3:*" || document.kind === "trust-policy") return [];
  const buckets = new Set(resources.map((resource) => bucketIn(resource.text)));
  const named = agreement.owner.locations.filter(({ bucket }) => buckets.has(bucket));
  const locations = named.length > 0 ? named : agreement.owner.locations;
  const actions = locations.flatMap(({ bucket, access }) => {
    const settings = agreement.owner.buckets.find((one) => one.bucket === bucket);
    const groups = actionsFor(access, { versioned: settings?.versioned ?? false });
    return [...groups.listing, ...groups.bucket, ...groups.object, ...groups.deletion];
  });
  return [...new Set(actions)].filter((name) =>
    actionsMatching(name).some(
      (action) =>
        resources.some((resource) => appliesTo(action, resource.text)) &&
        conditions.every(({ key }) => canCarry(action, key)),
    ),
  );
}
