import type { Shared } from "#core/methods/define-method.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { callerStepId } from "#core/plan/prerequisites.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { instanceStepId } from "./instance-steps.ts";
import { instancesOf, shareName, sharePermissionArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

/** Lets account B ask the instances: by their resource policies, or through AWS RAM. */
export function shareSteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return sharing.settings.sharing === "ram" ? ramSteps(sharing) : policySteps(sharing, documents);
}

function policySteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return instancesOf(sharing).flatMap((instance) => {
    const { region, arn } = instance;
    return documents
      .filter(({ attachedTo }) =>
        attachedTo.some((target) => target.kind === "access-grants-instance" && target.arn === arn),
      )
      .map(({ id }): PlanStep => {
        const target = { region, instanceArn: arn, document: id };
        return {
          id: `put-${id}`,
          side: "owner",
          phase: "apply",
          title: `Put the resource policy on the instance in ${region}`,
          why: "Without it account B cannot ask the instance at all, whatever is granted. S3 replaces the whole policy, so what is there is saved first.",
          needs: [callerStepId("owner"), instanceStepId(instance)],
          operations: [{ kind: "put-instance-policy", ...target }],
          check: [],
          undo: {
            kind: "operations",
            operations: [{ kind: "restore-instance-policy", ...target }],
          },
          documents: [id],
          retries: true,
        };
      });
  });
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-cross-accounts.html */
function ramSteps(sharing: Shared<Settings>): readonly PlanStep[] {
  const { agreement, settings } = sharing;
  return instancesOf(sharing).map((instance): PlanStep => {
    const { region, arn } = instance;
    const share = { region, name: shareName(sharing) };
    return {
      id: `share-instance-${region}`,
      side: "owner",
      phase: "apply",
      title: `Share the instance in ${region} through AWS RAM`,
      why: settings.sameOrganization
        ? "Without it account B cannot ask the instance at all, whatever is granted. Inside an organization it takes effect at once."
        : "Without it account B cannot ask the instance at all, whatever is granted. It takes effect when account B has accepted the invitation.",
      needs: [callerStepId("owner"), instanceStepId(instance), "check-share-permission"],
      operations: [
        {
          kind: "create-resource-share",
          ...share,
          resourceArn: arn,
          principal: agreement.consumer.account,
          permissionArn: sharePermissionArn(sharing),
          allowsExternal: !settings.sameOrganization,
        },
      ],
      check: [],
      undo: {
        kind: "operations",
        operations: [{ kind: "delete-resource-share", ...share }],
      },
      documents: [],
      retries: false,
    };
  });
}

/** Account B's part of AWS RAM; inside one organization there is none. */
export function acceptSteps(
  sharing: Shared<Settings>,
  needs: readonly string[],
): readonly PlanStep[] {
  const { agreement, settings } = sharing;
  if (settings.sharing !== "ram" || settings.sameOrganization) return [];
  const shares = instancesOf(sharing).map(({ region }) => ({ region, name: shareName(sharing) }));
  return [
    {
      id: "accept-share",
      side: "consumer",
      phase: "apply",
      title: `Accept the ${shares.length === 1 ? "invitation" : "invitations"} of AWS RAM`,
      why: "An invitation waits for seven days. Check that it comes from account A before you accept it.",
      needs: [callerStepId("consumer"), ...needs],
      operations: shares.map((share) => ({
        kind: "accept-resource-share",
        ...share,
        sender: agreement.owner.account,
      })),
      check: [],
      undo: {
        kind: "operations",
        operations: shares.map((share) => ({
          kind: "leave-resource-share",
          ...share,
          receiver: agreement.consumer.account,
        })),
      },
      documents: [],
      retries: false,
    },
  ];
}
