import type { Shared } from "#core/methods/define-method.ts";
import type { AccessGrant, Grantee } from "#core/plan/access-grants-operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { callerStepId, namedPrincipalsNeeds } from "#core/plan/prerequisites.ts";
import { instanceStepId } from "./instance-steps.ts";
import { type Instance, instancesOf, locationRoleArn } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { GRANTS_MAX, granteesOf, locationScopes, type Target, targetsOf } from "./targets.ts";

const inRegion = (sharing: Shared<Settings>, { region }: Instance): string =>
  instancesOf(sharing).length > 1 ? ` in ${region}` : "";

/** Paths of S3, each with the role that S3 Access Grants assume for it. */
export function locationSteps(
  sharing: Shared<Settings>,
  needs: readonly string[],
): readonly PlanStep[] {
  const targets = targetsOf(sharing);
  const roleArn = locationRoleArn(sharing);
  return instancesOf(sharing).map((instance): PlanStep => {
    const { region } = instance;
    const scopes = locationScopes(targets, instance);
    return {
      id: `locations-${region}`,
      side: "owner",
      phase: "apply",
      title: `Register the ${scopes.length === 1 ? "location" : "locations"}${inRegion(sharing, instance)}`,
      why: "A location is a path with the role that is assumed for it. S3 refuses a role that does not trust it, or that was created moments ago.",
      needs: [instanceStepId(instance), ...needs],
      operations: scopes.map((scope) => ({
        kind: "create-access-grants-location",
        region,
        scope,
        roleArn,
      })),
      check: [],
      undo: {
        kind: "operations",
        operations: scopes
          .map(
            (scope) => ({ kind: "delete-access-grants-location", region, scope, roleArn }) as const,
          )
          .toReversed(),
      },
      documents: [],
      retries: true,
    };
  });
}

/** One grant for each target and grantee. */
export function grantSteps(
  sharing: Shared<Settings>,
  needs: readonly string[],
): readonly PlanStep[] {
  const targets = targetsOf(sharing);
  const grantees = granteesOf(sharing);
  return instancesOf(sharing).map((instance): PlanStep => {
    const own = targets.filter((target) => target.instance.arn === instance.arn);
    const grants = grantsFor(own, grantees);
    const count = own.length * grantees.length;
    return {
      id: `grants-${instance.region}`,
      side: "owner",
      phase: "apply",
      title: `Create the ${count === 1 ? "grant" : `${count} grants`}${inRegion(sharing, instance)}`,
      why: "Who gets credentials for which path. Grants of others are not touched. Deleting a grant does not end credentials that were given before.",
      needs: [
        callerStepId("owner"),
        ...namedPrincipalsNeeds(sharing.agreement),
        instanceStepId(instance),
        ...needs,
      ],
      operations: grants.map((grant) => ({ kind: "create-access-grant", ...grant })),
      check: [],
      undo: {
        kind: "operations",
        operations: grants
          .map((grant) => ({ kind: "delete-access-grant", ...grant }) as const)
          .toReversed(),
      },
      documents: [],
      retries: true,
    };
  });
}

/** What is over the limit is told as an error and not built. */
function grantsFor(
  targets: readonly Target[],
  grantees: readonly Grantee[],
): readonly AccessGrant[] {
  const most = Math.ceil(GRANTS_MAX / Math.max(grantees.length, 1));
  return targets.slice(0, most).flatMap((target) => {
    const { instance, locationScope, subPrefix, isObject, permission } = target;
    const { region } = instance;
    return grantees.map((grantee) => ({
      region,
      locationScope,
      subPrefix,
      isObject,
      permission,
      grantee,
    }));
  });
}
