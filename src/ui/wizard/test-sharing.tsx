import { type ReactNode, useState } from "react";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { type Edits, effectiveDocuments } from "#core/policy/edits.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import { type Sharing, SharingProvider } from "#ui/wizard/sharing-context.tsx";

/** For tests of the screens below the wizard: a sharing made from a draft, without a router or a form. */
export function TestSharing(props: {
  readonly method: Method;
  readonly draft: Draft;
  readonly overrides?: Partial<Sharing>;
  readonly children: ReactNode;
}) {
  const { method, draft, overrides } = props;
  const [edits, setEdits] = useState<Edits>(overrides?.edits ?? new Map());
  const [surroundings, setSurroundings] = useState<readonly Surrounding[]>([]);
  const prepared = method.prepare(draft);
  const sharing: Sharing = {
    method,
    draft,
    prepared,
    documents: effectiveDocuments(prepared.documents, edits),
    edits,
    editDocument: (id, text) => setEdits((before) => withEdit(before, id, text)),
    surroundings,
    setSurroundings,
    side: undefined,
    origin: "typed",
    canCopy: prepared.complete
      ? { ok: true }
      : { ok: false, reason: "Fill in the missing values first." },
    confirmAccounts: () => {},
    link: (side) => `https://example.test/#/${method.id}/${method.steps[0]?.id}?v=1&as=${side}`,
    stepHref: (stepId) => `#/${method.id}/${stepId}`,
    goToField: () => {},
    ...overrides,
  };
  return <SharingProvider sharing={sharing}>{props.children}</SharingProvider>;
}

function withEdit(edits: Edits, id: string, text: string | undefined): Edits {
  const next = new Map(edits);
  if (text === undefined) next.delete(id);
  else next.set(id, text);
  return next;
}
