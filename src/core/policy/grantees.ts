import { rootArn } from "#core/aws/arn.ts";
import type { Principal } from "#core/aws/principal.ts";
import { oneOrMany } from "./conditions.ts";
import type { ConditionBlock } from "./document.ts";

/** Principals that one statement can name, and what must be true of a caller besides. */
export interface Grantees {
  /** For the Sid. */
  readonly name: string;
  readonly arns: readonly string[];
  readonly condition: ConditionBlock;
}

/**
 * Principals as a resource policy can name them. The roles of a permission set change their names
 * when it is provisioned again and a principal takes no wildcard, so they are reached through the
 * account's root and a pattern for `aws:PrincipalArn`. Apart from the others, whom the condition
 * would shut out.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function granteesOf(principals: readonly Principal[]): readonly Grantees[] {
  const sets = principals.filter((principal) => principal.kind === "permission-set");
  const named = principals.filter((principal) => principal.kind !== "permission-set");
  return [
    ...(named.length === 0
      ? []
      : [{ name: "", arns: distinct(named.map(({ arn }) => arn)), condition: {} }]),
    ...(sets.length === 0
      ? []
      : [
          {
            name: "Permission Sets",
            arns: distinct(sets.map(({ partition, account }) => rootArn(partition, account))),
            condition: {
              ArnLike: { "aws:PrincipalArn": oneOrMany(distinct(sets.map(({ arn }) => arn))) },
            },
          },
        ]),
  ];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
