import { asksFor } from "#core/parameters/asks-for.ts";
import { DocumentsView } from "#ui/documents/documents-view.tsx";
import { RevealProvider } from "#ui/documents/reveal.ts";
import { useOpenedDocuments } from "#ui/documents/use-opened-documents.ts";
import { FindingsProvider } from "#ui/findings/findings-context.tsx";
import { FindingsSection } from "#ui/findings/findings-section.tsx";
import { Picture } from "#ui/picture/picture.tsx";
import { ThereSection } from "#ui/there/there-section.tsx";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { AccessMatrix } from "./matrix/access-matrix.tsx";
import { ReviewStatus } from "./review-status.tsx";
import { ReviewValues } from "./review-values.tsx";
import "./review.css";

export function ReviewStep() {
  const { prepared } = useSharing();
  const { view, opened, revealed, openTab, open, reveal } = useOpenedDocuments();
  return (
    <RevealProvider value={reveal}>
      <FindingsProvider>
        <div className="review json-colors">
          <ReviewStatus onOpen={open} />
          <section aria-labelledby="review-picture-title">
            <h3 className="review-title" id="review-picture-title">
              Who reaches what
            </h3>
            <Picture
              picture={prepared.picture}
              documents={prepared.documents}
              sides={prepared.method.sides}
              accounts={{
                owner: prepared.agreement.owner.account,
                consumer: asksFor(prepared.method, "consumer.account")
                  ? prepared.agreement.consumer.account
                  : "",
              }}
              onOpen={open}
            />
          </section>
          <DocumentsView ref={view} opened={opened} revealed={revealed} onOpen={openTab} />
          <AccessMatrix />
          <FindingsSection />
          <ThereSection />
          <ReviewValues />
        </div>
      </FindingsProvider>
    </RevealProvider>
  );
}
