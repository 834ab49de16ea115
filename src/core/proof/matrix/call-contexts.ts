import type { Agreement } from "#core/parameters/agreement.ts";
import { type ContextValues, contextValues, withValues } from "#core/proof/context.ts";
import type { Actor } from "./actors.ts";
import type { Circumstance } from "./circumstances.ts";
import type { Call } from "./question.ts";

/** The request context of a call; what calls have in common is put together once. */
export function callContexts(
  agreement: Agreement,
): (actor: Actor, circumstance: Circumstance, call: Call) => ContextValues {
  const { account, region } = agreement.owner;
  const known = new Map<Actor, Map<Circumstance, ContextValues>>();
  const common = (actor: Actor, circumstance: Circumstance): ContextValues => {
    const ofActor = known.get(actor) ?? new Map<Circumstance, ContextValues>();
    known.set(actor, ofActor);
    const values =
      ofActor.get(circumstance) ??
      contextValues({
        ...actor.context,
        "kms:CallerAccount": actor.caller.account,
        "aws:RequestedRegion": region,
        "aws:ResourceAccount": account,
        "s3:ResourceAccount": account,
        ...circumstance.context,
      });
    ofActor.set(circumstance, values);
    return values;
  };
  return (actor, circumstance, { resourceAccount, context }) => {
    const values = common(actor, circumstance);
    const isElsewhere = resourceAccount !== account;
    if (context === undefined && !isElsewhere) return values;
    if (!isElsewhere) return withValues(values, context ?? {});
    const elsewhere = {
      "aws:ResourceAccount": resourceAccount,
      "s3:ResourceAccount": resourceAccount,
    };
    return withValues(values, { ...elsewhere, ...context });
  };
}
