import Alert, { type AlertProps } from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { useEffect, useRef } from "react";
import type { Issue } from "#core/parameters/parameter.ts";
import { useSharing } from "./sharing-context.tsx";
import { placeName } from "./step-progress.ts";

const SHOWN_MAX = 8;

/** What keeps a step from being complete, each with a link into its field; going on stays possible. */
export function ErrorSummary(props: {
  readonly errors: readonly Issue[];
  /** Counts the attempts to go on: each one brings the focus here. */
  readonly attempt: number;
  readonly onGoOn: () => void;
}) {
  const { method, draft, goToField } = useSharing();
  const { errors, attempt, onGoOn } = props;
  const alert = useRef<AlertProps.Ref>(null);
  useEffect(() => {
    if (attempt > 0) alert.current?.focus();
  }, [attempt]);
  const more = errors.length - SHOWN_MAX;
  return (
    <div className="error-summary">
      <Alert
        ref={alert}
        type="error"
        header={
          errors.length === 1
            ? "One value of this step is missing or wrong"
            : `${errors.length} values of this step are missing or wrong`
        }
        action={
          <Button formAction="none" onClick={onGoOn}>
            Go on without
          </Button>
        }
      >
        <ul className="error-links">
          {errors.slice(0, SHOWN_MAX).map((issue) => (
            <li key={`${issue.at} ${issue.message}`}>
              <Link onFollow={() => goToField(issue.at ?? "")}>
                {placeName(method, draft, issue.at ?? "")}
              </Link>
              : {issue.message}
            </li>
          ))}
        </ul>
        {more > 0 && <p>and {more} more.</p>}
      </Alert>
    </div>
  );
}
