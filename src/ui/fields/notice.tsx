import Button from "@cloudscape-design/components/button";
import Icon from "@cloudscape-design/components/icon";
import { useCallback, useState } from "react";
import type { ParameterId, RawValue } from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { type Assignment, sameValue } from "./draft-values.ts";
import { useFields, useFieldValue } from "./fields-context.tsx";
import { focusPlace } from "./focus-place.ts";

/** What was done in somebody's place (a paste understood, a row removed), and how to take it back. */
interface Notice {
  readonly said: readonly string[];
  readonly done: readonly Assignment[];
  readonly before: readonly Assignment[];
}

export interface Notices {
  readonly notice: Notice | undefined;
  /** Writes the values, says what was done and keeps what they were. */
  readonly apply: (assignments: readonly Assignment[], said: readonly string[]) => void;
  readonly undo: () => void;
}

export function useNotices(at: ParameterId): Notices {
  const { change, current } = useFields();
  const [notice, setNotice] = useState<Notice>();
  const apply = useCallback(
    (assignments: readonly Assignment[], said: readonly string[]) => {
      const draft = current();
      const before = assignments.map(({ id }) => ({ id, value: rawValue(draft, id) as RawValue }));
      change(assignments, at);
      setNotice(said.length === 0 ? undefined : { said, done: assignments, before });
    },
    [change, current, at],
  );
  return {
    notice,
    apply,
    undo: () => {
      if (notice === undefined) return;
      const draft = current();
      // What was typed since then stays.
      change(
        notice.before.filter((_, index) => {
          const done = notice.done[index];
          return done !== undefined && sameValue(rawValue(draft, done.id), done.value);
        }),
        at,
      );
      setNotice(undefined);
    },
  };
}

/** Always in the page, so that a screen reader hears what appears in it. */
export function NoticeLine(props: { readonly id: ParameterId; readonly notices: Notices }) {
  const { notice, undo } = props.notices;
  const value = useFieldValue(props.id);
  const own = notice?.done.find(({ id }) => id === props.id);
  // Once the value is typed over, what was done is history.
  const current = notice !== undefined && (own === undefined || sameValue(own.value, value));
  return (
    <div className="field-notice" role="status">
      {current && (
        <>
          <Icon name="status-info" size="small" />
          <span className="field-notice-text">{notice.said.join(" ")}</span>
          {notice.done.length > 0 && (
            <Button
              variant="inline-link"
              onClick={() => {
                undo();
                focusPlace(props.id);
              }}
            >
              Undo
            </Button>
          )}
        </>
      )}
    </div>
  );
}
