import { isOurSid } from "#core/policy/sid.ts";
import { isSidOf, withoutMark } from "./distinct-sid.ts";
import { isRecord, meaningOf, principalNames, sidOf } from "./meaning.ts";

/** A statement there that is one of ours: it says the same, or is an earlier version of it. */
export interface Claim {
  /** Among those there. */
  readonly index: number;
  /** Among ours; -1 for one that goes without any of ours in its place. */
  readonly ours: number;
  readonly says: "same" | "other";
}

/**
 * Finds the statements there that belong to this sharing. Only what has a Sid of ours can be ours. It is
 * when it says the same; or when it allows, is of the form that we write, and names nobody whom ours
 * does not name: then replacing it takes nothing from another sharing. Everything else is another's,
 * but for what a person knows to be an older version: `replaced`, places among those that
 * `olderStatements` finds.
 */
export function claims(
  there: readonly unknown[],
  ours: readonly unknown[],
  replaced: readonly number[] = [],
): readonly Claim[] {
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
  const known = replaced.flatMap((index): readonly Claim[] => {
    if (taken.has(index) || !isOfOurForm(there[index])) return [];
    taken.add(index);
    return [{ index, ours: ours.findIndex((own) => isOfFamily(own, there[index])), says: "other" }];
  });
  return [...same, ...earlier, ...known];
}

/** A statement of ours as another version of a sharing may have written it. */
export interface OlderStatement {
  readonly index: number;
  /** It has the Sid of one of ours. Otherwise it names people whom ours names: perhaps another sharing with them. */
  readonly sameSid: boolean;
}

/**
 * What may be an older version of ours, but is not claimed: it names somebody whom ours does not name
 * (any more), or has another Sid. Whether it is one, or belongs to another sharing, only a person can say.
 */
export function olderStatements(
  there: readonly unknown[],
  ours: readonly unknown[],
): readonly OlderStatement[] {
  const claimed = new Set(claims(there, ours).map(({ index }) => index));
  const people = new Set(
    ours.flatMap((own) => (isRecord(own) && own["Effect"] === "Allow" ? namesOf(own) : [])),
  );
  return there.flatMap((one, index): readonly OlderStatement[] => {
    if (claimed.has(index) || !isOfOurForm(one)) return [];
    if (ours.some((own) => isOfFamily(own, one))) return [{ index, sameSid: true }];
    const isOurs = isRecord(one) && one["Effect"] === "Allow" && isOurSid(sidOf(one));
    return isOurs && namesOf(one).some((name) => people.has(name))
      ? [{ index, sameSid: false }]
      : [];
  });
}

/** The same Effect, and the Sid with or without a mark, whoever is named. */
function isOfFamily(own: unknown, one: unknown): boolean {
  if (!isRecord(own) || !isRecord(one) || own["Effect"] !== one["Effect"]) return false;
  const sid = sidOf(own);
  return isOurSid(sid) && withoutMark(sidOf(one)) === withoutMark(sid);
}

function isOfOurForm(one: unknown): boolean {
  return (
    isRecord(one) &&
    isOurSid(sidOf(one)) &&
    Object.keys(one).every((name) => WRITTEN.includes(name)) &&
    principalNames(one) !== undefined
  );
}

function namesOf(one: unknown): readonly string[] {
  return [...(principalNames(one) ?? [])];
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
