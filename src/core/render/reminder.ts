import { strToU8 } from "fflate";
import type { Prepared } from "#core/methods/method.ts";
import { asksFor } from "#core/parameters/asks-for.ts";
import { utf8Bytes } from "#core/policy/size.ts";
import { sha256 } from "./sha256.ts";

/** Octets of a line, its end not counted. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */
const LINE_OCTETS = 75;

/**
 * A calendar file that reminds both owners of the day on which the access ends; undefined where it has
 * no end. The same sharing gives the same bytes, and a changed date replaces the entry: its UID is made
 * of who shares what, and its stamp of the date.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function reminderFile(prepared: Prepared, link: string): string | undefined {
  const { validUntil } = prepared.agreement.guardrails;
  if (validUntil === "") return undefined;
  const day = validUntil.replaceAll("-", "");
  const { owner } = prepared.agreement;
  const buckets = [...new Set(owner.buckets.map(({ bucket }) => bucket))];
  const summary = `Access to S3 bucket${buckets.length === 1 ? "" : "s"} ${buckets.join(", ")} ends: ${partners(prepared)}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//S3 Handshake//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${uid(prepared, buckets)}@s3-handshake`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(endingText(prepared, link))}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    "TRIGGER:-P7D",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** What happens on the day, and what is left to be taken away. */
function endingText(prepared: Prepared, link: string): string {
  const { sides } = prepared.method;
  const [first, then] = [sides.consumer.inSentence, sides.owner.inSentence];
  return [
    `From ${prepared.agreement.guardrails.validUntil}, 00:00 UTC, AWS denies what this sharing allowed: every grant of it has that date.`,
    `What it put in place is still there. Take it away: ${first} first, then ${then}:`,
    ...(asksFor(prepared.method, "consumer.account") ? ["bash account-b/undo.sh"] : []),
    "bash account-a/undo.sh",
    "To share for longer, change the date and put the documents in place again:",
    link,
  ].join("\n");
}

function partners({ method, agreement }: Prepared): string {
  const { owner, consumer } = agreement;
  return asksFor(method, "consumer.account")
    ? `account ${owner.account} and account ${consumer.account}`
    : `account ${owner.account} and a third party`;
}

function uid({ method, agreement }: Prepared, buckets: readonly string[]): string {
  const { owner, consumer } = agreement;
  const what = JSON.stringify([method.id, owner.account, consumer.account, buckets]);
  return sha256(strToU8(what)).slice(0, 32);
}

/** @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11 */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Lines of at most 75 octets, parted between characters; those that go on begin with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let used = 0;
  for (const character of line) {
    const size = utf8Bytes(character);
    if (used + size > LINE_OCTETS) {
      parts.push(part);
      part = "";
      used = 1;
    }
    part += character;
    used += size;
  }
  return [...parts, part].join("\r\n ");
}
