import { strToU8 } from "fflate";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import { findings } from "#core/lint/findings.ts";
import type { Prepared } from "#core/methods/method.ts";
import { agreementFile } from "#core/parameters/agreement-file.ts";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import { type Edits, effectiveDocuments } from "#core/policy/edits.ts";
import { SIDE_FOLDERS, SIDES } from "#core/side.ts";
import { bashScript } from "./bash/bash-script.ts";
import { findingsText } from "./findings-text.ts";
import { powershellScript } from "./powershell/powershell-script.ts";
import { proofJson } from "./proof/proof-json.ts";
import { proofMarkdown } from "./proof/proof-markdown.ts";
import { documentPath, proven, reviewedPath } from "./proof/proof-subject.ts";
import { readme } from "./readme.ts";
import { reminderFile } from "./reminder.ts";
import { type Script, type ScriptKind, sideScript } from "./script.ts";
import { sha256 } from "./sha256.ts";

/** Raised when a reader of the version before would misread a bundle. */
export const BUNDLE_VERSION = 1;

export interface Bundle {
  /** Of the folder or zip, without extension. */
  readonly name: string;
  /** Path to text, sorted by path. */
  readonly files: ReadonlyMap<string, string>;
}

interface BundleOptions {
  /** The address that shows the sharing again. */
  readonly link: string;
  readonly edits: Edits;
}

/**
 * All files of a sharing. The same sharing, link and edits give the same bytes. Refused while
 * values are missing, and while a hand-edited document cannot be used.
 */
export function bundle(prepared: Prepared, { link, edits }: BundleOptions): Parsed<Bundle> {
  if (!prepared.complete) {
    const [first] = prepared.issues;
    const why = first?.at === undefined ? "." : ": values are missing or wrong.";
    return refused(`There is no bundle yet${why} ${first?.message ?? ""}`.trim());
  }
  const documents = effectiveDocuments(prepared.documents, edits);
  const unusable = documents.find(({ problem }) => problem !== undefined);
  if (unusable !== undefined) {
    return refused(`There is no bundle yet: ${unusable.document.title}. ${unusable.problem}`);
  }
  const scripts = scriptFiles(prepared, link);
  const reminder = reminderFile(prepared, link);
  const bundled = documents.map(({ document, text }) => ({ document, text: `${text}\n` }));
  const proof = proven(prepared, bundled);
  const files = new Map([
    ["agreement.json", agreementFile(prepared.draft)],
    ...(reminder === undefined ? [] : [["reminder.ics", reminder] as const]),
    ...bundled.map(({ document, text }) => [documentPath(document), text] as const),
    ...documents.flatMap(({ document }) =>
      document.reviewed === undefined
        ? []
        : [[reviewedPath(document), `${document.reviewed.trimEnd()}\n`] as const],
    ),
    ["proof.md", proofMarkdown(proof, link)],
    ["proof.json", proofJson(proof)],
    ...scripts,
    ["findings.md", findingsText(findings({ ...prepared, documents }), prepared.documents, link)],
    [
      "README.md",
      readme({
        prepared,
        documents,
        link,
        matrix: proof.matrix,
        scripts: scripts.map(([path]) => path),
      }),
    ],
  ]);
  files.set("manifest.json", manifest(prepared, files, link));
  const accounts = sidesWithAccount(prepared.method).map(
    (side) => prepared.agreement[side].account,
  );
  return parsed({
    name: ["s3-handshake", prepared.method.id, ...accounts].join("-"),
    files: new Map([...files].toSorted(byPath)),
  });
}

type File = readonly [path: string, text: string];

const byPath = ([one]: File, [other]: File): number => (one < other ? -1 : Number(one > other));

const KINDS: readonly ScriptKind[] = ["apply", "undo", "verify"];

const SHELLS: readonly (readonly [extension: string, write: (script: Script) => string])[] = [
  ["sh", bashScript],
  ["ps1", powershellScript],
];

function scriptFiles(prepared: Prepared, link: string): readonly File[] {
  return SIDES.flatMap((side) =>
    KINDS.flatMap((kind) => {
      const script = sideScript(prepared, kind, side, link);
      return script === undefined
        ? []
        : SHELLS.map(
            ([extension, write]): File => [
              `${SIDE_FOLDERS[side]}/${kind}.${extension}`,
              write(script),
            ],
          );
    }),
  );
}

/** Lists every other file with its digest, so that a recipient can see that nothing was altered. */
function manifest(prepared: Prepared, files: ReadonlyMap<string, string>, link: string): string {
  const value = {
    format: "s3-handshake/bundle",
    version: BUNDLE_VERSION,
    method: prepared.method.id,
    link,
    files: [...files].toSorted(byPath).map(([path, text]) => {
      const bytes = strToU8(text);
      return { path, bytes: bytes.length, sha256: sha256(bytes) };
    }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
