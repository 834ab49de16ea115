import type { Actor } from "./actors.ts";
import { IDENTITY_ACTIONS } from "./anything-else.ts";
import { type Asking, deniedTo, usual } from "./asking.ts";
import type { Call, QuestionRow } from "./question.ts";

/** The documents let nobody help itself to more in its own account. */
export function ownAccountRow(asking: Asking): QuestionRow {
  const calls = (actor: Actor) =>
    IDENTITY_ACTIONS.map(
      (action): Call => ({
        actions: [action],
        resourceArn: `arn:${asking.agreement.partition}:iam::${actor.caller.account}:user/somebody`,
        resourceAccount: actor.caller.account,
      }),
    );
  return {
    id: "own-account",
    kind: "anything-else",
    title: "Anything else in its own account",
    questions: asking.granted.flatMap((actor) =>
      deniedTo([actor], calls(actor), "documents", usual(asking)),
    ),
  };
}
