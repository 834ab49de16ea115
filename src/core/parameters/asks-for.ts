import { SIDES, type Side } from "#core/side.ts";
import type { Parameter, ParameterId } from "./parameter.ts";

/** A method, as far as this is about it. */
interface Asking {
  readonly parameters: readonly Parameter[];
}

export function asksFor({ parameters }: Asking, id: ParameterId): boolean {
  return parameters.some((parameter) => parameter.id === id);
}

/** The sides whose account has a part in the sharing: a third party may have none. */
export function sidesWithAccount(method: Asking): readonly Side[] {
  return SIDES.filter((side) => asksFor(method, `${side}.account`));
}
