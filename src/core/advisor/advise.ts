import type { Advice, Answers, QuestionId, Sourced } from "#core/methods/facts.ts";
import { completed, type Given, holds } from "./answers.ts";
import { CHANGES, DECISION_ORDER, type Rule } from "./decision-order.ts";
import { QUESTIONS } from "./questions.ts";

/** A method, as far as the advisor is about it. */
export interface Candidate {
  readonly id: string;
  readonly advice: Advice;
}

/** Something that has to become true before the method can be used. */
export interface Change extends Sourced {
  readonly question: QuestionId;
  readonly to: string;
}

/** Why a method is not the one. */
export interface Lost {
  readonly id: string;
  /** Whether it is impossible, or only not as good. */
  readonly ruledOut: boolean;
  readonly reasons: readonly Sourced[];
}

/** The same, while questions are open. */
export interface LostSoFar extends Lost {
  /** Ruled out by the usual answer to an open question only: another answer would allow it. */
  readonly mayStillBe: boolean;
}

export interface Decision {
  /** Id of the method. */
  readonly best: string;
  readonly because: Sourced;
  /** In the order in which they are to be made; none for most answers. */
  readonly changes: readonly Change[];
  readonly others: readonly Lost[];
}

/** Other answers to open questions, and what they would make of the advice. */
export interface Turn {
  readonly best: string;
  /** Each of them leads there by itself; all answers of one together. */
  readonly ways: readonly (readonly OneAnswer[])[];
}

export interface OneAnswer {
  readonly question: QuestionId;
  readonly value: string;
}

export interface AdviceGiven extends Decision {
  readonly asked: readonly QuestionId[];
  /** Asked, and not answered yet. */
  readonly open: readonly QuestionId[];
  readonly others: readonly LostSoFar[];
  readonly turns: readonly Turn[];
}

/**
 * The first rule that holds decides; every answer leads to a method, or to what has to change before one. Throws when no
 * candidate is for a situation, which is a mistake in the methods' facts.
 */
export function decide(
  answers: Answers,
  candidates: readonly Candidate[],
  order: readonly Rule[] = DECISION_ORDER,
): Decision {
  const rule = order.find(({ when }) => holds(when, answers));
  if (rule === undefined) throw new Error("The last rule of the decision order always holds.");
  const best = candidates.find(({ advice }) => advice.bestFor.includes(rule.situation))?.id;
  if (best === undefined) throw new Error(`No method is for the situation ${rule.situation}.`);
  return {
    best,
    because: { text: rule.text, source: rule.source },
    changes: changesFor(rule, answers),
    others: candidates.filter(({ id }) => id !== best).map((candidate) => lost(candidate, answers)),
  };
}

/** The advice so far: open questions count as answered the usual way, and it says what would change it. */
export function advise(given: Given, candidates: readonly Candidate[]): AdviceGiven {
  const { answers, asked } = completed(given);
  const decision = decide(answers, candidates);
  const others = waysOn(given).map((way) => completed(withAll(given, way)).answers);
  return {
    ...decision,
    others: decision.others.map((other) => ({
      ...other,
      mayStillBe:
        other.ruledOut &&
        candidates.some(
          ({ id, advice }) =>
            id === other.id && others.some((more) => ruledOutBy(advice, more).length === 0),
        ),
    })),
    asked,
    open: asked.filter((id) => given[id] === undefined),
    turns: turns(given, candidates),
  };
}

/** The facts that make a method impossible for these answers. */
export function ruledOutBy(advice: Advice, answers: Answers): readonly Sourced[] {
  return advice.ruledOut.filter(({ when }) => holds(when, answers));
}

function lost({ id, advice }: Candidate, answers: Answers): Lost {
  const facts = ruledOutBy(advice, answers);
  const behind = advice.behind.filter(({ when }) => holds(when, answers)).slice(0, 1);
  const reasons = facts.length > 0 ? facts : behind;
  return {
    id,
    ruledOut: facts.length > 0,
    reasons: reasons.map(({ text, source }) => ({ text, source })),
  };
}

function changesFor({ needs }: Rule, answers: Answers): readonly Change[] {
  if (needs === undefined) return [];
  return Object.entries(needs).flatMap(([id, allowed]: [string, readonly string[]]) => {
    const question = id as QuestionId;
    const to = allowed[0];
    if (to === undefined || allowed.includes(answers[question])) return [];
    const words: { readonly [to: string]: Sourced | undefined } = CHANGES[question] ?? {};
    const how = words[to];
    if (how === undefined) throw new Error(`No words for changing ${question} to ${to}.`);
    return [{ question, to, ...how }];
  });
}

/** The answers as they are once the changes are made. */
export function afterChanges(answers: Answers, changes: readonly Change[]): Answers {
  return { ...answers, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
}

function turns(given: Given, candidates: readonly Candidate[]): readonly Turn[] {
  const now = decide(completed(given).answers, candidates).best;
  const found = new Map<string, { asIs: boolean; way: readonly OneAnswer[] }[]>();
  for (const way of waysOn(given)) {
    const { best, changes } = decide(completed(withAll(given, way)).answers, candidates);
    if (best === now) continue;
    found.set(best, [...(found.get(best) ?? []), { asIs: changes.length === 0, way }]);
  }
  return [...found].map(([best, ways]) => {
    // An answer that leads to a method only once something else has changed is no good reason for it.
    const good = ways.some(({ asIs }) => asIs) ? ways.filter(({ asIs }) => asIs) : ways;
    return { best, ways: fewest(good.map(({ way }) => way)) };
  });
}

/** All unusual answers to open questions, the fewest at a time first. */
function waysOn(given: Given): readonly (readonly OneAnswer[])[] {
  let ways: readonly (readonly OneAnswer[])[] = [[]];
  const all: (readonly OneAnswer[])[] = [];
  while (ways.length > 0) {
    ways = ways.flatMap((way) => {
      const { asked } = completed(withAll(given, way));
      const last = way.at(-1)?.question;
      return asked
        .slice(last === undefined ? 0 : asked.indexOf(last) + 1)
        .filter((id) => given[id] === undefined)
        .flatMap((question) =>
          QUESTIONS[question].options
            .filter(({ value }) => value !== QUESTIONS[question].usual)
            .map(({ value }) => [...way, { question, value }]),
        );
    });
    all.push(...ways);
  }
  return all;
}

function withAll(given: Given, way: readonly OneAnswer[]): Given {
  return { ...given, ...Object.fromEntries(way.map(({ question, value }) => [question, value])) };
}

function fewest(ways: readonly (readonly OneAnswer[])[]): readonly (readonly OneAnswer[])[] {
  const least = Math.min(...ways.map(({ length }) => length));
  return ways.filter(({ length }) => length === least);
}
