import { linkFragment, openLink } from "#core/link/link.ts";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { safeDraft } from "#core/parameters/raw.ts";
import { adviceOf, isOwnEntry, openingOf } from "./opening.ts";
import { byAdvice, byMethod, completeDraft, isEmpty, newSession, type Session } from "./session.ts";

/** What the wizard shows for an address. */
export type Screen =
  | { readonly kind: "editing"; readonly session: Session }
  /** The tab holds one sharing and the address brings another: neither is thrown away unasked. */
  | { readonly kind: "choose"; readonly mine: Session; readonly theirs: Session }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly read: Session | undefined;
      readonly mine: Session | undefined;
    }
  | { readonly kind: "unknown-method"; readonly methodId: string };

export interface Arrival {
  readonly methodId: string;
  /** Path and query of the hash router: what follows `#`. */
  readonly fragment: string;
  /** State of the history entry. Browsers lose it when a reload follows a change too soon. */
  readonly state: unknown;
  /** `valuesOf` the address that this tab wrote last. */
  readonly written: unknown;
}

/** An address without its step. */
export function valuesOf(methodId: string, fragment: string): string {
  return `${methodId}?${fragment.split("?")[1] ?? ""}`;
}

/**
 * Whether the address says only which step of `mine` to show: the wizard wrote the history entry, or
 * it is the address the wizard gives for that step.
 */
export function isOwnAddress(arrival: Arrival, mine: Session): boolean {
  const { methodId, fragment, state, written } = arrival;
  if (mine.method.id !== methodId) return false;
  if (isOwnEntry(state) || valuesOf(methodId, fragment) === written) return true;
  const { method, draft, side } = mine;
  const step = fragment.split("?")[0]?.split("/")[2];
  return fragment === linkFragment(method, draft, { step, side });
}

/** Decides what an address means, given the sharing that this tab holds already. */
export function openAddress(arrival: Arrival, mine: Session | undefined): Screen {
  const opening = openingOf(arrival.state);
  if (opening !== undefined) {
    const draft = safeDraft(opening.draft);
    const method = findMethod(draft.method);
    if (method === undefined) return { kind: "unknown-method", methodId: draft.method };
    return adopt(
      mine,
      newSession(method, {
        draft: completeDraft(method, draft),
        origin: opening.origin,
        told: opening.warnings,
      }),
    );
  }
  const advised = adviceOf(arrival.state);
  const chosen = advised === undefined ? undefined : findMethod(arrival.methodId);
  if (advised !== undefined && chosen !== undefined) {
    return { kind: "editing", session: byAdvice(mine, chosen, advised) };
  }
  if (mine !== undefined && (isOwnEntry(arrival.state) || isOwnAddress(arrival, mine))) {
    return withoutValues(arrival, mine);
  }
  const opened = openLink(`#${arrival.fragment}`, METHODS);
  switch (opened.kind) {
    case "none":
      return withoutValues(arrival, mine);
    case "refused":
      return {
        kind: "refused",
        message: opened.message,
        read: whatWasRead(opened.method, opened.draft),
        mine: mine === undefined || isEmpty(mine) ? undefined : mine,
      };
    case "opened":
      return adopt(
        mine,
        newSession(opened.method, {
          draft: completeDraft(opened.method, opened.draft),
          origin: "link",
          side: opened.side,
          told: [...opened.repairs, ...opened.warnings],
        }),
      );
  }
}

function withoutValues({ methodId }: Arrival, mine: Session | undefined): Screen {
  const method = findMethod(methodId);
  if (method === undefined) return { kind: "unknown-method", methodId };
  if (mine === undefined || isEmpty(mine)) {
    return { kind: "editing", session: mine?.method.id === methodId ? mine : newSession(method) };
  }
  return { kind: "editing", session: byMethod(mine, method) };
}

/** The same values again (one's own link, a reload) change nothing but the side they are seen from. */
function adopt(mine: Session | undefined, theirs: Session): Screen {
  if (mine === undefined || isEmpty(mine)) return { kind: "editing", session: theirs };
  if (saysTheSame(mine, theirs)) {
    const { side, told } = theirs;
    return { kind: "editing", session: { ...mine, side: side ?? mine.side, told } };
  }
  return { kind: "choose", mine, theirs };
}

/** Compared as links: values that no link carries are not missing from one. */
function saysTheSame(one: Session, other: Session): boolean {
  return (
    one.method.id === other.method.id &&
    linkFragment(one.method, one.draft) === linkFragment(other.method, other.draft)
  );
}

function whatWasRead(
  method: Method | undefined,
  draft: Session["draft"] | undefined,
): Session | undefined {
  if (method === undefined || draft === undefined) return undefined;
  const read = newSession(method, { draft: completeDraft(method, draft), origin: "link" });
  return isEmpty(read) ? undefined : read;
}
