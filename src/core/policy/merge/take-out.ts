import { policySource, policyText } from "./policy-source.ts";

/** The policy without these statements. `undefined`: they were all of it, and the policy is deleted. */
export type Remaining = { readonly text: string } | undefined;

/**
 * Takes statements out by their places; all others stay the same to the byte. Taking out what a merge
 * has added gives the text from before it, except that a Version that was raised stays raised and a
 * statement that stood alone stays in a list of one: neither changes what the policy says.
 */
export function withoutStatements(existing: string, places: readonly number[]): Remaining {
  const source = policySource(existing);
  if (source === undefined) return { text: existing };
  const kept = source.statements.filter((_one, index) => !places.includes(index));
  if (kept.length === source.statements.length) return { text: existing };
  return kept.length === 0 ? undefined : { text: policyText(source, kept) };
}
