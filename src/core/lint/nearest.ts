/** The candidate that differs least, if it differs little; the first of several. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let least = Math.min(MOST_CHANGES, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const changes = distance(wanted, candidate.toLowerCase());
    if (changes < least) {
      best = candidate;
      least = changes;
    }
  }
  return best;
}

/** No name of AWS is longer. */
const LONGEST = 80;
const MOST_CHANGES = 4;

/** How many characters have to be put in, taken out or replaced. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const replaced = (row[to - 1] ?? 0) + Number(one[at - 1] !== other[to - 1]);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
