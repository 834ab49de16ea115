import { intakeAccount } from "./intake-account.ts";
import { intakeKey } from "./intake-key.ts";
import { intakeLocation } from "./intake-location.ts";
import { intakePrincipal } from "./intake-principal.ts";
import { intakeRegion } from "./intake-region.ts";
import type { Draft } from "./parameter.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { type Intake, splitTarget, type Target } from "./taken.ts";

type Taker = (found: Recognised | undefined, target: Target, draft: Draft) => Intake | undefined;

/** Who understands what in which field. */
const TAKERS: Readonly<Record<string, Taker>> = {
  "owner.account": (found, target, draft) => intakeAccount("owner", found, target, draft),
  "owner.region": intakeRegion,
  "owner.locations": intakeLocation,
  "owner.buckets": intakeKey,
  "consumer.account": (found, target, draft) => intakeAccount("consumer", found, target, draft),
  "consumer.principals": intakePrincipal,
};

/**
 * Turns a pasted text into values of the field it was pasted into, and of others that are still empty. Undefined when
 * there is nothing to do: the text is such a value already, or nothing that is known here.
 */
export function intake(text: string, target: string, draft: Draft): Intake | undefined {
  const trimmed = text.trim();
  const { id, index, column } = splitTarget(target);
  const taker = Object.hasOwn(TAKERS, id) ? TAKERS[id] : undefined;
  if (taker === undefined || trimmed === "" || trimmed.length > INTAKE_MAX_CHARACTERS) {
    return undefined;
  }
  const taken = taker(recognise(trimmed), { text: trimmed, path: target, index, column }, draft);
  return taken === undefined || isNoChange(taken, target, trimmed) ? undefined : taken;
}

const INTAKE_MAX_CHARACTERS = 20_000;

function isNoChange({ assignments, said }: Intake, target: string, text: string): boolean {
  return said.length === 0 && assignments.every(({ id, value }) => id === target && value === text);
}

export type { Intake } from "./taken.ts";
