import { isSidOf } from "./distinct-sid.ts";
import { isRecord, meaningOf, principalNames, sidOf } from "./meaning.ts";

/** A statement there that is one of ours: it says the same, or is an earlier version of it. */
export interface Claim {
  /** Among those there. */
  readonly index: number;
  /** Among ours. */
  readonly ours: number;
  readonly says: "same" | "other";
}

/**
 * Finds the statements there that belong to this sharing. Only what has a Sid of ours can be ours. It is
 * when it says the same; or when it allows, is of the form that we write, and names nobody whom ours
 * does not name: then replacing it takes nothing from another sharing. Everything else is another's.
 */
export function claims(there: readonly unknown[], ours: readonly unknown[]): readonly Claim[] {
  const taken = new Set<number>();
  const meanings = there.map(meaningOf);
  const same = ours.flatMap((own, number): readonly Claim[] => {
    const meaning = meaningOf(own);
    const index = there.findIndex(
      (one, at) => !taken.has(at) && meanings[at] === meaning && hasSidOf(own, one),
    );
    if (index < 0) return [];
    taken.add(index);
    return [{ index, ours: number, says: "same" }];
  });
  const earlier = ours.flatMap((own, number) =>
    there.flatMap((one, index): readonly Claim[] => {
      if (taken.has(index) || !hasSidOf(own, one) || !isEarlier(one, own)) return [];
      taken.add(index);
      return [{ index, ours: number, says: "other" }];
    }),
  );
  return [...same, ...earlier];
}

function hasSidOf(own: unknown, one: unknown): boolean {
  return isSidOf(sidOf(own), sidOf(one), one) || sameWithoutSid(own, one);
}

/** A statement that never had a Sid is known by what it says alone. */
function sameWithoutSid(own: unknown, one: unknown): boolean {
  return sidOf(own) === "" && sidOf(one) === "" && meaningOf(own) === meaningOf(one);
}

function isEarlier(one: unknown, own: unknown): boolean {
  if (!isRecord(one) || !isRecord(own)) return false;
  if (one["Effect"] !== "Allow" || own["Effect"] !== "Allow") return false;
  if (Object.keys(one).some((name) => !WRITTEN.includes(name))) return false;
  const before = principalNames(one);
  const now = principalNames(own);
  return before !== undefined && now !== undefined && before.size > 0 && isSubset(before, now);
}

/** Elements that our statements have. */
const WRITTEN = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

function isSubset(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((name) => other.has(name));
}
