import type { Candidate } from "#core/advisor/advise.ts";
import type { MethodFacts } from "#core/methods/facts.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";

/** Every listed method whose facts are known. */
export const KNOWN: readonly (Method & { readonly facts: MethodFacts })[] = METHODS.flatMap(
  (method) => (method.facts === undefined ? [] : [{ ...method, facts: method.facts }]),
);

export const CANDIDATES: readonly Candidate[] = KNOWN.map(({ id, facts }) => ({
  id,
  advice: facts.advice,
}));

export function titleOf(id: string | undefined): string {
  return METHODS.find((method) => method.id === id)?.title ?? "Another method";
}
