import { permissionCovers } from "#core/aws/grant-permission.ts";
import { SESSION_MIN_SECONDS } from "#core/aws/limits.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { sharingProbes } from "#core/plan/probes.ts";
import { verifyStep } from "#core/plan/step.ts";
import type { Settings } from "./parameters.ts";
import { type Target, targetsOf } from "./targets.ts";
import { dataAccess } from "./usage-steps.ts";

const ELSEWHERE = "s3-handshake-verify-elsewhere/*";

/** First what no credentials are given for, then each grant's credentials on the data. */
export function verification(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const targets = targetsOf(sharing);
  return verifyStep({
    id: "verify",
    side: "consumer",
    title: "Verify as the consuming identity",
    why: "Shows that credentials are given for what was agreed and for nothing beside it, and that they do no more. Policies take a moment to spread: try again before looking for a mistake.",
    needs,
    operations: [
      ...targets.flatMap((target) => refusals(sharing, targets, target)),
      ...targets.flatMap((target) => uses(sharing, target)),
    ],
  });
}

/** The permission that the grant does not have, and a path beside it; unless another grant has them. */
function refusals(
  sharing: Shared<Settings>,
  targets: readonly Target[],
  target: Target,
): readonly Operation[] {
  const request = dataAccess(sharing, target);
  const isGranted = (path: string, permission: "READ" | "WRITE") =>
    targets.some(
      (other) =>
        other.bucket === target.bucket &&
        permissionCovers(other.permission, permission) &&
        (other.isObject ? other.path === path : path.startsWith(other.path.slice(0, -1))),
    );
  const others = (["READ", "WRITE"] as const).filter(
    (permission) => !isGranted(target.path, permission),
  );
  const isFirst = targets.find(({ bucket }) => bucket === target.bucket) === target;
  return [
    ...others.map(
      (permission): Operation => ({
        kind: "probe-data-access",
        ...request,
        permission,
        expect: "denied",
        shows: `no ${permission} credentials are given for ${target.bucket}/${target.path}`,
      }),
    ),
    ...(isFirst && !isGranted(ELSEWHERE, "READ")
      ? [
          {
            kind: "probe-data-access",
            ...request,
            target: `s3://${target.bucket}/${ELSEWHERE}`,
            isObject: false,
            permission: "READ",
            expect: "denied",
            shows: `no credentials are given for another prefix of ${target.bucket}`,
          } as const,
        ]
      : []),
  ];
}

function uses(sharing: Shared<Settings>, target: Target): readonly Operation[] {
  const { agreement } = sharing;
  const { bucket, path, location, instance } = target;
  const session: Operation = {
    kind: "get-data-access",
    ...dataAccess(sharing, target),
    durationSeconds: SESSION_MIN_SECONDS,
  };
  if (location === undefined) {
    const read: Operation = {
      kind: "probe",
      access: "read",
      bucket,
      region: instance.region,
      path,
      expect: "allowed",
      shows: `${bucket}/${path} can be read`,
    };
    // A write would go to the object itself.
    return permissionCovers(target.permission, "READ") ? [session, read] : [session];
  }
  const { owner } = agreement;
  const only = {
    ...agreement,
    owner: {
      ...owner,
      region: instance.region as typeof owner.region,
      locations: [location],
      buckets: owner.buckets.filter((settings) => settings.bucket === bucket),
    },
  };
  return [session, ...sharingProbes(only)];
}
