import { actionsFor } from "#core/aws/access.ts";
import { callsFor, rowAt } from "./access-rows.ts";
import { type Asking, deniedTo } from "./asking.ts";
import type { Guard } from "./circumstances.ts";
import { grouped, placeOf, settingsOf } from "./places.ts";
import type { QuestionRow } from "./question.ts";

export const GUARD_TITLES: Readonly<Record<Guard, string>> = {
  tls: "Over plain HTTP",
  "tls-version": "Over an older TLS version",
  organization: "From outside the organization",
  network: "From another network",
  mfa: "Without MFA",
  validity: "After the end of validity",
};

/** Each guardrail keeps out what it is there to keep out, at every location. */
export function guardRows(asking: Asking, guards: readonly Guard[]): readonly QuestionRow[] {
  const { agreement, granted, refusedIn, guarded } = asking;
  return guards.flatMap((guard) => {
    const circumstances = guarded.filter((circumstance) => circumstance.guard === guard);
    if (circumstances.length === 0) return [];
    return agreement.owner.locations.map((location): QuestionRow => {
      const versioned = settingsOf(agreement, location.bucket)?.versioned ?? false;
      const actions = grouped(actionsFor(location.access, { versioned }));
      const place = placeOf(agreement, location.bucket, location.prefix);
      const calls = callsFor(actions, place, agreement.partition);
      return {
        ...rowAt(guard, location),
        kind: "guardrail",
        title: GUARD_TITLES[guard],
        questions: deniedTo(granted, calls, refusedIn, circumstances),
      };
    });
  });
}
