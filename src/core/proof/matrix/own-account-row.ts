import type { Actor } from "./actors.ts";
import { ROLE_ACTIONS, USER_ACTIONS } from "./anything-else.ts";
import { type Asking, deniedTo } from "./asking.ts";
import { usual } from "./circumstances.ts";
import type { Call, QuestionRow } from "./question.ts";

/** The documents let nobody help itself to more in its own account. */
export function ownAccountRow(asking: Asking): QuestionRow {
  const { partition } = asking.agreement;
  const calls = ({ caller, principalArn }: Actor): readonly Call[] => {
    const somebody = `arn:${partition}:iam::${caller.account}:user/somebody`;
    const own = caller.kind === "user" ? USER_ACTIONS : ROLE_ACTIONS;
    return [
      ...USER_ACTIONS.map((action) => [action, somebody] as const),
      ...own.map((action) => [action, principalArn] as const),
    ].map(([action, resourceArn]) => ({
      actions: [action],
      resourceArn,
      resourceAccount: caller.account,
    }));
  };
  return {
    id: "own-account",
    kind: "anything-else",
    title: "Anything else in its own account",
    questions: asking.granted.flatMap((actor) =>
      deniedTo([actor], calls(actor), "documents", usual(asking)),
    ),
  };
}
