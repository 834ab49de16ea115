import type { Decision, PolicyProblem } from "#core/proof/decision.ts";
import type { Actor } from "#core/proof/matrix/actors.ts";
import { judge } from "#core/proof/matrix/judge.ts";
import type { QuestionRow, QuestionSection } from "#core/proof/matrix/question.ts";
import type { Sharing } from "#core/proof/matrix/sharing.ts";
import { standing } from "#core/proof/matrix/standing.ts";
import { questions } from "#core/proof/questions.ts";

/** The answer to one question. */
export interface Cell extends Decision {
  readonly actor: Pick<Actor, "id" | "label" | "kind" | "principals">;
  readonly expected: "allowed" | "denied";
  /** The decision is the expected one. */
  readonly ok: boolean;
}

export interface MatrixRow extends Omit<QuestionRow, "questions"> {
  readonly cells: readonly Cell[];
}

export interface MatrixSection extends Omit<QuestionSection, "rows"> {
  /** In the order of the columns. */
  readonly actors: readonly Cell["actor"][];
  readonly rows: readonly MatrixRow[];
}

/** Whether the documents grant what was agreed and nothing more, question by question. */
export interface Matrix {
  readonly sections: readonly MatrixSection[];
  /** What AWS would refuse to save. */
  readonly problems: readonly PolicyProblem[];
  readonly asked: number;
  readonly unexpected: number;
  /** Every answer is as expected, and there is no problem. */
  readonly ok: boolean;
}

/** Asks every question of a sharing. Never throws; a document that AWS would refuse is a problem. */
export function proofMatrix(sharing: Sharing): Matrix {
  const policies = standing(sharing);
  const answer = judge(sharing.agreement, policies);
  const sections = questions(sharing, policies).map(({ rows, ...section }): MatrixSection => {
    const actors = new Map<string, Cell["actor"]>();
    const judged = rows.map(({ questions: asked, ...row }): MatrixRow => {
      const cells = asked.map((question): Cell => {
        const { actor, expected } = question;
        const decision = answer(question);
        actors.set(actor.id, actor);
        const ok = (decision.decision === "allowed") === (expected === "allowed");
        return { ...decision, actor, expected, ok };
      });
      return { ...row, cells };
    });
    return { ...section, actors: [...actors.values()], rows: judged };
  });
  const cells = sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const unexpected = cells.filter(({ ok }) => !ok).length;
  const { problems } = policies;
  return {
    sections,
    problems,
    asked: cells.length,
    unexpected,
    ok: unexpected === 0 && problems.length === 0,
  };
}
