import { type Address, readAddress } from "#core/link/address.ts";
import { unescapeText } from "#core/link/escape.ts";

/**
 * What programs do to a link on its way, each undone by itself. Whether undoing was right is not
 * guessed: the link's checksum says so.
 */
interface Repair {
  readonly said: string;
  /** The text itself when there is nothing to undo. */
  readonly undo: (text: string) => string;
}

const WRAPPED_URL = /[?&](?:url|q|u)=(https?%3A[^&#\s]*)/i;
const WITHOUT_HASH = /\/([A-Za-z0-9-]+(?:\/[A-Za-z0-9-]*)?\/?\?v=\d+&)/;

const REPAIRS: readonly Repair[] = [
  {
    said: "Line breaks and spaces inside the link were taken out.",
    undo: (text) => text.replace(/[\r\n]+[ \t]*>+|[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, ""),
  },
  {
    said: "“%23” was read as “#”.",
    undo: (text) => text.replace(/%23(?=\/|%2f)/i, "#"),
  },
  {
    said: "“&amp;” was read as “&”.",
    undo: (text) => text.replace(/&(?:amp;|#38;|#x26;)+/gi, "&"),
  },
  {
    said: "A mail filter's wrapper around the link was taken off.",
    undo: (text) => unescapeText(WRAPPED_URL.exec(text)?.[1] ?? "") || text,
  },
  {
    said: "Percent signs that had been escaped twice were read as once.",
    undo: (text) => text.replaceAll(/%25(?=[0-9a-f]{2})/gi, "%"),
  },
  {
    said: "The link had been escaped as a whole; that was undone.",
    undo: (text) => (/%3Fv%3D/i.test(text) ? (unescapeText(text) ?? text) : text),
  },
  {
    said: "“+” was read as a space.",
    undo: (text) => text.replaceAll("+", "%20"),
  },
  {
    said: "“%2B” was read as a space.",
    undo: (text) => text.replaceAll(/%2B/gi, "%20"),
  },
  {
    said: "Separators that had been escaped (%2C, %3A, %3B) were read as “,”, “:” and “;”.",
    undo: (text) => text.replaceAll(/%2C/gi, ",").replaceAll(/%3A/gi, ":").replaceAll(/%3B/gi, ";"),
  },
  {
    said: "Mail encoding (quoted-printable) was undone.",
    undo: (text) => text.replace(/=[ \t]*\r?\n/g, "").replaceAll("=3D", "="),
  },
  {
    said: "The missing “#” was put back.",
    undo: (text) => (text.includes("#") ? text : text.replace(WITHOUT_HASH, "/#/$1")),
  },
];

/** More than any programs in a row have been seen to do to a link. */
const MAX_TEXTS = 150;
/** So that a hostile text costs a moment, not seconds. */
const MAX_CHARACTERS_TRIED = 1_000_000;

export interface Repaired {
  readonly address: Address;
  readonly repairs: readonly string[];
}

/**
 * The address in a text, after as few repairs as it takes to make the checksum agree. When none
 * make it agree, the address that got furthest, with its state saying what is wrong.
 */
export function findAddress(text: string): Repaired | undefined {
  const queue: { readonly text: string; readonly repairs: readonly string[] }[] = [
    { text, repairs: [] },
  ];
  const seen = new Set([text]);
  let tried = 0;
  let best: Repaired | undefined;
  for (let next = queue[0], index = 0; next; index += 1, next = queue[index]) {
    const address = readAddress(next.text);
    if (address) {
      const repaired = { address, repairs: [...next.repairs, ...said(address)] };
      if (address.state === "whole") return repaired;
      if (!best || rank(address) > rank(best.address)) best = repaired;
    }
    for (const repair of REPAIRS) {
      const undone = repair.undo(next.text);
      if (seen.has(undone) || seen.size >= MAX_TEXTS || tried > MAX_CHARACTERS_TRIED) continue;
      seen.add(undone);
      tried += undone.length;
      queue.push({ text: undone, repairs: [...next.repairs, repair.said] });
    }
  }
  return best;
}

function said(address: Address): string[] {
  return [
    ...(address.followed ? ["What followed the end of the link was left out."] : []),
    ...(address.respelled
      ? ["Characters written in another way were read as what they stand for."]
      : []),
  ];
}

/** How much of it can be read. */
function rank(address: Address): number {
  const readable = address.version === undefined ? 0 : 1_000;
  return readable + address.pairs.length;
}
