export interface ComparedLine {
  readonly kind: "same" | "removed" | "added" | "skipped";
  /** For `skipped`: how many lines. */
  readonly text: string;
}

/** Unchanged lines kept around a change. */
const CONTEXT = 3;

/** Both texts line by line; long stretches that are the same in both are counted, not shown. */
export function comparedLines(before: string, after: string): readonly ComparedLine[] {
  return withoutLongStretches(allLines(before.split("\n"), after.split("\n")));
}

function allLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return [
    ...before.slice(0, start).map(same),
    ...changes(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

function changes(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  // lengths[i][j]: longest common subsequence of before[i…] and after[j…].
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = lengths[i];
    if (row === undefined) continue;
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: ComparedLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const removed = before[i];
    const added = after[j];
    if (removed !== undefined && removed === added) {
      lines.push(same(removed));
      i++;
      j++;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: "removed", text: removed });
      i++;
    } else {
      lines.push({ kind: "added", text: added ?? "" });
      j++;
    }
  }
  return lines;
}

function same(text: string): ComparedLine {
  return { kind: "same", text };
}

function withoutLongStretches(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  const near = (index: number) =>
    lines
      .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
      .some((line) => line.kind !== "same");
  const shown: ComparedLine[] = [];
  let skipped = 0;
  lines.forEach((line, index) => {
    if (near(index)) {
      if (skipped > 0) shown.push({ kind: "skipped", text: String(skipped) });
      skipped = 0;
      shown.push(line);
    } else skipped++;
  });
  if (skipped > 0) shown.push({ kind: "skipped", text: String(skipped) });
  return shown;
}
