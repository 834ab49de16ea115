import { type Parsed, parsed, refused } from "#core/brand.ts";
import { type Claim, claims, type OlderStatement, olderStatements } from "./claims.ts";
import { freeSid, takenSids } from "./distinct-sid.ts";
import { sidOf } from "./meaning.ts";
import {
  type PolicySource,
  policySource,
  policyText,
  statementText,
  withCurrentVersion,
} from "./policy-source.ts";

/** A statement of the merged policy, and whose it is. */
export interface MergedStatement {
  readonly text: string;
  readonly value: unknown;
  readonly whose: "theirs" | "ours";
}

export interface MergedPolicy {
  readonly text: string;
  readonly statements: readonly MergedStatement[];
  /** Nothing had to be changed: all of ours is there. */
  readonly unchanged: boolean;
  /** What was done, as sentences. */
  readonly said: readonly string[];
}

/**
 * Puts our statements into a policy that is there. Ours are replaced where they stand, or follow
 * behind the others; all others stay in their order, the same to the byte, with Id and every element
 * that we do not know. Two statements never share a Sid: where another's has the Sid of one of ours,
 * ours gets a mark. Merging again changes nothing. Statements at the places `replaced`, of those that
 * `olderAmong` finds, are taken for older versions of ours.
 *
 * Refused where it would change what another's statement says: in a policy older than 2012-10-17
 * `${…}` is plain text, and a document has one Version.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function mergePolicy(
  existing: string,
  ours: readonly unknown[],
  replaced: readonly number[] = [],
): Parsed<MergedPolicy> {
  const there = policySource(existing);
  if (there === undefined) return refused("What is there is no policy document. Paste it again.");
  const outdated = refusedVersion(there);
  if (outdated !== undefined) return refused(outdated);
  const source =
    there.version === CURRENT ? there : (policySource(withCurrentVersion(existing)) ?? there);
  const values = source.statements.map(({ value }) => value);
  const claimed = claims(values, ours, replaced);
  const own = withFreeSids(values, ours, claimed);
  const placed = placedStatements(source, own, claimed);
  const changed = placed.some(({ written }) => written) || placed.length < values.length;
  const unchanged = !changed && source === there;
  return parsed({
    text: changed
      ? policyText(source, placed)
      : source === there
        ? existing
        : withCurrentVersion(existing),
    statements: placed.map(({ text, value, whose }) => ({ text, value, whose })),
    unchanged,
    said: sentences(there, ours, own, claimed),
  });
}

/** The statements there that belong to this sharing, by their places. */
export function oursAmong(existing: string, ours: readonly unknown[]): readonly number[] {
  const values = policySource(existing)?.statements.map(({ value }) => value) ?? [];
  return claims(values, ours)
    .map(({ index }) => index)
    .sort((one, other) => one - other);
}

/** The statements there that may be older versions of this sharing's. */
export function olderAmong(existing: string, ours: readonly unknown[]): readonly OlderStatement[] {
  return olderStatements(policySource(existing)?.statements.map(({ value }) => value) ?? [], ours);
}

const CURRENT = "2012-10-17";

function refusedVersion({ version, statements }: PolicySource): string | undefined {
  if (version === CURRENT) return undefined;
  if (version !== undefined && version !== "2008-10-17") {
    return `The policy has the Version “${version}”, which AWS does not know.`;
  }
  const changing = statements.flatMap(({ text }, index) =>
    text.includes("${") ? [index + 1] : [],
  );
  if (changing.length === 0) return undefined;
  const which = `${changing.length === 1 ? "Statement" : "Statements"} ${changing.join(", ")}`;
  return `The policy has ${version === undefined ? "no Version" : `the Version ${version}`}, in which \${…} is plain text; with ${CURRENT}, which ours need, it becomes a variable. ${which} would say something else. Write $\{$} for the $ there, or confirm that a variable was meant, by setting the Version to ${CURRENT} yourself; then paste it again.`;
}

interface Placed extends MergedStatement {
  readonly before: string;
  /** By us, now. */
  readonly written: boolean;
}

function placedStatements(
  source: PolicySource,
  own: readonly unknown[],
  claimed: readonly Claim[],
): readonly Placed[] {
  const written = (value: unknown, before: string): Placed => ({
    text: statementText(value, source.style),
    value,
    whose: "ours",
    before,
    written: true,
  });
  const placedOnce = new Set<number>();
  const there = source.statements.flatMap((statement, index): readonly Placed[] => {
    const claim = claimed.find((one) => one.index === index);
    if (claim === undefined) return [{ ...statement, whose: "theirs", written: false }];
    const isSame = claimed.some((one) => one.ours === claim.ours && one.says === "same");
    if (claim.says === "same") return [{ ...statement, whose: "ours", written: false }];
    if (isSame || claim.ours < 0 || placedOnce.has(claim.ours)) return [];
    placedOnce.add(claim.ours);
    return [written(own[claim.ours], statement.before)];
  });
  const found = new Set(claimed.map((claim) => claim.ours));
  const added = own.flatMap((value, index) => (found.has(index) ? [] : [written(value, "")]));
  return [...there, ...added];
}

/** Ours with Sids that nobody else has; one that says the same there keeps the Sid it has there. */
function withFreeSids(
  there: readonly unknown[],
  ours: readonly unknown[],
  claimed: readonly Claim[],
): readonly unknown[] {
  const foreign = there.filter((_one, index) => claimed.every((claim) => claim.index !== index));
  const same = claimed.filter(({ says }) => says === "same");
  const taken = new Set(takenSids([...foreign, ...same.map(({ index }) => there[index])]));
  return ours.map((own, number) => {
    const present = same.find((claim) => claim.ours === number);
    if (present !== undefined) return there[present.index];
    const sid = sidOf(own);
    if (sid === "") return own;
    const free = freeSid(sid, own, taken);
    taken.add(free.toLowerCase());
    return free === sid ? own : { ...(own as object), Sid: free };
  });
}

function sentences(
  there: PolicySource,
  ours: readonly unknown[],
  own: readonly unknown[],
  claimed: readonly Claim[],
): readonly string[] {
  const number = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const kept = there.statements.length - claimed.length;
  const found = new Set(claimed.map((claim) => claim.ours).filter((one) => one >= 0));
  const same = claimed.filter(({ says }) => says === "same");
  const earlier = claimed.filter(({ says }) => says === "other");
  const added = own.length - found.size;
  return [
    ...(kept === 0 ? [] : [`${number(kept, "statement")} of others: kept as written.`]),
    ...(added === 0 ? [] : [`${number(added, "statement")} of this sharing: added.`]),
    ...(earlier.length === 0
      ? []
      : [`${number(earlier.length, "earlier version")} of our statements: replaced.`]),
    ...(same.length === 0
      ? []
      : [`${number(same.length, "statement")} of this sharing: there already, left as written.`]),
    ...own.flatMap((statement, index) => {
      const sid = sidOf(ours[index]);
      return sidOf(statement) === sid || same.some((claim) => claim.ours === index)
        ? []
        : [`Another statement has the Sid ${sid}: ours is called ${sidOf(statement)}.`];
    }),
    ...(there.version === CURRENT
      ? []
      : [
          `Version becomes ${CURRENT}; it was ${there.version ?? "left out, which means 2008-10-17"}. No statement contains \${…}, the only thing that a newer Version reads in another way.`,
        ]),
    ...(there.wasSingle ? ["Statement was one object and becomes a list."] : []),
  ];
}
