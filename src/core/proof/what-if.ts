import type { Verdict } from "#core/proof/decision.ts";
import type { Cell, Matrix, MatrixRow, MatrixSection } from "#core/proof/matrix.ts";

/** An answer that is another one when something else stands there as well. */
export interface Change {
  readonly section: MatrixSection;
  readonly row: MatrixRow;
  readonly before: Verdict;
  /** What it becomes, with the reasons for it. */
  readonly after: Cell;
}

/** The answers that are not the same in both; a Deny in place of a missing Allow is no change. */
export function changes(before: Matrix, after: Matrix): readonly Change[] {
  const known = new Map<string, Verdict>();
  for (const { section, row, cell } of answers(before)) {
    for (const key of keysOf(section, row, cell)) known.set(key, cell.decision);
  }
  return answers(after).flatMap(({ section, row, cell }): readonly Change[] => {
    const was = keysOf(section, row, cell)
      .map((key) => known.get(key))
      .find((verdict) => verdict !== undefined && isAllowed(verdict) !== isAllowed(cell.decision));
    return was === undefined ? [] : [{ section, row, before: was, after: cell }];
  });
}

function isAllowed(verdict: Verdict): boolean {
  return verdict === "allowed";
}

function answers({ sections }: Matrix) {
  return sections.flatMap((section) =>
    section.rows.flatMap((row) => row.cells.map((cell) => ({ section, row, cell }))),
  );
}

/** Principals may stand together in the one and apart in the other. */
function keysOf({ id }: MatrixSection, row: MatrixRow, { actor }: Cell): readonly string[] {
  const whom = actor.principals.length === 0 ? [actor.id] : actor.principals.map(({ arn }) => arn);
  return whom.map((each) => `${id} ${row.id} ${each}`);
}
