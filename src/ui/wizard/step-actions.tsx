import Button from "@cloudscape-design/components/button";
import { memo } from "react";
import type { Stop } from "./step-progress.ts";

/** The way back and the way on, at the foot of every step. */
export const StepActions = memo(function StepActions(props: {
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
  /** The way on is the form's own: what is missing is told first. */
  readonly submits?: boolean;
  readonly onGo: (stepId: string) => void;
}) {
  const { previous, next, submits = false, onGo } = props;
  return (
    <div className="step-actions">
      {previous !== undefined && (
        <Button formAction="none" onClick={() => onGo(previous.id)}>
          Previous
        </Button>
      )}
      {next !== undefined && (
        <Button
          variant="primary"
          formAction={submits ? "submit" : "none"}
          onClick={submits ? undefined : () => onGo(next.id)}
        >
          Next: {next.title}
        </Button>
      )}
    </div>
  );
});
