import { useCallback, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import type { Draft, ParameterId } from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { type Assignment, isWithin, sameValue } from "#ui/fields/draft-values.ts";
import type { Fields } from "#ui/fields/fields-context.tsx";
import { followKeys } from "#ui/fields/keyed-rows.ts";
import type { Session } from "./session.ts";
import { useAfterPointer } from "./use-after-pointer.ts";

export interface DraftForm {
  readonly fields: Fields;
  /** Places that have been left: their errors may be told. */
  readonly left: ReadonlySet<string>;
}

/** The form holds the draft; everything else is derived from it. */
export function useDraftForm(session: Session): DraftForm {
  const { method } = session;
  const { control, getValues, setValue } = useForm<Draft>({ defaultValues: session.draft });
  const [left, setLeft] = useState(() => placesGiven(session));
  // The draft as it was when the place being edited was first changed.
  const base = useRef<{ readonly at: string; readonly draft: Draft }>(undefined);

  const current = useCallback((): Draft => structuredClone(getValues()), [getValues]);
  const change = useCallback(
    (assignments: readonly Assignment[], at: string) => {
      if (base.current?.at !== at) base.current = { at, draft: current() };
      for (const { id, value } of assignments) setValue(id, value);
      const assigned = new Set(assignments.map(({ id }) => id));
      const followers = followKeys(
        method.parameters.filter(({ id }) => !assigned.has(id)),
        base.current.draft,
        current(),
      );
      for (const { id, value } of followers) setValue(id, value);
    },
    [method, current, setValue],
  );
  const afterPointer = useAfterPointer();
  const leave = useCallback(
    (at: string) => afterPointer(() => setLeft((places) => new Set(places).add(at))),
    [afterPointer],
  );
  const forget = useCallback(
    (id: ParameterId) =>
      setLeft((places) => new Set([...places].filter((at) => at === id || !isWithin(at, id)))),
    [],
  );
  const fields = useMemo(
    () => ({ control, parameters: method.parameters, current, change, leave, forget }),
    [control, method, current, change, leave, forget],
  );
  return { fields, left };
}

/** Values that were brought along are judged at once; nobody is going to leave their fields. */
function placesGiven({ method, draft }: Session): ReadonlySet<string> {
  return new Set(
    method.parameters.flatMap(({ id, default: standard }) => {
      const value = rawValue(draft, id);
      if (value === undefined || sameValue(value, standard)) return [];
      return Array.isArray(value) ? value.map((_, row) => `${id}.${row}.*`) : [`${id}.*`];
    }),
  );
}

/**
 * Whether an issue's place may be told: the place itself has been left, or a cell inside it, or
 * everything from some place on counts as left (`owner.locations.*`).
 */
export function isTold(left: ReadonlySet<string>, at: string): boolean {
  for (const place of left) {
    if (place.endsWith(".*") ? isWithin(at, place.slice(0, -2)) : isWithin(place, at)) return true;
  }
  return false;
}
