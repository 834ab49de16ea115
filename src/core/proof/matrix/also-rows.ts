import type { AlsoGranted } from "#core/policy/access-path.ts";
import { type Asking, allowedTo, deniedTo } from "./asking.ts";
import { type Guard, usual } from "./circumstances.ts";
import { GUARD_TITLES } from "./guard-rows.ts";
import type { Call, QuestionRow } from "./question.ts";

/** What is granted besides the data: allowed, on nothing else, and within the guardrails. */
export function alsoRows(
  asking: Asking,
  also: readonly AlsoGranted[],
  guards: readonly Guard[],
): readonly QuestionRow[] {
  const { agreement, granted, guarded, refusedIn } = asking;
  const circumstances = guarded.filter(({ guard }) => guards.includes(guard));
  return also.flatMap(({ title, action, resourceArn }) => {
    const call: Call = { actions: [action], resourceArn, resourceAccount: agreement.owner.account };
    const others = resourceArn === "*" ? [] : [{ ...call, resourceArn: `${resourceArn}-old` }];
    const row = (id: string, name: string, questions: QuestionRow["questions"]): QuestionRow => ({
      id: `${id}:${action}`,
      kind: "also",
      title: name,
      questions,
    });
    return [
      row("also", title, allowedTo(granted, [call], usual(asking))),
      row("also-other", `${title}: of any other`, [
        ...deniedTo(granted, others, refusedIn, usual(asking)),
      ]),
      ...guards.map((guard) =>
        row(`also-${guard}`, `${title}: ${GUARD_TITLES[guard].toLowerCase()}`, [
          ...deniedTo(
            granted,
            [call],
            refusedIn,
            circumstances.filter((circumstance) => circumstance.guard === guard),
          ),
        ]),
      ),
    ].filter(({ questions }) => questions.length > 0);
  });
}
