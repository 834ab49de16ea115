import Checkbox from "@cloudscape-design/components/checkbox";
import { useId } from "react";
import type { OlderVersion } from "#core/existing/older-versions.ts";

/** Statements there that an earlier agreement may have left: each group stays unless it is chosen. */
export function OlderVersions(props: {
  readonly older: readonly OlderVersion[];
  readonly replaced: readonly string[];
  readonly onChange: (replaced: readonly string[]) => void;
}) {
  const { older, replaced, onChange } = props;
  const titleId = useId();
  if (older.length === 0) return null;
  return (
    <section className="there-older" aria-labelledby={titleId}>
      <h5 id={titleId}>Older versions of ours?</h5>
      <p>
        An agreement that has changed leaves its old statements behind. They stay unless you choose
        them; who loses by that is said below.
      </p>
      {older.map(({ id, who, sids, sameSids }) => (
        <Checkbox
          key={id}
          checked={replaced.includes(id)}
          onChange={({ detail }) =>
            onChange(detail.checked ? [...replaced, id] : replaced.filter((one) => one !== id))
          }
          description={`${sids.join(", ")}. ${
            sameSids
              ? "The same Sids as ours, with other contents."
              : "Other Sids than ours: it may be another sharing with the same people."
          }`}
        >
          This is an older version of our statements: replace it (for {who})
        </Checkbox>
      ))}
    </section>
  );
}
