import { useEffect, useRef, useState } from "react";
import { asksFor } from "#core/parameters/asks-for.ts";
import { SIDES, type Side } from "#core/side.ts";
import { DocumentsView } from "#ui/documents/documents-view.tsx";
import { Picture } from "#ui/picture/picture.tsx";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { ReviewStatus } from "./review-status.tsx";
import { ReviewValues } from "./review-values.tsx";
import "./review.css";

type Opened = Readonly<Partial<Record<Side, string>>>;

export function ReviewStep() {
  const { prepared } = useSharing();
  const [opened, setOpened] = useState<Opened>({});
  const [jump, setJump] = useState<Jump>();
  const documentsRef = useRef<HTMLElement>(null);
  useEffect(() => {
    if (jump === undefined) return;
    const tab = documentsRef.current?.querySelector<HTMLElement>(
      `.side-${jump.side} [role="tab"][aria-selected="true"]`,
    );
    documentsRef.current?.scrollIntoView({ block: "start" });
    tab?.focus({ preventScroll: true });
  }, [jump]);
  // An arrow is drawn by documents of both accounts: the first of each side comes to the front.
  const open = (ids: readonly string[]) => {
    const documents = prepared.documents.filter(({ id }) => ids.includes(id));
    const first = documents[0];
    if (first === undefined) return;
    const next = SIDES.flatMap((side) => {
      const document = documents.find((one) => one.side === side);
      return document === undefined ? [] : [[side, document.id] as const];
    });
    setOpened({ ...opened, ...Object.fromEntries(next) });
    setJump({ side: first.side });
  };
  return (
    <div className="review json-colors">
      <ReviewStatus onOpen={open} />
      <section aria-labelledby="review-picture-title">
        <h3 className="review-title" id="review-picture-title">
          Who reaches what
        </h3>
        <Picture
          picture={prepared.picture}
          documents={prepared.documents}
          accounts={{
            owner: prepared.agreement.owner.account,
            consumer: asksFor(prepared.method, "consumer.account")
              ? prepared.agreement.consumer.account
              : "",
          }}
          onOpen={open}
        />
      </section>
      <DocumentsView
        ref={documentsRef}
        opened={opened}
        onOpen={(side, id) => setOpened({ ...opened, [side]: id })}
      />
      {/* Issue 4's access matrix belongs here: it judges the documents above, edits included. */}
      <ReviewValues />
    </div>
  );
}

interface Jump {
  readonly side: Side;
}
