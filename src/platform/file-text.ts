/** Far above any agreement file; keeps a mistaken choice (a video, a disk image) from filling memory. */
export const TEXT_FILE_MAX_BYTES = 1_048_576;

export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

export async function readTextFile(file: File): Promise<FileText> {
  if (file.size > TEXT_FILE_MAX_BYTES) {
    return {
      ok: false,
      message: `${file.name} is larger than 1 MiB, so it is no agreement file. Choose the agreement.json of a bundle.`,
    };
  }
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, message: `${file.name} could not be read. Choose it again.` };
  }
}
