import type { Shared } from "#core/methods/define-method.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { callerStepId } from "#core/plan/prerequisites.ts";
import { prepareStep } from "#core/plan/step.ts";
import { type Instance, instancesOf, sharePermissionArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

export const instanceStepId = ({ region }: Pick<Instance, "region">): string =>
  `access-grants-instance-${region}`;

/** Each region's instance is looked at, or made. */
export function instanceSteps(sharing: Shared<Settings>): {
  readonly looks: readonly PlanStep[];
  readonly makes: readonly PlanStep[];
} {
  const instances = instancesOf(sharing);
  return {
    looks: instances.filter(({ isNew }) => !isNew).map((instance) => look(sharing, instance)),
    makes: instances.filter(({ isNew }) => isNew).map((instance) => make(sharing, instance)),
  };
}

function look({ settings }: Shared<Settings>, instance: Instance): PlanStep {
  const { region, arn } = instance;
  return prepareStep({
    id: instanceStepId(instance),
    side: "owner",
    title: `Look at the S3 Access Grants instance in ${region}`,
    why: "It is there already and stays: only this sharing's locations and grants are added to it, and taken away again.",
    needs: [callerStepId("owner")],
    operations: [
      {
        kind: "check-access-grants-instance",
        region,
        instanceArn: arn,
        identityCenterArn: settings.identityCenterArn,
      },
    ],
  });
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-instance-create.html */
function make({ settings }: Shared<Settings>, instance: Instance): PlanStep {
  const { region, arn } = instance;
  const { identityCenterArn } = settings;
  const target = { region, instanceArn: arn };
  return {
    id: instanceStepId(instance),
    side: "owner",
    phase: "apply",
    title: `Create the S3 Access Grants instance in ${region}`,
    why: "One for each region of an account: it knows the locations and grants of the buckets there. An empty one gives nobody anything.",
    needs: [callerStepId("owner")],
    operations: [{ kind: "create-access-grants-instance", ...target, identityCenterArn }],
    check: [],
    undo: {
      kind: "operations",
      operations: [
        ...(identityCenterArn === ""
          ? []
          : [{ kind: "dissociate-identity-center", ...target } as const]),
        { kind: "delete-access-grants-instance", ...target },
      ],
    },
    documents: [],
    retries: false,
  };
}

/** Names of AWS's managed permissions have changed before: they are looked up. */
export function permissionSteps(sharing: Shared<Settings>): readonly PlanStep[] {
  if (sharing.settings.sharing !== "ram") return [];
  return [
    prepareStep({
      id: "check-share-permission",
      side: "owner",
      title: "Look at the managed permissions of AWS RAM",
      why: "The resource share names one of them; it says what account B may ask of the instance.",
      needs: [callerStepId("owner")],
      operations: instancesOf(sharing).map(({ region }) => ({
        kind: "check-share-permission",
        region,
        permissionArn: sharePermissionArn(sharing),
        resourceType: "s3:AccessGrants",
      })),
    }),
  ];
}
