import Alert from "@cloudscape-design/components/alert";
import { useEffect, useRef, useState } from "react";
import { SIDE_FOLDERS } from "#core/side.ts";
import { sharingGate } from "#ui/documents/copy-gate.ts";
import { HandshakeCheck } from "#ui/identity/handshake-check.tsx";
import { IssueList } from "#ui/review/issue-list.tsx";
import { errorsOf, missingCount, missingHeader } from "#ui/review/missing-values.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { BundleSection } from "./bundle-section.tsx";
import { DocumentNotices } from "./document-notices.tsx";
import { EndSection } from "./end-section.tsx";
import { LinkSection } from "./link-section.tsx";
import { PlanTimeline } from "./plan-timeline.tsx";
import "#ui/documents/document-text.css";
import "#ui/documents/json-colors.css";
import "./hand-over.css";
import "./plan.css";

export function HandOverStep() {
  const { prepared, documents, canCopy } = useSharing();
  const [opened, setOpened] = useState<string>();
  const [jumps, setJumps] = useState(0);
  const bundleRef = useRef<HTMLElement>(null);
  useEffect(() => {
    if (jumps === 0) return;
    bundleRef.current?.scrollIntoView({ block: "start" });
    bundleRef.current?.querySelector<HTMLElement>("#file-title")?.focus({ preventScroll: true });
  }, [jumps]);
  const openDocument = (id: string) => {
    const document = prepared.documents.find((one) => one.id === id);
    if (document === undefined) return;
    setOpened(`${SIDE_FOLDERS[document.side]}/${document.fileName}`);
    setJumps(jumps + 1);
  };
  const gate = sharingGate(canCopy, documents);
  const missing = missingCount(prepared);
  return (
    <div className="hand-over json-colors">
      {!prepared.complete && (
        <Alert
          type={missing === errorsOf(prepared).length ? "info" : "error"}
          header={missingHeader(prepared)}
        >
          <p className="hand-over-missing">
            Until this is solved the steps are shown without commands, and there is no bundle.
            {missing > 0 &&
              " The link can go out now: whoever knows the missing values can fill them in."}
          </p>
          <IssueList issues={errorsOf(prepared)} />
        </Alert>
      )}
      {canCopy.ok && !gate.ok && (
        <Alert type="error" header="An edited document cannot be used">
          {gate.reason} Until then there is nothing to copy or download.
        </Alert>
      )}
      <DocumentNotices />
      <LinkSection />
      <PlanTimeline gate={gate} onOpenDocument={openDocument} />
      <HandshakeCheck gate={gate} />
      <BundleSection ref={bundleRef} gate={gate} opened={opened} onOpen={setOpened} />
      <EndSection gate={gate} />
    </div>
  );
}
