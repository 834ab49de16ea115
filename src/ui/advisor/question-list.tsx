import type { Given } from "#core/advisor/answers.ts";
import { QUESTIONS } from "#core/advisor/questions.ts";
import type { QuestionId } from "#core/methods/facts.ts";

export function QuestionList(props: {
  readonly asked: readonly QuestionId[];
  readonly given: Given;
  readonly onAnswer: (id: QuestionId, value: string) => void;
}) {
  return (
    <form className="questions" aria-label="Questions" onSubmit={(event) => event.preventDefault()}>
      {props.asked.map((id) => (
        <Question
          key={id}
          id={id}
          answer={props.given[id]}
          onAnswer={(value) => props.onAnswer(id, value)}
        />
      ))}
    </form>
  );
}

function Question(props: {
  readonly id: QuestionId;
  readonly answer: string | undefined;
  readonly onAnswer: (value: string) => void;
}) {
  const { id, answer } = props;
  const { title, help, options } = QUESTIONS[id];
  return (
    <fieldset className="question" aria-describedby={help === undefined ? undefined : `${id}-help`}>
      <legend>{title}</legend>
      {help !== undefined && (
        <p className="question-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {options.map(({ value, label, description }) => (
        <label key={value} className="option">
          <input
            type="radio"
            name={id}
            value={value}
            checked={answer === value}
            onChange={() => props.onAnswer(value)}
          />
          <span>
            {label}
            {description !== undefined && <small>{description}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
