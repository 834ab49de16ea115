import { startTransition, useOptimistic, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { advise } from "#core/advisor/advise.ts";
import { answersText, readAnswers, withAnswer } from "#core/advisor/answers.ts";
import type { QuestionId } from "#core/methods/facts.ts";
import { useTitle } from "#ui/shell/use-title.ts";
import { AdvicePanel } from "./advice-panel.tsx";
import { CANDIDATES, titleOf } from "./candidates.ts";
import { QuestionList } from "./question-list.tsx";
import "./advisor.css";

/** `#/advisor?consumer=…`: the address holds the answers and nothing else does. */
export function Component() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const last = useRef<QuestionId>(undefined);
  const read = readAnswers(search);
  // The router moves in a transition: an answer is marked when it is given, not when the address has it.
  const [given, showAnswers] = useOptimistic(read.given);
  const advice = advise(given, CANDIDATES);
  useTitle("Which method?");

  const answer = (id: QuestionId, value: string) => {
    const answered = withAnswer(given, id, value);
    // Going through the answers of one question is one step back.
    const replace = last.current === id && given[id] !== undefined;
    last.current = id;
    startTransition(async () => {
      showAnswers(answered);
      await navigate(`/advisor?${answersText(answered)}`, { replace, preventScrollReset: true });
    });
  };
  return (
    <div className="advisor">
      <header className="advisor-head">
        <h1>Which method?</h1>
        <p>
          Answer what you know, in any order. The address holds the answers: send it on, or come
          back to it. <a href="#/compare">Compare all methods</a>
        </p>
        {read.unread.length > 0 && (
          <p role="status" className="advisor-unread">
            The address had something that is no answer; it is left out:{" "}
            {read.unread.slice(0, UNREAD_SHOWN).map((text) => (
              <code key={text}>{text}</code>
            ))}
          </p>
        )}
      </header>
      <div>
        <QuestionList asked={advice.asked} given={given} onAnswer={answer} />
        <p className="advice-bar">
          {advice.open.length === 0 ? "Your answers lead to" : "So far:"}{" "}
          <b>{titleOf(advice.best)}</b>.{" "}
          <a className="sh-link" href="#advice-title">
            Why, and why not another
          </a>
        </p>
      </div>
      <AdvicePanel advice={advice} given={given} onAnswer={answer} />
    </div>
  );
}

const UNREAD_SHOWN = 3;
