import { bucketArn } from "#core/aws/arn.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import type { ContextEntry, Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { sharingProbes } from "#core/plan/probes.ts";
import { verifyStep } from "#core/plan/step.ts";
import { sharedUserArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

const OBJECT_ACTIONS = {
  read: "s3:GetObject",
  write: "s3:PutObject",
  delete: "s3:DeleteObject",
} as const;

/**
 * The simulation knows no time of itself, and without one a grant that ends allows nothing. Any time
 * before the end will do: that the end has not come yet, the requests with the access key show.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
const BEFORE_THE_END: ContextEntry = {
  key: "aws:CurrentTime",
  value: "2000-01-01T00:00:00Z",
  type: "date",
};

/** The third party tries its key out; account A asks IAM, for which it needs no key. */
export function verifySteps(
  sharing: Shared<Settings>,
  permitted: readonly string[],
  inUse: readonly string[],
): readonly PlanStep[] {
  const { agreement, settings } = sharing;
  const simulated = simulations(sharing);
  return [
    ...(simulated.length === 0
      ? []
      : [
          verifyStep({
            id: "simulate",
            side: "owner",
            title: "Ask IAM what the user may do",
            why: "Needs no access key. IAM judges the user's own policies and its boundary; bucket policies and key policies are left out.",
            needs: permitted,
            operations: simulated,
          }),
        ]),
    verifyStep({
      id: "verify",
      side: "consumer",
      title: "Verify with the new access key",
      why: "Shows that what was agreed works and that nothing beside it does. A new key takes a moment to spread: InvalidAccessKeyId in the first minute means to try again.",
      needs: inUse,
      operations: [
        { kind: "check-caller", account: agreement.owner.account },
        ...(settings.selfCheck ? simulated : []),
        ...sharingProbes(agreement),
      ],
    }),
  ];
}

/** One request for each access to objects: listing depends on values that the simulation is not given. */
function simulations(sharing: Shared<Settings>): readonly Operation[] {
  const { partition, owner, guardrails }: Agreement = sharing.agreement;
  return owner.locations.flatMap(({ bucket, prefix, access }) =>
    access
      .filter((level) => level !== "list")
      .map(
        (level): Operation => ({
          kind: "simulate-principal-policy",
          principalArn: sharedUserArn(sharing),
          action: OBJECT_ACTIONS[level],
          resourceArn: `${bucketArn(partition, bucket)}/${prefix}s3-handshake-verify.txt`,
          expect: "allowed",
          ...(guardrails.validUntil === "" ? {} : { context: BEFORE_THE_END }),
        }),
      ),
  );
}
