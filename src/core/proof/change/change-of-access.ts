import { jsonError } from "#core/policy/json-error.ts";
import { isRecord, meaningOf, sidOf } from "#core/policy/merge/meaning.ts";
import type { ResourcePolicyType } from "#core/proof/decision.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import { type CompiledStatement, statementMatch } from "#core/proof/policy/statement.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import { covers } from "./covers.ts";
import { type Example, statementExamples } from "./statement-examples.ts";
import { actionName, type ChangedDocument, conditionWords, listed, resourceName } from "./words.ts";

export interface AccessChange {
  readonly kind: "gains" | "loses" | "denied" | "released" | "unclear";
  readonly sentence: string;
}

/** What another text of a policy changes for whom. */
export interface ChangeOfAccess {
  readonly changes: readonly AccessChange[];
  /** One sentence that sums it up, also over what cannot be said exactly. */
  readonly summary: string;
}

/** A statement of a document, by place. */
interface Read {
  readonly value: unknown;
  readonly compiled: CompiledStatement;
  readonly meaning: string;
}

/**
 * Who may do more or less by the second text than by the first, as sentences. Only statements that are
 * not in both can change a decision; the evaluator is asked about every principal, action and resource
 * that these name, with both texts. Where requests cannot stand for all that a statement says, that is
 * said in place of a guess. `undefined` stands for no policy at all.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function changeOfAccess(
  before: string | undefined,
  after: string | undefined,
  of: ChangedDocument,
): ChangeOfAccess {
  const first = readDocument(before, of);
  const second = readDocument(after, of);
  const was = first.statements;
  const is = second.statements;
  const added = withoutThose(is, was);
  const removed = withoutThose(was, is);
  const changes: readonly AccessChange[] = [
    ...allowChanges(added, removed, was, is, of),
    ...denyChanges("denied", added, of),
    ...denyChanges("released", removed, of),
    ...withoutThose(second.refused, first.refused).map(({ sentence }) => ({
      kind: "unclear" as const,
      sentence,
    })),
  ];
  const covered = {
    removed: removed.filter(isAllow).every((one) => isCovered(one, is)),
    added: added.filter(isAllow).every((one) => isCovered(one, was)),
  };
  return { changes, summary: summaryOf(changes, added, removed, covered) };
}

interface Document {
  readonly statements: readonly Read[];
  /** Statements that AWS would refuse, with the reason. */
  readonly refused: readonly { readonly meaning: string; readonly sentence: string }[];
}

function readDocument(text: string | undefined, { kind }: ChangedDocument): Document {
  if (text === undefined || jsonError(text) !== undefined) return { statements: [], refused: [] };
  const { statements, problems } = compilePolicy({ document: "x", policy: text }, typeOf(kind));
  const policy: unknown = JSON.parse(text);
  const isCurrent = isRecord(policy) && policy["Version"] === "2012-10-17";
  const values: readonly unknown[] = isRecord(policy) ? [policy["Statement"]].flat() : [];
  return {
    statements: statements.map((compiled) => {
      const value = values[compiled.source.statementIndex];
      // Under an older Version the same ${…} is plain text.
      const meaning = meaningOf(value);
      const isPlain = meaning.includes("${") && !isCurrent;
      return { value, compiled, meaning: isPlain ? `plain ${meaning}` : meaning };
    }),
    refused: problems.flatMap(({ statementIndex, message }) =>
      statementIndex === undefined
        ? []
        : [
            {
              meaning: meaningOf(values[statementIndex]),
              sentence: `Statement ${statementIndex + 1} is none that AWS would take: ${message}`,
            },
          ],
    ),
  };
}

function typeOf(kind: string): ResourcePolicyType {
  if (kind === "key-policy") return "key policy";
  return kind === "trust-policy" ? "trust policy" : "bucket policy";
}

function withoutThose<Item extends Pick<Read, "meaning">>(
  all: readonly Item[],
  others: readonly Item[],
): readonly Item[] {
  const meanings = new Set(others.map(({ meaning }) => meaning));
  return all.filter(({ meaning }) => !meanings.has(meaning));
}

function allowChanges(
  added: readonly Read[],
  removed: readonly Read[],
  was: readonly Read[],
  is: readonly Read[],
  of: ChangedDocument,
): readonly AccessChange[] {
  const changed = [...added, ...removed].filter(isAllow);
  // A Deny that comes or goes meets whoever is allowed something, not only whom it names.
  const met = changed.length < added.length + removed.length ? is.filter(isAllow) : [];
  const gained: Told[] = [];
  const lost: Told[] = [];
  const metNow: Told[] = [];
  const metBefore: Told[] = [];
  const unclear: AccessChange[] = [];
  for (const one of new Set([...changed, ...met])) {
    const { examples, unclear: reason } = statementExamples(one.value, one.compiled, of);
    if (reason !== undefined && changed.includes(one)) unclear.push(unclearChange(one, reason));
    for (const example of examples) {
      const before = says(was, example.request);
      const had = before === "Allow";
      const answer = says(is, example.request);
      const has = answer === "Allow";
      const when = conditionWords(one.compiled.conditions);
      if (answer === "Deny" && added.includes(one)) metNow.push({ example, when });
      if (before === "Deny" && removed.includes(one)) metBefore.push({ example, when });
      if (had === has) continue;
      (has ? gained : lost).push({ example, when });
    }
  }
  return [
    ...told("gains", gained, of),
    ...told("gains", metNow, of, ", but only where no Deny meets it"),
    ...told("loses", lost, of),
    ...told("loses", metBefore, of, ", where it had it in spite of a Deny"),
    ...unclear,
  ];
}

function isAllow({ compiled }: Read): boolean {
  return compiled.source.effect === "Allow";
}

/** What statements say to a request: a Deny wins. */
function says(statements: readonly Read[], request: PreparedRequest): "Allow" | "Deny" | "nothing" {
  let allowed = false;
  for (const { compiled } of statements) {
    if (statementMatch(compiled, request, false) === "none") continue;
    if (compiled.source.effect === "Deny") return "Deny";
    allowed = true;
  }
  return allowed ? "Allow" : "nothing";
}

interface Told {
  readonly example: Example;
  readonly when: string;
}

/** One sentence a caller: what, where, under which conditions. */
function told(
  kind: "gains" | "loses",
  all: readonly Told[],
  of: ChangedDocument,
  only = "",
): readonly AccessChange[] {
  const byWho = grouped(all, ({ example }) => example.who.label);
  return [...byWho].map(([who, ofWho]) => {
    const byPlace = grouped(ofWho, ({ example, when }) =>
      JSON.stringify([resourceName(example.resource, of), when]),
    );
    const byActions = grouped([...byPlace], ([, atPlace]) =>
      listed([...new Set(atPlace.map(({ example }) => actionName(example.action)))]),
    );
    const parts = [...byActions].map(([actions, places]) => {
      const where = places.map(([place]) => {
        const [resource, when] = JSON.parse(place) as [string, string];
        return when === "" ? resource : `${resource} (${when})`;
      });
      return `${actions} on ${shortened(where)}`;
    });
    return { kind, sentence: `${capital(who)} ${kind} ${listed(parts)}${only}.` };
  });
}

const NAMED = 4;

function shortened(words: readonly string[]): string {
  if (words.length <= NAMED + 1) return listed(words);
  return `${words.slice(0, NAMED).join(", ")} and ${words.length - NAMED} more`;
}

/** A Deny is told as it stands: it meets requests, not people. */
function denyChanges(
  kind: "denied" | "released",
  statements: readonly Read[],
  of: ChangedDocument,
): readonly AccessChange[] {
  return statements
    .filter(({ compiled }) => compiled.source.effect === "Deny")
    .map((one): AccessChange => {
      const { examples, unclear } = statementExamples(one.value, one.compiled, of);
      if (unclear !== undefined || examples.length === 0) {
        return unclearChange(one, unclear ?? "it names nobody");
      }
      const people = [...new Set(examples.map((example) => example.who.label))];
      const are = people.length > 1 ? "are" : "is";
      const what = listed([...new Set(examples.map((example) => actionName(example.action)))]);
      const where = [...new Set(examples.map((example) => resourceName(example.resource, of)))];
      const when = conditionWords(one.compiled.conditions);
      return {
        kind,
        sentence: `${capital(listed(people))} ${are} ${kind === "denied" ? "denied" : "no longer denied"} ${what} on ${shortened(where)}${when === "" ? "" : ` ${when}`}.`,
      };
    });
}

function unclearChange({ value, compiled }: Read, reason: string): AccessChange {
  const { effect, statementIndex } = compiled.source;
  const name =
    sidOf(value) === "" ? `Statement ${statementIndex + 1}` : `Statement “${sidOf(value)}”`;
  return {
    kind: "unclear",
    sentence: `${name} (${effect}) changes, and ${reason}: read it in the comparison.`,
  };
}

/** Whether one Allow of a document lets through all that this one does. */
function isCovered(one: Read, document: readonly Read[]): boolean {
  return document.some((other) => isAllow(other) && covers(other.value, one.value));
}

/**
 * That nobody loses is certain where no Deny comes and every Allow that goes is covered by one that
 * stays; that nobody gains, the other way round. Examples alone cannot show it: under other
 * circumstances a request may be decided otherwise.
 */
function summaryOf(
  changes: readonly AccessChange[],
  added: readonly Read[],
  removed: readonly Read[],
  covered: { readonly removed: boolean; readonly added: boolean },
): string {
  if (added.length === 0 && removed.length === 0) return "It says the same as before.";
  if (changes.some(({ kind }) => kind === "unclear")) {
    return "Not all of it can be put into sentences: read the comparison too.";
  }
  const nobodyLoses = covered.removed && added.every(isAllow);
  const nobodyGains = covered.added && removed.every(isAllow);
  if (nobodyLoses && nobodyGains) return "Nobody gains or loses anything.";
  if (nobodyLoses) return "Nobody loses anything.";
  const isTold = changes.some(({ kind }) => kind === "loses" || kind === "denied");
  const besides = isTold ? "" : " Who loses depends on the circumstances: read the comparison too.";
  if (nobodyGains) return `Nobody gains anything.${besides}`;
  if (covered.removed && changes.every(({ kind }) => kind !== "loses")) {
    return "Apart from what is denied there, nobody loses anything.";
  }
  return `Everybody whom these statements do not mean keeps what they have.${besides}`;
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
