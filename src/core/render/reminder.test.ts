import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { utf8Bytes } from "#core/policy/size.ts";
import { bundle } from "./bundle.ts";
import { reminderFile } from "./reminder.ts";

const LINK = "https://example.test/#/bucket-policy/review?v=1&a=111122223333;b,c";

function reminder(validUntil: string, method = "bucket-policy") {
  const found = METHODS.find(({ id }) => id === method);
  if (found === undefined) throw new Error(method);
  const draft = exampleDraft(method, { guardrails: { validUntil } });
  return { prepared: found.prepare(draft), text: reminderFile(found.prepare(draft), LINK) };
}

/** As a calendar reads it: unfolded, unescaped. */
function read(text: string): ReadonlyMap<string, string> {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      const value = line
        .slice(colon + 1)
        .replaceAll("\\n", "\n")
        .replace(/\\([\\;,])/g, "$1");
      return [line.slice(0, colon), value];
    }),
  );
}

it("says on which day which access ends, and what is left to do", () => {
  const { text = "" } = reminder("2027-01-31");
  const entry = read(text);
  expect(entry.get("DTSTART;VALUE=DATE")).toBe("20270131");
  expect(entry.get("DTSTAMP")).toBe("20270131T000000Z");
  expect(entry.get("SUMMARY")).toBe(
    "Access to S3 bucket acme-share-data ends: account 111122223333 and account 444455556666",
  );
  expect(text.replaceAll("\r\n ", "")).toContain("\\;b\\,c");
  expect(text.replaceAll("\r\n ", "")).toMatch(
    /DESCRIPTION:From 2027-01-31\\, 00:00 UTC\\, AWS denies/,
  );
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
  expect(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
});

it("keeps RFC 5545's line ends and lengths, with characters of any size", () => {
  const { prepared } = reminder("2027-01-31");
  const text = reminderFile(prepared, `https://example.test/${"é🗓".repeat(80)}`) ?? "";
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = text.split("\r\n");
  for (const line of lines) expect(utf8Bytes(line)).toBeLessThanOrEqual(75);
  expect(lines.filter((line) => utf8Bytes(line) > 70).length).toBeGreaterThan(3);
  expect(text.replaceAll("\r\n ", "")).toContain("é🗓".repeat(80));
});

it("is the same for the same sharing, and the same entry when the date moves", () => {
  const first = reminder("2027-01-31").text ?? "";
  expect(reminder("2027-01-31").text).toBe(first);
  const moved = reminder("2027-06-30").text ?? "";
  expect(read(moved).get("UID")).toBe(read(first).get("UID"));
  expect(moved).not.toBe(first);
});

it("is in the bundle where there is an end, and only there", () => {
  const files = (validUntil: string) => {
    const made = bundle(reminder(validUntil).prepared, { link: LINK, edits: new Map() });
    if (!made.ok) throw new Error(made.message);
    return made.value.files;
  };
  expect(files("2027-01-31").get("reminder.ics")).toBe(reminder("2027-01-31").text);
  expect(files("2027-01-31").get("README.md")).toMatch(/ends on 2027-01-31/);
  expect(files("").has("reminder.ics")).toBe(false);
});
