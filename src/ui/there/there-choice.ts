import type { SharingPolicy } from "#core/policy/document.ts";
import { readDraft, storeDraft } from "#platform/draft-storage.ts";

export const THERE_CHOICES = ["unknown", "nothing", "paste"] as const;

/** What somebody has said about the place of a document. */
export interface ThereEntry {
  readonly choice: (typeof THERE_CHOICES)[number];
  /** As it was pasted; kept when another choice is made. */
  readonly pasted: string;
  /** Ids of the older versions of ours in it that are to be replaced. */
  readonly replaced: readonly string[];
}

/** By place; a place keeps what was said when the sharing's values change. */
export type ThereEntries = ReadonlyMap<string, ThereEntry>;

export const UNKNOWN: ThereEntry = { choice: "unknown", pasted: "", replaced: [] };

const STORED_AS = "there";

/** The bucket, key or role that a document is put on, whatever the document is called. */
export function placeKey({ kind, attachedTo }: SharingPolicy): string {
  return JSON.stringify([kind, attachedTo[0] ?? ""]);
}

export function storeEntries(entries: ThereEntries): void {
  storeDraft(STORED_AS, [...entries]);
}

/** Anybody may have written there: what is not of this form is left out. */
export function readEntries(): ThereEntries {
  const stored = readDraft(STORED_AS);
  if (!Array.isArray(stored)) return new Map();
  return new Map(
    stored.flatMap((pair: unknown): readonly (readonly [string, ThereEntry])[] => {
      if (!Array.isArray(pair)) return [];
      const [place, entry] = pair as readonly unknown[];
      if (typeof place !== "string" || typeof entry !== "object" || entry === null) return [];
      const { choice, pasted, replaced } = entry as Partial<Record<keyof ThereEntry, unknown>>;
      const known = THERE_CHOICES.find((one) => one === choice);
      return known === undefined || typeof pasted !== "string"
        ? []
        : [[place, { choice: known, pasted, replaced: textsOf(replaced) }]];
    }),
  );
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
