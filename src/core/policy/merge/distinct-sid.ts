import { isRecord, meaningOf, principalNames, sidOf } from "./meaning.ts";

/** Sids of ours stay within a hundred characters; this much is kept free for the mark. */
const SID_ROOM = 90;

/**
 * A Sid that another sharing cannot come to: six digits made of whom the statement names and, for a
 * Deny, of all it says. The same statement gets the same mark in every document.
 */
export function markedSid(sid: string, statement: unknown, count: number): string {
  const number = count === 1 ? "" : `x${count}`;
  return `${sid.slice(0, SID_ROOM)}${markOf(statement)}${number}`;
}

/** Whether `sid` is `base`, or `base` with the mark that this statement itself has. */
export function isSidOf(base: string, sid: string, statement: unknown): boolean {
  if (base === "") return false;
  if (sid === base) return true;
  const marked = MARKED.exec(sid);
  return marked?.[1] === base.slice(0, SID_ROOM) && marked[2] === markOf(statement);
}

const MARKED = /^(.*)([0-9a-f]{6})(?:x\d{1,4})?$/;

/** The Sid as it was before a mark was put to it. */
export function withoutMark(sid: string): string {
  return (MARKED.exec(sid)?.[1] ?? sid).slice(0, SID_ROOM);
}

function markOf(statement: unknown): string {
  const isDeny = isRecord(statement) && statement["Effect"] === "Deny";
  const names = principalNames(statement);
  const said = isDeny || names === undefined ? meaningOf(statement) : [...names].sort().join(" ");
  return hash(said).toString(16).padStart(8, "0").slice(-6);
}

/** FNV-1a: short, the same everywhere, and no secret. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}

/** Sids of one document differ; compared without regard to case, to be sure everywhere. */
export function freeSid(wanted: string, statement: unknown, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let count = 1; ; count += 1) {
    const sid = markedSid(wanted, statement, count);
    if (!taken.has(sid.toLowerCase())) return sid;
  }
}

/** Sids in use, for `freeSid`. */
export function takenSids(statements: readonly unknown[]): ReadonlySet<string> {
  return new Set(statements.map((one) => sidOf(one).toLowerCase()).filter((sid) => sid !== ""));
}
