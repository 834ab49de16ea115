import { permissionSetOf } from "#core/aws/principal.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import type { Issue } from "#core/parameters/parameter.ts";

/** Combinations that AWS accepts and that rarely do what was meant. */
export function cautions(agreement: Agreement): readonly Issue[] {
  return [
    ...mfaCautions(agreement),
    ...networkCautions(agreement),
    ...principalCautions(agreement),
    ...browsingCautions(agreement),
  ];
}

/**
 * For methods with a bucket policy: its Deny of other organizations holds for everybody.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function organizationCautions({ guardrails }: Agreement): readonly Issue[] {
  const { organizationId } = guardrails;
  return organizationId === ""
    ? []
    : [
        {
          severity: "warning",
          at: "guardrails.organizationId",
          message: `The bucket policy then denies everybody outside ${organizationId} and account A, also accounts that the bucket is already shared with. Leave it empty if there are such accounts.`,
        },
      ];
}

function mfaCautions({ consumer, guardrails }: Agreement): readonly Issue[] {
  return guardrails.mfa && consumer.principals.some(({ kind }) => kind !== "user")
    ? [
        {
          severity: "warning",
          at: "guardrails.mfa",
          message:
            "Only sessions that a person started with MFA get in: a role used by an application or an AWS service never has it.",
        },
      ]
    : [];
}

function networkCautions({ consumer, guardrails }: Agreement): readonly Issue[] {
  return consumer.consoleAccess && guardrails.vpcEndpoints.length > 0
    ? [
        {
          severity: "warning",
          at: "guardrails.vpcEndpoints",
          message:
            "The S3 console does not come through a VPC endpoint, so it is denied unless the browser uses AWS Management Console Private Access.",
        },
      ]
    : [];
}

function browsingCautions({ owner, consumer }: Agreement): readonly Issue[] {
  const below = owner.locations.filter(
    ({ prefix, access }) => prefix !== "" && access.includes("list"),
  );
  return consumer.consoleAccess && below.length > 0
    ? [
        {
          severity: "warning",
          at: "consumer.consoleAccess",
          message:
            "On the way down to a shared prefix, people see the names beside it at each level, though nothing inside. Leave it off if those names are confidential; the console opens by its address then too.",
        },
      ]
    : [];
}

/** @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
function principalCautions({ consumer }: Agreement): readonly Issue[] {
  return consumer.principals.flatMap((principal, index): readonly Issue[] => {
    const at = `consumer.principals.${index}`;
    if (principal.kind === "session") {
      return [
        {
          severity: "warning",
          at,
          message: `Only sessions named “${principal.sessionName}” get in: the session name becomes part of the agreement. Enter the role's ARN to let in all its sessions.`,
        },
      ];
    }
    if (principal.kind === "role" && permissionSetOf(principal.name) !== undefined) {
      return [
        {
          severity: "warning",
          at,
          message:
            "IAM Identity Center gives this role a new name when the permission set is provisioned again, and the access ends. Enter the permission set's pattern instead.",
        },
      ];
    }
    return [];
  });
}
