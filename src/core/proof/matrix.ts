import type { Decision, Missing, PolicyProblem } from "#core/proof/decision.ts";
import type { Actor } from "#core/proof/matrix/actors.ts";
import type { Circumstance } from "#core/proof/matrix/circumstances.ts";
import { judge } from "#core/proof/matrix/judge.ts";
import type { Call, Question, QuestionRow, QuestionSection } from "#core/proof/matrix/question.ts";
import type { Sharing } from "#core/proof/matrix/sharing.ts";
import { standing } from "#core/proof/matrix/standing.ts";
import { questions } from "#core/proof/questions.ts";

/** The answer to one question. */
export interface Cell extends Omit<Decision, "missing"> {
  /** Put into sentences when it is asked for: most are never looked at. */
  readonly missing: () => readonly Missing[];
  readonly actor: Actor;
  readonly expected: "allowed" | "denied";
  /** The decision is the expected one. */
  readonly ok: boolean;
  readonly question: Question;
  /** Of the question's requests the one that decision and reasons are about. */
  readonly call: Call;
  readonly circumstance: Circumstance;
}

export interface MatrixRow extends Omit<QuestionRow, "questions"> {
  readonly cells: readonly Cell[];
}

export interface MatrixSection extends Omit<QuestionSection, "rows"> {
  /** In the order of the columns. */
  readonly actors: readonly Actor[];
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
  let asked = 0;
  let unexpected = 0;
  const sections = questions(sharing, policies).map((section): MatrixSection => {
    const actors = new Map<string, Actor>();
    const judged = ({ id, kind, title, location, questions: all }: QuestionRow): MatrixRow => {
      const cells = all.map((question): Cell => {
        const { actor, expected } = question;
        const { decision, decidedBy, missing, call, circumstance } = answer(question);
        const ok = (decision === "allowed") === (expected === "allowed");
        actors.set(actor.id, actor);
        asked += 1;
        if (!ok) unexpected += 1;
        return {
          decision,
          decidedBy,
          missing,
          actor,
          expected,
          ok,
          question,
          call,
          circumstance,
        };
      });
      return location === undefined
        ? { id, kind, title, cells }
        : { id, kind, title, location, cells };
    };
    const rows = section.rows.flatMap((make) => make().map(judged));
    const { id, title, note } = section;
    return { id, title, note, actors: [...actors.values()], rows };
  });
  const { problems } = policies;
  return { sections, problems, asked, unexpected, ok: unexpected === 0 && problems.length === 0 };
}
