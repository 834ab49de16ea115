import { DONE, type Outcome } from "./outcome.ts";

/** The browser may read the file for a while after the click. */
const KEEP_MILLISECONDS = 60_000;

export interface Download {
  readonly name: string;
  /** Media type, e.g. `application/zip`. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Hands the file to the browser. Whether it was saved, and where, is between the browser and its user. */
export function downloadFile(file: Download): Outcome {
  try {
    const url = URL.createObjectURL(new Blob([file.content], { type: file.type }));
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = file.name;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEEP_MILLISECONDS);
    return DONE;
  } catch {
    return {
      ok: false,
      message: `The browser refused to save ${file.name}. Copy the text instead, or try another browser.`,
    };
  }
}
