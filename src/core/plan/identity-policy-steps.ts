import type { AccountId } from "#core/aws/account-id.ts";
import { policyArn } from "#core/aws/arn.ts";
import { iamRolesPage, identityCenterPage } from "#core/aws/console-links.ts";
import { POLICY_NAME_MAX } from "#core/aws/policy-name.ts";
import type { Partition } from "#core/aws/region.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { Attachment, SharingDocument } from "#core/policy/document.ts";
import type { Side } from "#core/side.ts";
import type { Operation } from "./operation.ts";
import type { PlanStep } from "./plan.ts";
import { callerStepId, namedPrincipalsNeeds } from "./prerequisites.ts";

interface Target {
  readonly partition: Partition;
  readonly region: string;
  readonly account: AccountId;
  readonly policyName: string;
  /** Of managed policies; begins and ends with "/". */
  readonly policyPath: string;
}

/**
 * Puts a side's identity policies on its roles and users: inline, or as a managed policy that is created once
 * and attached. What cannot be attached by a call (a permission set, or whom the account's admin
 * chooses) is told to a person. A policy that was too long for one is numbered.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
export function identityPolicySteps(
  { partition, owner, consumer }: Agreement,
  side: Side,
  all: readonly SharingDocument[],
  policy: { readonly name: string; readonly path?: string },
  told: Pick<PlanStep, "title" | "why" | "needs">,
): readonly PlanStep[] {
  const documents = all.filter((one) => one.kind === "identity-policy" && one.side === side);
  const target = {
    partition,
    region: owner.region,
    account: side === "owner" ? owner.account : consumer.account,
    policyPath: policy.path ?? "/",
  };
  return documents.map((document, index) => {
    const part = documents.length > 1;
    const policyName = part ? numbered(policy.name, index + 1) : policy.name;
    const { does, undoes } =
      document.delivery === "managed"
        ? managed(document, { ...target, policyName })
        : inline(document.attachedTo, policyName, document.id);
    return {
      id: `put-${document.id}`,
      side,
      phase: "apply",
      ...told,
      title: part ? `${told.title} (${index + 1} of ${documents.length})` : told.title,
      operations: does,
      check: [],
      undo: { kind: "operations", operations: undoes },
      documents: [document.id],
      retries: true,
    };
  });
}

/** Account B's half: across accounts its own policies have to allow as well. */
export function consumerPolicySteps(
  agreement: Agreement,
  documents: readonly SharingDocument[],
  policyName: string,
  told: Pick<PlanStep, "title" | "why">,
): readonly PlanStep[] {
  return identityPolicySteps(
    agreement,
    "consumer",
    documents,
    { name: policyName },
    { ...told, needs: [callerStepId("consumer"), ...namedPrincipalsNeeds(agreement)] },
  );
}

function numbered(policyName: string, number: number): string {
  const suffix = `-${number}`;
  return `${policyName.slice(0, POLICY_NAME_MAX - suffix.length)}${suffix}`;
}

interface Both {
  readonly does: readonly Operation[];
  /** In the order in which they are run. */
  readonly undoes: readonly Operation[];
}

function inline(attachedTo: readonly Attachment[], policyName: string, document: string): Both {
  const pairs = attachedTo.flatMap((attachment): readonly (readonly [Operation, Operation])[] => {
    if (attachment.kind === "role") {
      const roleName = nameInArn(attachment.arn);
      return [
        [
          { kind: "put-role-policy", roleName, policyName, document },
          { kind: "delete-role-policy", roleName, policyName },
        ],
      ];
    }
    if (attachment.kind === "user") {
      const userName = nameInArn(attachment.arn);
      return [
        [
          { kind: "put-user-policy", userName, policyName, document },
          { kind: "delete-user-policy", userName, policyName },
        ],
      ];
    }
    return [];
  });
  return { does: pairs.map(([does]) => does), undoes: pairs.map(([, undoes]) => undoes) };
}

function managed({ id, attachedTo }: SharingDocument, target: Target): Both {
  const path = target.policyPath;
  const arn = policyArn({
    partition: target.partition,
    account: target.account,
    path,
    name: target.policyName,
  });
  const pairs = attachedTo.map((attachment) => attaching(attachment, arn, target));
  return {
    does: [
      { kind: "create-policy", policyArn: arn, policyName: target.policyName, path, document: id },
      ...pairs.map(([does]) => does),
    ],
    undoes: [
      ...pairs.map(([, undoes]) => undoes).toReversed(),
      { kind: "delete-policy", policyArn: arn },
    ],
  };
}

function attaching(
  attachment: Attachment,
  arn: string,
  { partition, region, policyName }: Target,
): readonly [Operation, Operation] {
  const at = { partition, region };
  switch (attachment.kind) {
    case "role": {
      const roleName = nameInArn(attachment.arn);
      return [
        { kind: "attach-role-policy", roleName, policyArn: arn },
        { kind: "detach-role-policy", roleName, policyArn: arn },
      ];
    }
    case "user": {
      const userName = nameInArn(attachment.arn);
      return [
        { kind: "attach-user-policy", userName, policyArn: arn },
        { kind: "detach-user-policy", userName, policyArn: arn },
      ];
    }
    case "permission-set":
      return [
        {
          kind: "by-hand",
          instruction: `In IAM Identity Center, open the permission set ${attachment.name}, attach the customer managed policy ${policyName} (path /), and provision it again to this account.`,
          url: identityCenterPage(at),
        },
        {
          kind: "by-hand",
          instruction: `In IAM Identity Center, detach the customer managed policy ${policyName} from the permission set ${attachment.name} and provision it again, before the policy is deleted.`,
          url: identityCenterPage(at),
        },
      ];
    default:
      return [
        {
          kind: "by-hand",
          instruction: `Attach the policy ${policyName} to each role, user or group of this account that is to have access. Nobody else gets it.`,
          url: iamRolesPage(at),
        },
        {
          kind: "by-hand",
          instruction: `Detach the policy ${policyName} from every role, user and group that has it, before it is deleted.`,
          url: iamRolesPage(at),
        },
      ];
  }
}
