import { unescapeText } from "#core/link/escape.ts";
import type { Answers, QuestionId, When } from "#core/methods/facts.ts";
import { QUESTION_IDS, QUESTIONS } from "./questions.ts";

/** What has been answered so far. */
export type Given = { readonly [Id in QuestionId]?: Answers[Id] };

/** What follows for a question that need not be asked. */
const IMPLIED: { readonly [Id in QuestionId]: (answers: Partial<Answers>) => Answers[Id] } = {
  consumer: () => "team",
  account: () => "yes",
  // Without an AWS account there are no credentials to assume a role with.
  client: ({ account }) => (account === "no" ? "keys" : "own"),
  scale: () => "few",
  services: () => "no",
  key: () => "sse-s3",
};

/** Whether the answers given so far are among those wanted; a question without an answer fits none. */
export function holds(when: When, answers: Partial<Answers>): boolean {
  return QUESTION_IDS.every((id) => {
    const allowed: readonly string[] | undefined = when[id];
    const answer = answers[id];
    return allowed === undefined || (answer !== undefined && allowed.includes(answer));
  });
}

/** Every question with an answer: given, or the usual one, or what follows where it is not asked. */
export function completed(given: Given): {
  readonly answers: Answers;
  readonly asked: readonly QuestionId[];
} {
  const asked: QuestionId[] = [];
  let answers: Partial<Answers> = {};
  for (const id of QUESTION_IDS) {
    const { askedWhen, usual } = QUESTIONS[id];
    const isAsked = holds(askedWhen, answers);
    if (isAsked) asked.push(id);
    answers = { ...answers, [id]: isAsked ? (given[id] ?? usual) : IMPLIED[id](answers) };
  }
  return { answers: answers as Answers, asked };
}

/** Without the answers to questions that are no longer asked. */
export function stillAsked(given: Given): Given {
  const { asked } = completed(given);
  return Object.fromEntries(
    Object.entries(given).filter(([id]) => asked.some((one) => one === id)),
  );
}

/** With one answer more, and without those to questions that are no longer asked then. */
export function withAnswer(given: Given, id: QuestionId, value: string): Given {
  return stillAsked({ ...given, ...readAnswers(`${id}=${value}`).given });
}

/** The answers as an address carries them: `consumer=team&key=aws-s3`. */
export function answersText(given: Given): string {
  return QUESTION_IDS.flatMap((id) => (given[id] === undefined ? [] : [`${id}=${given[id]}`])).join(
    "&",
  );
}

const UNREAD_MAX = 40;

/** The answers of an address; what it cannot mean is left out and told, never guessed. */
export function readAnswers(text: string): {
  readonly given: Given;
  readonly unread: readonly string[];
} {
  const given = new Map<string, string>();
  const unread: string[] = [];
  for (const part of text.replace(/^\?/, "").split("&")) {
    if (part === "") continue;
    const [id = "", ...rest] = part.split("=");
    const value = unescapeText(rest.join("="));
    if (
      isQuestion(id) &&
      !given.has(id) &&
      QUESTIONS[id].options.some((one) => one.value === value)
    ) {
      given.set(id, value ?? "");
    } else {
      unread.push((unescapeText(part) ?? part).slice(0, UNREAD_MAX));
    }
  }
  return { given: Object.fromEntries(given), unread };
}

function isQuestion(id: string): id is QuestionId {
  return Object.hasOwn(QUESTIONS, id);
}
