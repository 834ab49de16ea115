/** `*` and `?` of a policy text; every other number is a UTF-16 code unit that stands for itself. */
export const ANY_RUN = -1;
export const ANY_ONE = -2;

/** Code units and wildcards, in order. Runs of `*` are one. */
export type Glob = readonly number[];

/** Adds literal text to a glob under construction. */
export function pushText(glob: number[], text: string): void {
  for (let at = 0; at < text.length; at += 1) glob.push(text.charCodeAt(at));
}

/** Adds `*`; a second one in a row says nothing more. */
export function pushAnyRun(glob: number[]): void {
  if (glob.at(-1) !== ANY_RUN) glob.push(ANY_RUN);
}

/**
 * Decides a glob without backtracking over more than the last `*`: at worst pattern × text steps,
 * and a pattern with more characters than the text is refused at once. Policies are hostile input.
 */
export function globMatches(glob: Glob, text: string): boolean {
  let patternAt = 0;
  let textAt = 0;
  let starAt = -1;
  let resumeAt = 0;
  if (minimumLength(glob) > text.length) return false;
  while (textAt < text.length) {
    const unit = glob[patternAt];
    if (unit === ANY_RUN) {
      starAt = patternAt;
      resumeAt = textAt;
      patternAt += 1;
    } else if (unit === ANY_ONE || unit === text.charCodeAt(textAt)) {
      patternAt += 1;
      textAt += 1;
    } else if (starAt >= 0) {
      resumeAt += 1;
      textAt = resumeAt;
      patternAt = starAt + 1;
    } else {
      return false;
    }
  }
  while (glob[patternAt] === ANY_RUN) patternAt += 1;
  return patternAt === glob.length;
}

function minimumLength(glob: Glob): number {
  let length = 0;
  for (const unit of glob) if (unit !== ANY_RUN) length += 1;
  return length;
}

/** Most globs are one text, or the start of texts: these can be looked up instead of compared. */
export type GlobShape =
  | { readonly kind: "exact"; readonly text: string }
  | { readonly kind: "start"; readonly text: string }
  | { readonly kind: "other" };

export function globShape(glob: Glob): GlobShape {
  const firstWildcard = glob.findIndex((unit) => unit < 0);
  if (firstWildcard < 0) return { kind: "exact", text: literalText(glob) };
  if (firstWildcard === glob.length - 1 && glob[firstWildcard] === ANY_RUN) {
    return { kind: "start", text: literalText(glob.slice(0, -1)) };
  }
  return { kind: "other" };
}

/** Prepares a glob for many texts. */
export function globTest(glob: Glob): (text: string) => boolean {
  const shape = globShape(glob);
  if (shape.kind === "exact") return (text) => text === shape.text;
  if (shape.kind === "start") return (text) => text.startsWith(shape.text);
  return (text) => globMatches(glob, text);
}

export function literalText(glob: Glob): string {
  let text = "";
  for (const unit of glob) text += String.fromCharCode(unit);
  return text;
}
