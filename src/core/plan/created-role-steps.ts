import type { Agreement } from "#core/parameters/agreement.ts";
import type { CreatedRole } from "#core/parameters/created-role.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { KeyUse } from "#core/policy/key-grants.ts";
import { identityPolicySteps } from "./identity-policy-steps.ts";
import type { PlanStep } from "./plan.ts";
import { callerStepId, keyStepId } from "./prerequisites.ts";
import { ownKeySteps } from "./resource-policy-steps.ts";

const CREATE_ROLE = "create-role";

type Told = Pick<PlanStep, "why" | "needs">;

/**
 * Creates a role of account A, gives it its permissions, and names it in the policies of keys that do not let IAM
 * policies decide. In this order: IAM and KMS refuse to name a role that does not exist.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html
 */
export function createdRoleSteps(sharing: {
  readonly agreement: Agreement;
  readonly documents: readonly SharingDocument[];
  readonly role: CreatedRole;
  readonly description: string;
  readonly policyName: string;
  /** Keys whose policies were looked at first, because they have to let IAM policies decide. */
  readonly checkedKeys: readonly KeyUse[];
  readonly create: Told;
  readonly permit: Told;
}): readonly PlanStep[] {
  const { agreement, documents, policyName, checkedKeys, permit } = sharing;
  return [
    createStep(sharing),
    ...identityPolicySteps(
      agreement,
      "owner",
      documents,
      { name: policyName },
      {
        title: "Give the role its permissions",
        why: permit.why,
        needs: [
          callerStepId("owner"),
          CREATE_ROLE,
          ...permit.needs,
          ...checkedKeys.map(({ keyArn }) => keyStepId(keyArn)),
        ],
      },
    ),
    ...ownKeySteps(documents, "role", CREATE_ROLE),
  ];
}

function createStep({
  documents,
  role,
  description,
  create,
}: Parameters<typeof createdRoleSteps>[0]): PlanStep {
  const { arn, name, path, maxSessionSeconds } = role;
  const trust = documents.filter(({ kind }) => kind === "trust-policy").map(({ id }) => id);
  return {
    id: CREATE_ROLE,
    side: "owner",
    phase: "apply",
    title: `Create the role ${name} in account A`,
    why: create.why,
    needs: [callerStepId("owner"), ...create.needs],
    operations: [
      {
        kind: "create-role",
        roleName: name,
        path,
        maxSessionSeconds,
        description,
        trustDocument: trust[0] ?? "",
      },
    ],
    check: [{ kind: "check-role", roleArn: arn }],
    undo: { kind: "operations", operations: [{ kind: "delete-role", roleName: name }] },
    documents: trust,
    retries: true,
  };
}
