import { type ClipboardEvent, useMemo } from "react";
import type { Bundle } from "#core/render/bundle.ts";
import { CopyButton } from "#ui/documents/copy-button.tsx";
import { DownloadButton } from "#ui/documents/download-button.tsx";
import { PlainDocument } from "#ui/documents/plain-document.tsx";
import type { CanCopy } from "#ui/wizard/sharing-context.tsx";
import { fileTree, mediaType, sizeText, type TreeFolder } from "./file-tree.ts";

/** The bundle's files as they will be in the zip; each can be read, copied and saved by itself. */
export function FileBrowser(props: {
  readonly bundle: Bundle;
  readonly edited: ReadonlySet<string>;
  readonly opened: string;
  readonly onOpen: (path: string) => void;
  readonly gate: CanCopy;
  readonly onCopyRefused: (event: ClipboardEvent) => void;
}) {
  const { bundle, opened, gate } = props;
  const folders = useMemo(() => fileTree(bundle.files), [bundle]);
  const text = bundle.files.get(opened) ?? "";
  return (
    <div className="file-browser">
      <nav aria-label="Files of the bundle" className="file-tree">
        <p className="file-root">{bundle.name}/</p>
        {folders.map((folder) => (
          <Folder key={folder.name} folder={folder} {...props} />
        ))}
      </nav>
      <div className="file-shown">
        <div className="file-head">
          <h4 id="file-title" tabIndex={-1}>
            {opened}
          </h4>
          <span className="file-actions">
            <CopyButton what={opened} text={() => text} gate={gate} />
            <DownloadButton
              name={opened.slice(opened.lastIndexOf("/") + 1)}
              type={mediaType(opened)}
              content={() => text}
              gate={gate}
            />
          </span>
        </div>
        <div className="file-text" onCopyCapture={props.onCopyRefused}>
          <PlainDocument
            label={opened}
            text={text.replace(/\n$/, "")}
            json={opened.endsWith(".json")}
          />
        </div>
      </div>
    </div>
  );
}

function Folder(props: {
  readonly folder: TreeFolder;
  readonly edited: ReadonlySet<string>;
  readonly opened: string;
  readonly onOpen: (path: string) => void;
}) {
  const { folder, opened } = props;
  if (folder.files.length === 0) return null;
  return (
    <>
      {folder.name !== "" && <p className="file-folder">{folder.name}/</p>}
      <ul
        className={folder.name === "" ? "" : "file-inside"}
        aria-label={folder.name === "" ? "Files of both accounts" : folder.name}
      >
        {folder.files.map(({ path, name, bytes }) => (
          <li key={path}>
            <button type="button" aria-current={path === opened} onClick={() => props.onOpen(path)}>
              <span>
                {name}
                {props.edited.has(path) && <em> edited</em>}
              </span>
              <span className="file-size">{sizeText(bytes)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
