import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { useMemo } from "react";
import { advise } from "#core/advisor/advise.ts";
import { answersText, type Given, readAnswers } from "#core/advisor/answers.ts";
import { answersOf } from "#core/advisor/settled.ts";
import { findMethod } from "#core/methods/index.ts";
import type { Prepared } from "#core/methods/method.ts";
import { CANDIDATES } from "#ui/advisor/candidates.ts";
import { byMethod, type Session } from "./session.ts";
import { useSharing } from "./sharing-context.tsx";

/** Values that the method refuses and that another one takes: which, why, and the way there. */
export function InsteadNotice(props: {
  readonly session: () => Session;
  readonly onOpen: (session: Session, stepId: string, how: "push") => void;
}) {
  const { method, prepared } = useSharing();
  const given = useMemo(() => refusedAnswers(prepared), [prepared]);
  if (given === undefined) return null;
  const { best, because, changes } = advise(given, CANDIDATES);
  const other = best === method.id ? undefined : findMethod(best ?? "");
  if (other === undefined && changes.length === 0) return null;
  const why = `#/advisor?${answersText(given)}`;
  return (
    <Alert
      type="info"
      header={
        other === undefined
          ? `${method.title} does not work with these values as they are`
          : `${other.title} works with these values, ${method.title} does not`
      }
      action={
        other !== undefined && (
          <Button
            formAction="none"
            onClick={() =>
              props.onOpen(byMethod(props.session(), other), other.steps[0]?.id ?? "", "push")
            }
          >
            Change to {other.title}
          </Button>
        )
      }
    >
      {other !== undefined && `${because.text} Your values come along. `}
      <a className="sh-link" href={why}>
        {other === undefined ? "See what has to change" : "See why, and why not another"}
      </a>
    </Alert>
  );
}

/** What the refusals say of the advisor's questions; undefined where none of them does. */
function refusedAnswers({ method, draft, issues }: Prepared): Given | undefined {
  const refused = issues.flatMap(({ severity, answers }) =>
    severity === "error" && answers !== undefined ? [readAnswers(answers).given] : [],
  );
  if (refused.length === 0) return undefined;
  return Object.assign({}, answersOf(method, draft), ...refused);
}
