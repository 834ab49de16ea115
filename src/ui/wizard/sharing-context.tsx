import { createContext, type ReactNode, useContext } from "react";
import type { Method, Prepared } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { Edits, EffectiveDocument } from "#core/policy/edits.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import type { Side } from "#core/side.ts";

/** Where the values came from; values of a link are somebody else's until they are confirmed. */
export type Origin = "typed" | "link" | "file" | "example";

/** Whether anything may leave the page, and if not, a sentence that says what to do first. */
export type CanCopy =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: string;
      /** What to confirm before even an unfinished sharing may be sent on. */
      readonly unconfirmed?: string;
    };

/** What every screen of one sharing reads. Fed by the wizard; nothing else keeps a copy. */
export interface Sharing {
  readonly method: Method;
  /** The draft that `prepared` was made from. */
  readonly draft: Draft;
  readonly prepared: Prepared;
  /** The documents of `prepared` with the hand edits laid over them. */
  readonly documents: readonly EffectiveDocument[];
  readonly edits: Edits;
  /** `undefined` goes back to the generated text. */
  readonly editDocument: (id: string, text: string | undefined) => void;
  /** Policies pasted to see what they would change; they stay in memory and go nowhere. */
  readonly surroundings: readonly Surrounding[];
  readonly setSurroundings: (surroundings: readonly Surrounding[]) => void;
  /** The side this page was opened as; `undefined` when nobody said. */
  readonly side: Side | undefined;
  readonly origin: Origin;
  readonly canCopy: CanCopy;
  /** The reader says that both account IDs are the right ones. */
  readonly confirmAccounts: () => void;
  /** Full URL that opens this sharing as the given side. */
  readonly link: (side: Side) => string;
  /** Address of a step (`owner`, …, `review`, `hand-over`) with the present values, for anchors. */
  readonly stepHref: (stepId: string) => string;
  /** Opens the step that asks for the value (`owner.account`, `owner.locations.2.prefix`) and focuses it. */
  readonly goToField: (at: string) => void;
}

const SharingContext = createContext<Sharing | undefined>(undefined);

export function SharingProvider(props: {
  readonly sharing: Sharing;
  readonly children: ReactNode;
}) {
  return <SharingContext value={props.sharing}>{props.children}</SharingContext>;
}

export function useSharing(): Sharing {
  const sharing = useContext(SharingContext);
  if (sharing === undefined) throw new Error("useSharing needs a SharingProvider above it");
  return sharing;
}
