import { rowAt } from "./access-rows.ts";
import { type Asking, deniedTo, withoutKey } from "./asking.ts";
import type { Guard } from "./circumstances.ts";
import { callsFor, EVERY_ACTION, grantedActions, placeOf } from "./places.ts";
import type { QuestionRow } from "./question.ts";

export const GUARD_TITLES: Readonly<Record<Guard, string>> = {
  tls: "Over plain HTTP",
  "tls-version": "Over an older TLS version",
  organization: "From outside the organization",
  network: "From another network",
  mfa: "Without MFA",
  validity: "After the end of validity",
};

/** Denied to everyone, whatever other statements the bucket's policy may have or get. */
const FOR_EVERYONE: readonly Guard[] = ["tls", "tls-version"];

/** Each guardrail keeps out what it is there to keep out, at every location. */
export function guardRows(asking: Asking, guards: readonly Guard[]): readonly QuestionRow[] {
  const { agreement, granted, guarded, firstLocations } = asking;
  return guards.flatMap((guard) => {
    const circumstances = guarded.filter((circumstance) => circumstance.guard === guard);
    if (circumstances.length === 0) return [];
    return agreement.owner.locations.map((location): QuestionRow => {
      const isForEveryone = FOR_EVERYONE.includes(guard);
      const isForAll = isForEveryone && firstLocations.has(location);
      const actions = isForAll ? EVERY_ACTION : grantedActions(agreement, location);
      const place = placeOf(agreement, location.bucket, location.prefix);
      const calls = withoutKey(callsFor(actions, place, agreement.partition));
      const world = isForEveryone ? "denies-only" : asking.refusedIn;
      return {
        ...rowAt(guard, location),
        kind: "guardrail",
        title: GUARD_TITLES[guard],
        questions: deniedTo(granted, calls, world, circumstances),
      };
    });
  });
}
