import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { type Control, useWatch } from "react-hook-form";
import { linkFragment } from "#core/link/link.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { type Edits, effectiveDocuments } from "#core/policy/edits.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import type { Side } from "#core/side.ts";
import { ThereProvider, useThereState } from "#ui/there/use-there.tsx";
import { accountsOf, canCopy } from "./confirmation.ts";
import { useKeepSession } from "./keep-session.ts";
import type { Confirmed, Session } from "./session.ts";
import { type Sharing, SharingProvider } from "./sharing-context.tsx";
import { errorsOfSide, REVIEW, stepOf } from "./step-progress.ts";
import { useLinkWriter } from "./use-link-writer.ts";

/**
 * Derives everything the screens read from the form's values. Typing is drawn first; documents,
 * issues and the address follow when there is time, so a large sharing does not hold up the keys.
 */
export function LiveSharing(props: {
  readonly session: Session;
  readonly control: Control<Draft>;
  readonly edits: Edits;
  readonly confirmed: Confirmed;
  readonly stopId: string;
  readonly onEdits: (change: (edits: Edits) => Edits) => void;
  readonly onConfirm: (confirmed: Confirmed) => void;
  /** The sharing with the very last keys, which may not have been drawn yet. */
  readonly now: () => Session;
  readonly onHold: (now: () => Session) => void;
  readonly goToField: (at: string) => void;
  readonly children: ReactNode;
}) {
  const { session, edits, confirmed, stopId, onEdits, onConfirm, now, onHold, goToField } = props;
  const { method, origin, side } = session;
  const draft = useDeferredValue(useWatch({ control: props.control }) as Draft);
  const alone = useMemo(() => method.prepare(draft), [method, draft]);
  const there = useThereState(alone);
  const { prepared } = there;
  const documents = useMemo(
    () => effectiveDocuments(prepared.documents, edits),
    [prepared.documents, edits],
  );

  const drawn = useMemo<Session>(
    () => ({ ...session, draft, edits, confirmed }),
    [session, draft, edits, confirmed],
  );
  useKeepSession(drawn, now);
  useEffect(() => onHold(now), [onHold, now]);
  useLinkWriter(method, draft, stopId, side);

  const [surroundings, setSurroundings] = useState<readonly Surrounding[]>([]);
  const editDocument = useCallback(
    (id: string, text: string | undefined) =>
      onEdits((before) => {
        const next = new Map(before);
        if (text === undefined) next.delete(id);
        else next.set(id, text);
        return next;
      }),
    [onEdits],
  );
  const sharing = useMemo<Sharing>(
    () => ({
      method,
      draft,
      prepared,
      documents,
      edits,
      editDocument,
      surroundings,
      setSurroundings,
      side,
      origin,
      canCopy: canCopy(prepared, origin, confirmed),
      confirmAccounts: () => onConfirm(accountsOf(prepared)),
      link: (forSide) => fullLink(prepared, forSide),
      stepHref: (stepId) => `#${linkFragment(method, draft, { step: stepId, side })}`,
      goToField,
    }),
    [
      method,
      draft,
      prepared,
      documents,
      edits,
      editDocument,
      surroundings,
      side,
      origin,
      confirmed,
      onConfirm,
      goToField,
    ],
  );
  return (
    <ThereProvider there={there}>
      <SharingProvider sharing={sharing}>{props.children}</SharingProvider>
    </ThereProvider>
  );
}

/** Leads the other owner to the first value that only they know, or when there is none to Review. */
function fullLink(prepared: Prepared, side: Side): string {
  const { method, draft } = prepared;
  const [missing] = errorsOfSide(prepared, side);
  const step = missing?.at === undefined ? undefined : stepOf(method, missing.at);
  const fragment = linkFragment(method, draft, { step: step?.id ?? REVIEW, side });
  return `${location.origin}${location.pathname}#${fragment}`;
}
