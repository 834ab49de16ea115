/**
 * Indexes of the lines of `after` that `before` does not have. A line that only moved, or only
 * got a comma because another follows it, is not changed; each line of `before` accounts for one
 * line of `after`.
 */
export function changedLines(
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<number> {
  const left = new Map<string, number>();
  for (const line of before.map(withoutComma)) left.set(line, (left.get(line) ?? 0) + 1);
  const changed = new Set<number>();
  after.map(withoutComma).forEach((line, index) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    else if (/[^\s{}[\],]/.test(line)) changed.add(index);
  });
  return changed;
}

function withoutComma(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}
