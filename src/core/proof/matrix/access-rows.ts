import {
  ACCESS_LEVELS,
  type AccessLevel,
  type GroupedAction,
  groupedActionsFor,
} from "#core/aws/access.ts";
import type { Location } from "#core/parameters/agreement.ts";
import { NEVER_SHARED } from "./anything-else.ts";
import { type Asking, allowedTo, deniedTo, withoutKey } from "./asking.ts";
import { usual } from "./circumstances.ts";
import { callsFor, EVERY_ACTION, levelActions, type Place, placeOf, settingsOf } from "./places.ts";
import type { Call, QuestionRow } from "./question.ts";

const ANYTHING_ELSE: readonly GroupedAction[] = [...NEVER_SHARED, ...EVERY_ACTION];
const ANY_OBJECT_ACTION = ANYTHING_ELSE.filter(({ group }) => group !== "bucket");

/** What each level means by itself, versions included. */
const LEVEL_ACTIONS: ReadonlyMap<AccessLevel, readonly GroupedAction[]> = new Map(
  ACCESS_LEVELS.map((level) => [level, groupedActionsFor([level], { versioned: true })]),
);

const LEVEL_TITLES: Readonly<Record<AccessLevel, string>> = {
  list: "List objects",
  read: "Read objects",
  write: "Write objects",
  delete: "Delete objects",
};

/** Every granted access of every location: allowed to who is granted it, denied to everybody else. */
export function accessRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, outsiders, agreed, firstLocations, omitted = [] } = asking;
  return agreement.owner.locations.flatMap((location) => {
    const place = placeOf(agreement, location.bucket, location.prefix);
    const versioned = settingsOf(agreement, location.bucket)?.versioned ?? false;
    // Each network is tried once for each bucket, and two of them everywhere.
    const networks = firstLocations.has(location) ? agreed : usual(asking);
    return [...levelActions(location, versioned)].map(([level, all]): QuestionRow => {
      const actions = objectsFirst(all.filter(({ action }) => !omitted.includes(action)));
      const calls = callsFor(actions, place, agreement.partition);
      const foreign = withoutKey(oneCallEach(actions, place, agreement.partition));
      return {
        ...rowAt(level, location),
        kind: "access",
        title: LEVEL_TITLES[level],
        questions: [
          ...allowedTo(granted, calls, networks),
          ...deniedTo(outsiders, foreign, "documents", usual(asking)),
        ],
      };
    });
  });
}

/** A reader is shown the first request: of reading that is the object's, not the listing of versions. */
function objectsFirst(actions: readonly GroupedAction[]): readonly GroupedAction[] {
  const isOfObjects = ({ group }: GroupedAction) => group === "object" || group === "deletion";
  return [...actions.filter(isOfObjects), ...actions.filter((each) => !isOfObjects(each))];
}

/** Access levels that were not asked for stay denied. */
export function otherAccessRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, refusedIn, ungranted } = asking;
  return agreement.owner.locations.flatMap((location) => {
    const place = placeOf(agreement, location.bucket, location.prefix);
    return ACCESS_LEVELS.filter((level) => !location.access.includes(level)).flatMap((level) => {
      const actions = ungranted(LEVEL_ACTIONS.get(level) ?? [], place);
      if (actions.length === 0) return [];
      const calls = callsFor(actions, place, agreement.partition);
      return {
        ...rowAt(level, location),
        kind: "other-access" as const,
        title: LEVEL_TITLES[level],
        questions: deniedTo(granted, calls, refusedIn, usual(asking)),
      };
    });
  });
}

/** Neither does a level bring along what it does not mean. */
export function anythingElseRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, refusedIn, ungranted, firstLocations } = asking;
  return agreement.owner.locations.map((location) => {
    const place = placeOf(agreement, location.bucket, location.prefix);
    const asked = firstLocations.has(location) ? ANYTHING_ELSE : ANY_OBJECT_ACTION;
    const actions = ungranted(asked, place);
    const calls = callsFor(actions, place, agreement.partition);
    return {
      ...rowAt("anything-else", location),
      kind: "anything-else",
      title: "Anything else in the bucket",
      questions: deniedTo(granted, calls, refusedIn, usual(asking)),
    };
  });
}

/** One way for each action is enough for who has nothing to do with the place. */
function oneCallEach(
  actions: readonly GroupedAction[],
  place: Place,
  partition: string,
): readonly Call[] {
  return actions.flatMap((action) => callsFor([action], place, partition).slice(0, 1));
}

export function rowAt(
  id: string,
  { bucket, prefix }: Pick<Location, "bucket" | "prefix">,
): Pick<QuestionRow, "id" | "location"> {
  return { id: `${id}:${bucket}/${prefix}`, location: { bucket, prefix } };
}
