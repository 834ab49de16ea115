import { replacingDocuments, wantedFor } from "#core/existing/replacing-document.ts";
import { type DocumentMerge, withExisting } from "#core/existing/with-existing.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { Issue } from "#core/parameters/parameter.ts";
import { pastedPolicy } from "#core/policy/intake/pasted-policy.ts";
import { placeKey, type ThereEntries } from "./there-choice.ts";

/** What became of one paste. */
export type ReadPaste =
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "merged"; readonly said: readonly string[]; readonly merge: DocumentMerge };

export interface Merged {
  readonly prepared: Prepared;
  /** By document id. */
  readonly pastes: ReadonlyMap<string, ReadPaste>;
}

/** Reads what was pasted and lays the documents over it. Fetched when somebody pastes something. */
export function readAndMerge(base: Prepared, entries: ThereEntries): Merged {
  const texts = new Map<string, string>();
  const said = new Map<string, readonly string[]>();
  const replaced = new Map<string, readonly string[]>();
  const pastes = new Map<string, ReadPaste>();
  const refusals: Issue[] = [];
  for (const document of replacingDocuments(base)) {
    const entry = entries.get(placeKey(document));
    if (entry?.choice !== "paste") continue;
    const read = pastedPolicy(entry.pasted, wantedFor(document));
    if (read.ok) {
      texts.set(document.id, read.value.text);
      said.set(document.id, read.value.said);
      replaced.set(document.id, entry.replaced);
      continue;
    }
    pastes.set(document.id, { kind: "refused", message: read.message });
    refusals.push({
      severity: "error",
      message: `${document.title}: what is there cannot be read. ${read.message}`,
      document: document.id,
    });
  }
  const { prepared, merges } = withExisting(base, texts, replaced);
  for (const merge of merges) {
    const { id } = merge.document;
    pastes.set(id, { kind: "merged", said: said.get(id) ?? [], merge });
  }
  return {
    pastes,
    prepared:
      refusals.length === 0
        ? prepared
        : { ...prepared, complete: false, issues: [...refusals, ...prepared.issues] },
  };
}
