import { expect, it } from "vitest";
import type { Answers, MethodFacts } from "#core/methods/facts.ts";
import { METHODS } from "#core/methods/index.ts";
import {
  advise,
  afterChanges,
  type Candidate,
  type Decision,
  decide,
  ruledOutBy,
} from "./advise.ts";
import { answersText, completed, type Given, readAnswers } from "./answers.ts";
import { DECISION_ORDER, type Rule } from "./decision-order.ts";
import { QUESTION_IDS, QUESTIONS } from "./questions.ts";

const files = import.meta.glob<{ readonly facts: MethodFacts }>("/src/core/methods/*/facts.ts", {
  eager: true,
});

/** By their folders' names: also methods that are not in the list yet. */
const CANDIDATES: readonly Candidate[] = Object.entries(files).map(([path, { facts }]) => ({
  id: path.split("/")[4] ?? "",
  advice: facts.advice,
}));

/** Every combination, of what is asked and of what is not. */
const WHOLE = answersFrom({});

function answersFrom(start: Given): readonly Answers[] {
  const all = QUESTION_IDS.filter((id) => start[id] === undefined).reduce<readonly Given[]>(
    (before, id) =>
      before.flatMap((given) =>
        QUESTIONS[id].options.map(({ value }) => ({ ...given, [id]: value })),
      ),
    [start],
  );
  return all.map((given) => completed(given).answers);
}

/** What is wrong with a decision, by the facts alone; undefined when nothing is. */
function objection(answers: Answers, { best, changes }: Decision): string | undefined {
  const chosen = CANDIDATES.find(({ id }) => id === best);
  if (chosen === undefined) return "no method";
  const facts = ruledOutBy(chosen.advice, afterChanges(answers, changes));
  if (facts.length > 0) return `${best}: ${facts[0]?.text}`;
  const possible = CANDIDATES.find(({ advice }) => ruledOutBy(advice, answers).length === 0);
  return changes.length > 0 && possible !== undefined
    ? `${best} asks for a change, and ${possible.id} needs none`
    : undefined;
}

function objections(order: readonly Rule[]): readonly string[] {
  return WHOLE.flatMap((answers) => {
    const wrong = objection(answers, decide(answers, CANDIDATES, order));
    return wrong === undefined ? [] : [`${answersText(answers)}: ${wrong}`];
  });
}

function bestFor(text: string): string | undefined {
  return advise(readAnswers(text).given, CANDIDATES).best;
}

it("knows the facts of five methods, and every listed method has its own", () => {
  expect(CANDIDATES).toHaveLength(5);
  for (const { id, facts } of METHODS) {
    expect(facts, id).toBe(files[`/src/core/methods/${id}/facts.ts`]?.facts);
  }
});

it("has one method for each situation", () => {
  for (const { situation } of DECISION_ORDER) {
    const claims = CANDIDATES.filter(({ advice }) => advice.bestFor.includes(situation));
    expect(
      claims.map(({ id }) => id),
      situation,
    ).toHaveLength(1);
  }
  const situations = new Set(DECISION_ORDER.map(({ situation }) => situation));
  for (const { advice } of CANDIDATES) {
    for (const situation of advice.bestFor) expect(situations).toContain(situation);
  }
});

it("answers every combination with a method that no fact rules out, and asks for a change only when all are", () => {
  expect(WHOLE.length).toBe(4 * 2 * 4 * 2 * 2 * 3);
  expect(objections(DECISION_ORDER)).toEqual([]);
});

it("would notice a rule that is missing, in the wrong place, or lacks what it needs", () => {
  for (const rule of DECISION_ORDER.slice(0, -1)) {
    const without = DECISION_ORDER.filter((one) => one !== rule);
    const told = objections(without).length + preferences(without);
    expect(told, rule.text).toBeGreaterThan(0);
    if (rule.needs === undefined) continue;
    const { needs: _, ...bare } = rule;
    expect(
      objections(DECISION_ORDER.map((one) => (one === rule ? bare : one))),
      rule.text,
    ).not.toEqual([]);
  }
  expect(objections([...DECISION_ORDER].reverse())).not.toEqual([]);
});

/** Rows of DOMAIN's order that are preferences: no fact would miss them. */
const PREFERRED: readonly (readonly [answers: string, method: string])[] = [
  ["", "bucket-policy"],
  ["consumer=quicksight", "acl-quicksight"],
  ["consumer=quicksight&key=customer-key", "acl-quicksight"],
  ["consumer=directory&client=grants", "access-grants"],
  ["consumer=third-party", "assume-role"],
  ["consumer=third-party&client=grants&scale=many", "assume-role"],
  ["consumer=third-party&account=no", "iam-user"],
  ["consumer=third-party&client=keys", "iam-user"],
  ["consumer=third-party&client=own", "bucket-policy"],
  ["consumer=third-party&client=own&services=yes", "assume-role"],
  ["consumer=third-party&client=own&scale=many", "assume-role"],
  ["scale=many&client=grants", "access-grants"],
  ["scale=many&client=grants&key=aws-s3", "access-grants"],
  ["scale=many&client=own", "access-grants"],
  ["scale=many", "assume-role"],
  ["scale=many&services=yes&client=grants", "assume-role"],
  ["services=yes", "assume-role"],
  ["key=aws-s3", "assume-role"],
  ["key=aws-s3&client=own", "bucket-policy"],
  ["key=customer-key&client=grants", "bucket-policy"],
];

function preferences(order: readonly Rule[]): number {
  return PREFERRED.filter(([text, method]) => {
    const { answers } = completed(readAnswers(text).given);
    return decide(answers, CANDIDATES, order).best !== method;
  }).length;
}

it.each(PREFERRED)("for “%s” says %s", (text, method) => {
  expect(bestFor(text)).toBe(method);
});

it("says what has to change where nothing fits as things are", () => {
  const { best, changes } = advise({ consumer: "quicksight", key: "aws-s3" }, CANDIDATES);
  expect(best).toBe("acl-quicksight");
  expect(changes.map(({ question, to }) => [question, to])).toEqual([["key", "customer-key"]]);
  expect(
    advise({ consumer: "directory", client: "own", services: "yes" }, CANDIDATES).changes.map(
      ({ question }) => question,
    ),
  ).toEqual(["client", "services"]);
});

it("tells for each other method why it lost, with AWS's page", () => {
  for (const answers of WHOLE) {
    const { best, because, others } = decide(answers, CANDIDATES);
    expect(others.map(({ id }) => id)).not.toContain(best);
    expect(others).toHaveLength(CANDIDATES.length - 1);
    for (const { text, source } of [because, ...others.flatMap(({ reasons }) => reasons)]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
    for (const { reasons } of others) expect(reasons.length).toBeGreaterThan(0);
  }
});

it("tells what would change the advice while questions are open, and nothing once none can", () => {
  const none = advise({}, CANDIDATES);
  expect(none.best).toBe("bucket-policy");
  expect(new Set(none.turns.map(({ best }) => best)).size).toBe(4);
  expect(advise({ consumer: "quicksight" }, CANDIDATES)).toMatchObject({
    open: ["key"],
    turns: [],
  });
  const open = advise({ consumer: "team", client: "role", scale: "few" }, CANDIDATES);
  expect(open.turns).toEqual([
    {
      best: "assume-role",
      ways: [[{ question: "services", value: "yes" }], [{ question: "key", value: "aws-s3" }]],
    },
  ]);
});

it("names a turn for every method that answers still open can lead to, and no other", () => {
  const seen = new Set<string>();
  for (const answers of WHOLE) {
    for (const hidden of QUESTION_IDS) {
      const given = Object.fromEntries(
        Object.entries(answers).filter(
          ([id]) => id !== hidden && completed(answers).asked.some((one) => one === id),
        ),
      );
      if (seen.has(answersText(given))) continue;
      seen.add(answersText(given));
      const { best, turns } = advise(given, CANDIDATES);
      const reachable = answersFrom(given).map((one) => decide(one, CANDIDATES).best);
      expect(new Set([best, ...turns.map((turn) => turn.best)])).toEqual(new Set(reachable));
      for (const { best: other, ways } of turns) {
        for (const way of ways) {
          const then = Object.fromEntries(way.map(({ question, value }) => [question, value]));
          expect(advise({ ...given, ...then }, CANDIDATES).best).toBe(other);
        }
      }
    }
  }
});

it("offers no answer that leads to a method only once something else has changed, where another does", () => {
  const { turns } = advise({ consumer: "team" }, CANDIDATES);
  expect(turns.find(({ best }) => best === "access-grants")?.ways).toEqual([
    [
      { question: "client", value: "grants" },
      { question: "scale", value: "many" },
    ],
  ]);
});

it("calls a method impossible only when no answer to an open question would allow it", () => {
  const state = (given: Given) =>
    Object.fromEntries(
      advise(given, CANDIDATES).others.map(({ id, ruledOut, mayStillBe }) => [
        id,
        ruledOut && (mayStillBe ? "open" : "impossible"),
      ]),
    );
  expect(state({})).toEqual({
    "assume-role": false,
    "access-grants": "open",
    "acl-quicksight": "open",
    "iam-user": "open",
  });
  expect(state({ consumer: "team" })).toMatchObject({
    "access-grants": "open",
    "acl-quicksight": "impossible",
  });
  expect(state({ consumer: "team", client: "role" })["access-grants"]).toBe("impossible");
});

it("does not let a situation be without a method", () => {
  const some = CANDIDATES.filter(({ advice }) => !advice.bestFor.includes("dashboards"));
  expect(() => advise({ consumer: "quicksight" }, some)).toThrow(/situation dashboards/);
});
