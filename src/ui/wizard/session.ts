import type { Given } from "#core/advisor/answers.ts";
import { takenFrom } from "#core/advisor/settled.ts";
import { findMethod } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft, Parameter } from "#core/parameters/parameter.ts";
import { isRecord, rawValue, safeDraft, splitId } from "#core/parameters/raw.ts";
import type { Edits } from "#core/policy/edits.ts";
import { SIDES, type Side } from "#core/side.ts";
import { sameValue, withValues } from "#ui/fields/draft-values.ts";
import type { Origin } from "./sharing-context.tsx";

/** The account IDs the reader has said to be right; "" while nothing was said. */
export type Confirmed = { readonly [OneSide in Side]: string };

export const NOTHING_CONFIRMED: Confirmed = { owner: "", consumer: "" };

/** One sharing as this tab holds it. */
export interface Session {
  readonly method: Method;
  readonly draft: Draft;
  readonly edits: Edits;
  readonly origin: Origin;
  readonly side: Side | undefined;
  readonly confirmed: Confirmed;
  /** What has to be told about how it was opened, a sentence each. */
  readonly told: readonly string[];
}

export function newSession(method: Method, parts: Partial<Session> = {}): Session {
  return {
    method,
    draft: method.emptyDraft(),
    edits: new Map(),
    origin: "typed",
    side: undefined,
    confirmed: NOTHING_CONFIRMED,
    told: [],
    ...parts,
  };
}

/** Every value of the method is there, whatever the source left out; what it does not know is dropped. */
export function completeDraft(method: Method, draft: Draft): Draft {
  return withValues(
    method.emptyDraft(),
    method.parameters.flatMap(({ id, default: standard }) => {
      const value = rawValue(draft, id);
      return sameShape(value, standard) ? [{ id, value: value as typeof standard }] : [];
    }),
  );
}

function sameShape(value: unknown, standard: unknown): boolean {
  return typeof value === typeof standard && Array.isArray(value) === Array.isArray(standard);
}

export function isEmpty({ method, draft }: Pick<Session, "method" | "draft">): boolean {
  return method.parameters.every(({ id, default: standard }) =>
    sameValue(rawValue(draft, id) ?? standard, standard),
  );
}

/** What session storage gets; the methods are code, so only the id is kept. */
export function sessionRecord(session: Session): unknown {
  const { draft, edits, origin, side, confirmed } = session;
  return { draft, edits: [...edits], origin, side, confirmed };
}

const ORIGINS: readonly Origin[] = ["typed", "link", "file", "example"];

/** Storage is shared with every page of the origin: anything odd counts as nothing, or as a link. */
export function readSession(record: unknown): Session | undefined {
  if (!isRecord(record)) return undefined;
  const draft = safeDraft(record["draft"]);
  const method = findMethod(draft.method);
  if (method === undefined) return undefined;
  const confirmed = isRecord(record["confirmed"]) ? record["confirmed"] : {};
  return newSession(method, {
    draft: completeDraft(method, draft),
    edits: new Map(editsOf(record["edits"])),
    origin: ORIGINS.find((origin) => origin === record["origin"]) ?? "link",
    side: SIDES.find((side) => side === record["side"]),
    confirmed: {
      owner: typeof confirmed["owner"] === "string" ? confirmed["owner"] : "",
      consumer: typeof confirmed["consumer"] === "string" ? confirmed["consumer"] : "",
    },
  });
}

function editsOf(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!Array.isArray(entry)) return [];
    const [id, text]: readonly unknown[] = entry;
    return typeof id === "string" && typeof text === "string" ? [[id, text] as const] : [];
  });
}

/** A method's own value is known to another that asks for the same under the same name and takes it. */
function isKnownBy(method: Method, { id, side, linkKey }: Parameter, draft: Draft): boolean {
  const known = method.parameters.find((parameter) => parameter.id === id);
  if (known === undefined || splitId(id).section !== "settings") return known !== undefined;
  return (
    known.side === side &&
    known.linkKey === linkKey &&
    known.schema.safeParse(rawValue(draft, id) ?? known.default).success
  );
}

/** The same sharing by another method: what both ask for comes along, and it is told what stays behind. */
export function byMethod(session: Session, method: Method): Session {
  if (session.method.id === method.id) return session;
  const comesAlong = (parameter: Parameter) => isKnownBy(method, parameter, session.draft);
  const changed = session.method.parameters.filter(
    ({ id, default: standard }) => !sameValue(rawValue(session.draft, id) ?? standard, standard),
  );
  const kept = changed.filter(comesAlong);
  const left = changed.filter((parameter) => !comesAlong(parameter));
  const told = [
    `Changed from ${session.method.title} to ${method.title}. ${
      kept.length === 0 ? "No value" : "What both methods ask for"
    } came along.`,
    ...(left.length === 0 ? [] : [`Left behind: ${left.map(({ label }) => label).join(", ")}.`]),
    ...(session.edits.size === 0 ? [] : ["Hand edits of documents were left behind too."]),
  ];
  return {
    ...session,
    method,
    draft: withValues(
      { ...method.emptyDraft(), method: method.id },
      kept.map(({ id, default: standard }) => ({
        id,
        value: (rawValue(session.draft, id) ?? standard) as typeof standard,
      })),
    ),
    edits: new Map(),
    told,
  };
}

/** The method that another one says is better, with what choosing it from there settles. */
export function byBetterMethod(session: Session, method: Method): Session {
  const { better } = session.method;
  const changed = byMethod(session, method);
  const values = (better?.method === method.id ? better.values : undefined) ?? [];
  return {
    ...changed,
    draft: withValues(
      changed.draft,
      values
        .filter(({ parameter }) => method.parameters.some(({ id }) => id === parameter))
        .map(({ parameter, value }) => ({ id: parameter, value })),
    ),
  };
}

/** A sharing begun with the advisor's answers, or gone on with: values that are there already stay. */
export function byAdvice(mine: Session | undefined, method: Method, given: Given): Session {
  const session =
    mine === undefined || isEmpty(mine)
      ? newSession(method)
      : byMethod({ ...mine, told: [] }, method);
  const taken = takenFrom(given, method, session.draft);
  if (taken.length === 0) return session;
  return {
    ...session,
    draft: withValues(
      session.draft,
      taken.map(({ parameter, value }) => ({ id: parameter.id, value })),
    ),
    told: [
      ...session.told,
      `Taken over from your answers: ${taken.map(({ label }) => label).join(", ")}.`,
    ],
  };
}
