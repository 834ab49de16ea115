import type { Prepared } from "#core/methods/method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { SIDES, type Side } from "#core/side.ts";

const ACCESS_GRANTS = "moto has no S3 Access Grants";
const SHARES = "moto has resource shares, but no invitations and no managed permissions";
const QUICKSIGHT = "moto's QuickSight can create a data set, but not describe or delete one";
const CANONICAL_USER = "moto gives every account the same canonical user, and lists name them";

/**
 * What moto does not have: the side of a plan that needs it is not run, only its commands are parsed.
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
  "simulate-principal-policy": "moto has no SimulatePrincipalPolicy",
  "put-ownership-controls": CANONICAL_USER,
  "put-bucket-acl": CANONICAL_USER,
  "put-object-acl": CANONICAL_USER,
};

/** What python/recorder.py answers in the place of moto. */
const RECORDABLE: readonly string[] = [ACCESS_GRANTS, SHARES, QUICKSIGHT, CANONICAL_USER];

const OTHER_PARTITION = "the accounts of these tests are in the partition aws";
const BOUNDARY = "moto forgets a user's permissions boundary";

/** Why the scripts of one side cannot be run against moto; empty when they can. */
export function lackingOn(
  { plan, agreement }: Prepared,
  side: Side,
  phases: readonly PlanStep["phase"][] = ["prepare", "apply"],
): readonly string[] {
  if (agreement.partition !== "aws") return [OTHER_PARTITION];
  const own = plan.steps.filter((step) => step.side === side && phases.includes(step.phase));
  return [...new Set(own.flatMap((step) => step.operations.flatMap(reasons)))];
}

/** Operations of apply that the recorder answers; empty where something else is lacking as well. */
export function recordedKinds(prepared: Prepared): readonly string[] {
  const lacking = SIDES.flatMap((side) => lackingOn(prepared, side));
  if (lacking.some((why) => !RECORDABLE.includes(why))) return [];
  return prepared.plan.steps
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

function reasons(operation: Operation): readonly string[] {
  const lacks = LACKING[operation.kind];
  if (lacks !== undefined) return [lacks];
  return operation.kind === "create-user" && operation.permissionsBoundary !== "" ? [BOUNDARY] : [];
}
