import type { Candidate } from "#core/advisor/advise.ts";
import { METHODS } from "#core/methods/index.ts";

export const CANDIDATES: readonly Candidate[] = METHODS.map(({ id, facts }) => ({
  id,
  advice: facts.advice,
}));

export function titleOf(id: string): string {
  return METHODS.find((method) => method.id === id)?.title ?? id;
}
