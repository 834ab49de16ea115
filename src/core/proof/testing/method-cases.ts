import { METHODS } from "#core/methods/index.ts";
import type { MethodCase, Prepared } from "#core/methods/method.ts";

export interface PreparedCase {
  readonly method: string;
  readonly name: string;
  readonly prepared: Prepared;
}

/** Every method's cases, prepared. */
export async function preparedCases(): Promise<readonly PreparedCase[]> {
  const all = await Promise.all(
    METHODS.map(async (method) => {
      const module: { readonly cases: readonly MethodCase[] } = await import(
        `../../methods/${method.id}/cases.ts`
      );
      return module.cases.map(({ name, draft }) => ({
        method: method.id,
        name,
        prepared: method.prepare(draft),
      }));
    }),
  );
  return all.flat();
}
