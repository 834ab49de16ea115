import { linkFragment, openLink } from "#core/link/link.ts";
import { METHODS } from "#core/methods/index.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import { readTextFile } from "#platform/file-text.ts";
import { type Opening, openingAddress } from "#ui/wizard/opening.ts";

/** Where to go, and what to take along; or a sentence that says why not. */
export type Opened =
  | { readonly ok: true; readonly to: string; readonly state?: Opening | Mended }
  | { readonly ok: false; readonly message: string };

/** The address is right again; what was wrong with it is told by the shell. */
export interface Mended {
  readonly mended: readonly string[];
}

/** A pasted link, whole or only what follows its `#`. The wizard reads the values out of the address. */
export function openPastedLink(text: string): Opened {
  const opened = openLink(text.trim(), METHODS);
  switch (opened.kind) {
    case "none":
      return {
        ok: false,
        message: "This is no link to a sharing. Paste all of it, with everything after the #.",
      };
    case "refused":
      return { ok: false, message: opened.message };
    case "opened": {
      const { method, draft, step, side, repairs } = opened;
      return {
        ok: true,
        to: linkFragment(method, draft, {
          ...(step === undefined ? {} : { step }),
          ...(side === undefined ? {} : { side }),
        }),
        ...(repairs.length === 0 ? {} : { state: { mended: repairs } }),
      };
    }
  }
}

export async function openAgreementFile(file: File): Promise<Opened> {
  const read = await readTextFile(file);
  if (!read.ok) return read;
  const agreement = readAgreementFile(read.text, METHODS);
  if (!agreement.ok) return { ok: false, message: `${file.name}: ${agreement.message}` };
  const { draft, warnings } = agreement;
  return { ok: true, to: openingAddress(draft), state: { origin: "file", draft, warnings } };
}

/** A worked example is a link; opened from this page its values are known to be ours. */
export function openExample(href: string): Opened {
  const opened = openLink(href, METHODS);
  if (opened.kind !== "opened") return { ok: false, message: "This example could not be opened." };
  return {
    ok: true,
    to: `${openingAddress(opened.draft)}/review`,
    state: { origin: "example", draft: opened.draft, warnings: [] },
  };
}
