import type { Agreement, Location } from "#core/parameters/agreement.ts";
import type { Actor } from "./actors.ts";
import type { Circumstance, Guarded } from "./circumstances.ts";
import type { GrantedPlaces } from "./places.ts";
import type { Call, Question, World } from "./question.ts";

/** What every row is made from. */
export interface Asking extends GrantedPlaces {
  readonly agreement: Agreement;
  /** Those who have been granted something; the shared role where there is one. */
  readonly granted: readonly Actor[];
  /** Those who have not. */
  readonly outsiders: readonly Actor[];
  /** Actions of the agreed access that the way to the data cannot give. */
  readonly omitted?: readonly string[];
  /** Where an expected refusal is put to the test. */
  readonly refusedIn: World;
  readonly agreed: readonly Circumstance[];
  readonly guarded: readonly Guarded[];
  /** The first of each bucket's locations, at which every action is asked for; at the others those that count. */
  readonly firstLocations: ReadonlySet<Location>;
}

export function firstLocations({ owner }: Agreement): ReadonlySet<Location> {
  const last = new Map(owner.locations.toReversed().map((each) => [each.bucket, each]));
  return new Set(last.values());
}

export function allowedTo(
  actors: readonly Actor[],
  calls: readonly Call[],
  circumstances: readonly Circumstance[],
): readonly Question[] {
  if (calls.length === 0 || circumstances.length === 0) return [];
  return actors.map((actor) => ({
    actor,
    expected: "allowed" as const,
    world: "documents" as const,
    calls,
    circumstances,
  }));
}

export function deniedTo(
  actors: readonly Actor[],
  calls: readonly Call[],
  world: World,
  circumstances: readonly Circumstance[],
): readonly Question[] {
  if (calls.length === 0 || circumstances.length === 0) return [];
  return actors.map((actor) => ({
    actor,
    expected: "denied" as const,
    world,
    calls,
    circumstances,
  }));
}

/** Whoever may not even reach the bucket is not let off because the key is out of reach as well. */
export function withoutKey(calls: readonly Call[]): readonly Call[] {
  return calls.map(({ actions, resourceArn, resourceAccount, context }) => ({
    actions,
    resourceArn,
    resourceAccount,
    context,
    keyArn: undefined,
  }));
}
