import { principalNames, sidOf } from "#core/policy/merge/meaning.ts";
import { olderAmong } from "#core/policy/merge/merge-policy.ts";
import { policySource } from "#core/policy/merge/policy-source.ts";
import { whoIn } from "./sharings.ts";

/** Statements there that look like an older version of a sharing's own. */
export interface OlderVersion {
  /** Stable while the policy that is there is. */
  readonly id: string;
  /** Places, from 0. */
  readonly statements: readonly number[];
  readonly sids: readonly string[];
  readonly who: string;
  /** Its Sids are those of ours; otherwise only its people are, and it may be another sharing with them. */
  readonly sameSids: boolean;
}

/**
 * Groups what may be an older version of ours by whom it names: an agreement that has lost a principal,
 * or shares something else by now, leaves such statements behind. They stay unless they are chosen.
 */
export function olderVersions(existing: string, ours: readonly unknown[]): readonly OlderVersion[] {
  const values = policySource(existing)?.statements.map(({ value }) => value) ?? [];
  const groups = new Map<string, { readonly index: number; readonly sameSid: boolean }[]>();
  for (const older of olderAmong(existing, ours)) {
    const names = [...(principalNames(values[older.index]) ?? [])].sort().join(" ");
    const key = `${older.sameSid} ${names}`;
    groups.set(key, [...(groups.get(key) ?? []), older]);
  }
  return [...groups.values()].map((group): OlderVersion => {
    const statements = group.map(({ index }) => index);
    const sids = statements.map((index) => sidOf(values[index]));
    return {
      id: `${statements.join(",")} ${sids.join(",")}`,
      statements,
      sids,
      who: whoIn(statements.map((index) => values[index])),
      sameSids: group.every(({ sameSid }) => sameSid),
    };
  });
}
