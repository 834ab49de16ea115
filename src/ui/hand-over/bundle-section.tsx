import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import { type ClipboardEvent, type Ref, useMemo, useState } from "react";
import { agreementFile } from "#core/parameters/agreement-file.ts";
import { summaryText } from "#core/proof/explanation.ts";
import { bundle } from "#core/render/bundle.ts";
import { zipBundle } from "#core/render/zip.ts";
import { SIDE_FOLDERS } from "#core/side.ts";
import { sendingGate } from "#ui/documents/copy-gate.ts";
import { DownloadButton } from "#ui/documents/download-button.tsx";
import { useProof } from "#ui/review/matrix/use-proof.ts";
import { type CanCopy, useSharing } from "#ui/wizard/sharing-context.tsx";
import { REVIEW } from "#ui/wizard/step-progress.ts";
import { FileBrowser } from "./file-browser.tsx";
import { fileTree, sizeText } from "./file-tree.ts";

const README = "README.md";

/** Everything as files: what is in the zip is shown before it is saved. */
export function BundleSection(props: {
  readonly gate: CanCopy;
  readonly opened: string | undefined;
  readonly onOpen: (path: string) => void;
  readonly ref?: Ref<HTMLElement>;
}) {
  const { gate } = props;
  const { prepared, documents, edits, link, canCopy, draft } = useSharing();
  const [refusal, setRefusal] = useState("");
  const address = link("owner");
  const made = useMemo(
    () => bundle(prepared, { link: address, edits }),
    [prepared, address, edits],
  );
  const refuseCopy = (event: ClipboardEvent) => {
    if (gate.ok) return;
    event.preventDefault();
    setRefusal(`Not copied. ${gate.reason}`);
  };
  const edited = new Set(
    documents
      .filter((document) => document.edited)
      .map(({ document }) => `${SIDE_FOLDERS[document.side]}/${document.fileName}`),
  );
  const size = made.ok ? totalSize(made.value.files) : 0;
  return (
    <section ref={props.ref} className="hand-over-section" aria-labelledby="bundle-title">
      <div className="hand-over-head">
        <h3 id="bundle-title">Bundle</h3>
        <span className="file-actions">
          {made.ok && (
            <DownloadButton
              variant="primary"
              label="Download zip"
              name={`${made.value.name}.zip`}
              type="application/zip"
              content={() => new Uint8Array(zipBundle(made.value))}
              gate={gate}
            />
          )}
          <DownloadButton
            label="Download agreement.json"
            name="agreement.json"
            type="application/json"
            content={() => agreementFile(draft)}
            gate={sendingGate(canCopy)}
          />
        </span>
      </div>
      {made.ok ? (
        <>
          <p className="hand-over-lead">
            {made.value.files.size} files, {sizeText(size)}: documents, scripts that apply, undo and
            verify, and a README, in a folder for each account. agreement.json opens here again,
            from the start page.
          </p>
          <ProofNotice />
          <FileBrowser
            bundle={made.value}
            edited={edited}
            opened={
              props.opened !== undefined && made.value.files.has(props.opened)
                ? props.opened
                : README
            }
            onOpen={props.onOpen}
            gate={gate}
            onCopyRefused={refuseCopy}
          />
        </>
      ) : (
        <div className="bundle-none">
          <Alert type="info">{made.message}</Alert>
        </div>
      )}
      <p
        role="status"
        className={gate.ok || refusal === "" ? "sh-visually-hidden" : "copy-button-refused"}
      >
        {gate.ok ? "" : refusal}
      </p>
    </section>
  );
}

/** Said before anything is saved; the bundle's proof.md says it as well. */
function ProofNotice() {
  const { stepHref } = useSharing();
  const { matrix } = useProof();
  if (matrix.ok) return null;
  return (
    <Alert type="warning" header="These documents do not grant what was agreed">
      {summaryText(matrix)} <Link href={stepHref(REVIEW)}>Review</Link> shows which and why; so does
      proof.md in the bundle.
    </Alert>
  );
}

function totalSize(files: ReadonlyMap<string, string>): number {
  return fileTree(files)
    .flatMap((folder) => folder.files)
    .reduce((sum, file) => sum + file.bytes, 0);
}
