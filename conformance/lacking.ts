import type { Prepared } from "#core/methods/method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { SIDES, type Side } from "#core/side.ts";

const ACCESS_GRANTS = "moto has no S3 Access Grants";
const SHARES = "moto has resource shares, but no invitations and no managed permissions";
const QUICKSIGHT = "moto's QuickSight can create a data set, but not describe or delete one";
const CANONICAL_USER = "moto gives every account the same canonical user, and lists name them";
const SIMULATION = "moto has no SimulatePrincipalPolicy";

/**
 * What moto does not have: python/recorder.py and python/simulation.py answer in its place, and what
 * they answer counts as recorded, not as run.
 * @see https://docs.getmoto.org/en/latest/docs/services/index.html
 */
const LACKING: Readonly<Record<string, string>> = {
  "check-access-grants-instance": ACCESS_GRANTS,
  "create-access-grants-instance": ACCESS_GRANTS,
  "put-instance-policy": ACCESS_GRANTS,
  "create-access-grants-location": ACCESS_GRANTS,
  "create-access-grant": ACCESS_GRANTS,
  "get-data-access": ACCESS_GRANTS,
  "probe-data-access": ACCESS_GRANTS,
  "list-caller-access-grants": ACCESS_GRANTS,
  "find-access-grants-instance": ACCESS_GRANTS,
  "check-share-permission": SHARES,
  "create-resource-share": SHARES,
  "accept-resource-share": SHARES,
  "create-data-source": QUICKSIGHT,
  "create-data-set": QUICKSIGHT,
  "create-ingestion": QUICKSIGHT,
  "wait-for-data-source": QUICKSIGHT,
  "wait-for-ingestion": QUICKSIGHT,
  "simulate-principal-policy": SIMULATION,
  "put-ownership-controls": CANONICAL_USER,
  "put-bucket-acl": CANONICAL_USER,
  "put-object-acl": CANONICAL_USER,
};

/** Why the scripts of one side need the recorder; empty when moto has all of it. */
export function lackingOn(
  { plan }: Prepared,
  side: Side,
  phases: readonly PlanStep["phase"][] = ["prepare", "apply"],
): readonly string[] {
  const own = plan.steps.filter((step) => step.side === side && phases.includes(step.phase));
  return [
    ...new Set(own.flatMap((step) => step.operations.flatMap(({ kind }) => LACKING[kind] ?? []))),
  ];
}

/** Whether moto alone cannot play the two accounts. */
export function needsRecorder(
  prepared: Prepared,
  phases: readonly PlanStep["phase"][] = ["prepare", "apply", "verify"],
): boolean {
  return SIDES.some((side) => lackingOn(prepared, side, phases).length > 0);
}

/** Operations of apply that the recorder answers. */
export function recordedKinds({ plan }: Prepared): readonly string[] {
  return plan.steps
    .filter(({ phase }) => phase === "prepare" || phase === "apply")
    .flatMap((step) => step.operations.filter(isLacking))
    .map(({ kind }) => kind);
}

/** Documents that apply puts where moto has nothing. */
export function lackingDocuments({ plan }: Prepared): readonly string[] {
  return plan.steps
    .filter(({ phase }) => phase === "apply")
    .flatMap((step) => step.operations.filter(isLacking))
    .flatMap((operation) => ("document" in operation ? [operation.document] : []));
}

export function isLacking({ kind }: Operation): boolean {
  return kind in LACKING;
}
