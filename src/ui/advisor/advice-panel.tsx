import { useNavigate } from "react-router";
import type { AdviceGiven, LostSoFar, OneAnswer, Turn } from "#core/advisor/advise.ts";
import { answersText, type Given } from "#core/advisor/answers.ts";
import { QUESTIONS } from "#core/advisor/questions.ts";
import type { QuestionId, Sourced } from "#core/methods/facts.ts";
import type { AdviceEntry } from "#ui/wizard/opening.ts";
import { titleOf } from "./candidates.ts";
import { SourceLink } from "./source-link.tsx";

/** What the answers lead to, why, and why not to the others. */
export function AdvicePanel(props: {
  readonly advice: AdviceGiven;
  readonly given: Given;
  readonly onAnswer: (id: QuestionId, value: string) => void;
}) {
  const { advice, given } = props;
  const { best, because, changes, others, open, turns } = advice;
  const title = titleOf(best);
  return (
    <section className="advice" aria-labelledby="advice-title">
      <p className="advice-kind">{kindOf(open, given)}</p>
      <h2 id="advice-title" tabIndex={-1}>
        {title}
      </h2>
      <p className="sh-visually-hidden" role="status">
        {`${title}${open.length === 0 ? "" : `, ${open.length} questions open`}`}
      </p>
      <p>
        {because.text} <SourceLink source={because.source} about="this reason" />
      </p>
      {open.length > 0 && <Assumed open={open} />}
      {changes.length > 0 && <Changes changes={changes} />}
      <Use id={best} title={title} given={changed(given, changes)} />
      {turns.length > 0 && <Turns turns={turns} onAnswer={props.onAnswer} />}
      <h3>Why not another</h3>
      <ul className="advice-others">
        {others.map((other) => (
          <Other key={other.id} other={other} />
        ))}
      </ul>
    </section>
  );
}

function kindOf(open: readonly QuestionId[], given: Given): string {
  if (open.length === 0) return "Your answers lead to";
  return Object.keys(given).length === 0 ? "Before any answer" : "With the answers so far";
}

function Assumed(props: { readonly open: readonly QuestionId[] }) {
  const usual = props.open.map((question) =>
    inSentence({ question, value: QUESTIONS[question].usual }),
  );
  return <p className="advice-assumed">What is open counts as usual: {usual.join("; ")}.</p>;
}

function Changes(props: { readonly changes: readonly Sourced[] }) {
  return (
    <div className="advice-changes">
      <h3>First this has to change</h3>
      <p>As things are, no method works.</p>
      <ol>
        {props.changes.map(({ text, source }) => (
          <li key={text}>
            {text} <SourceLink source={source} about="this change" />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The wizard begins with what is going to be so. */
function changed(given: Given, changes: AdviceGiven["changes"]): Given {
  return { ...given, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
}

function Use(props: { readonly id: string; readonly title: string; readonly given: Given }) {
  const navigate = useNavigate();
  const state: AdviceEntry = { advised: answersText(props.given) };
  return (
    <p className="advice-use">
      <button
        type="button"
        className="sh-button sh-button-primary"
        onClick={() => void navigate(`/${props.id}`, { state })}
      >
        Use {props.title}
      </button>
    </p>
  );
}

function Turns(props: {
  readonly turns: readonly Turn[];
  readonly onAnswer: (id: QuestionId, value: string) => void;
}) {
  return (
    <>
      <h3>What would change it</h3>
      <ul className="advice-turns">
        {props.turns.map(({ best, ways }) => (
          <li key={best}>
            <b>{titleOf(best)}</b>, if{" "}
            {ways.map((way, index) => (
              <span key={way.map(({ question, value }) => question + value).join()}>
                {index > 0 && (index === ways.length - 1 ? ", or " : ", ")}
                {way.map((one) => inSentence(one)).join(" and ")}
              </span>
            ))}
            .
          </li>
        ))}
      </ul>
    </>
  );
}

function inSentence({ question, value }: OneAnswer): string {
  return QUESTIONS[question].options.find((option) => option.value === value)?.inSentence ?? value;
}

function Other(props: { readonly other: LostSoFar }) {
  const { id, ruledOut, mayStillBe, reasons } = props.other;
  const word = ruledOut ? "not possible" : "possible, not best";
  return (
    <li>
      <h4>
        {titleOf(id)}
        <span className={ruledOut && !mayStillBe ? "lost lost-ruled-out" : "lost"}>
          {mayStillBe ? "depends on open questions" : word}
        </span>
      </h4>
      {reasons.map(({ text, source }) => (
        <p key={text}>
          {text} <SourceLink source={source} about={titleOf(id)} />
        </p>
      ))}
    </li>
  );
}
