import { MANAGED_POLICIES_MAX } from "#core/aws/limits.ts";
import type { Issue } from "#core/parameters/parameter.ts";
import type { Plan } from "./plan.ts";

/**
 * Tells of a role or user that the plan gives more managed policies than AWS attaches to one; of the first, because
 * the others have as many for the same reason. What is attached already is not known here.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function attachedPolicyIssues({ steps }: Plan): readonly Issue[] {
  const counts = new Map<string, number>();
  for (const operation of steps.flatMap(({ operations }) => operations)) {
    const holder =
      operation.kind === "attach-role-policy"
        ? `role ${operation.roleName}`
        : operation.kind === "attach-user-policy"
          ? `user ${operation.userName}`
          : undefined;
    if (holder !== undefined) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  const [first] = [...counts].filter(([, count]) => count > MANAGED_POLICIES_MAX);
  if (first === undefined) return [];
  const [holder, count] = first;
  return [
    {
      severity: "error",
      at: "owner.locations",
      message: `The ${holder} would need ${count} managed policies, and AWS attaches at most ${MANAGED_POLICIES_MAX}. Share a prefix above several of the listed ones.`,
    },
  ];
}
