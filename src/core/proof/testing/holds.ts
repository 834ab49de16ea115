import { judge } from "#core/proof/matrix/judge.ts";
import type { Sharing } from "#core/proof/matrix/sharing.ts";
import { standing } from "#core/proof/matrix/standing.ts";
import { questions } from "#core/proof/questions.ts";

/** What `proofMatrix` says in `ok`, but not asked further than to the first answer that is not as agreed. */
export function holds(sharing: Sharing): boolean {
  const policies = standing(sharing);
  if (policies.problems.length > 0) return false;
  const answer = judge(sharing.agreement, policies);
  return questions(sharing, policies).every((section) =>
    section.rows.every((make) =>
      make().every((row) =>
        row.questions.every(
          (question) =>
            (answer(question).decision === "allowed") === (question.expected === "allowed"),
        ),
      ),
    ),
  );
}
