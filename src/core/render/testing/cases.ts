import { METHODS } from "#core/methods/index.ts";
import type { MethodCase, Prepared } from "#core/methods/method.ts";

interface PreparedCase {
  /** `bucket-policy/running-example` */
  readonly name: string;
  readonly prepared: Prepared;
}

const modules = import.meta.glob<{ readonly cases: readonly MethodCase[] }>(
  "/src/core/methods/*/cases.ts",
  { eager: true },
);

/** Every case of every method, whichever methods there are. */
export const CASES: readonly PreparedCase[] = METHODS.flatMap((method) => {
  const module = modules[`/src/core/methods/${method.id}/cases.ts`];
  if (module === undefined) throw new Error(`${method.id} has no cases.`);
  return module.cases.map(({ name, draft }) => ({
    name: `${method.id}/${name}`,
    prepared: method.prepare(draft),
  }));
});
