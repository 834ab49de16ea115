import type { FieldText, Issue } from "#core/parameters/parameter.ts";
import { CellMessage } from "./cell.tsx";
import { issuesAt } from "./draft-values.ts";
import { controlId } from "./focus-place.ts";
import "./rows.css";

/** Label, help, example and message of a field that is a list; the ids tie them to the group. */
export function GroupHead(props: {
  readonly id: string;
  readonly text: FieldText;
  readonly issues: readonly Issue[];
  /** Left out where the columns have examples of their own. */
  readonly withExample: boolean;
}) {
  const { text } = props;
  const id = controlId(props.id);
  return (
    <div className="group-head">
      <div className="group-label" id={`${id}-label`}>
        {text.label}
      </div>
      <div id={`${id}-help`} className="group-help">
        {text.help}
        {props.withExample && text.example !== "" && ` Example: ${text.example}`}
      </div>
      <CellMessage id={`${id}-message`} issues={issuesAt(props.issues, props.id)} />
    </div>
  );
}

export function groupA11y(at: string): {
  readonly "aria-labelledby": string;
  readonly "aria-describedby": string;
} {
  const id = controlId(at);
  return { "aria-labelledby": `${id}-label`, "aria-describedby": `${id}-help ${id}-message` };
}
