import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "./iso-date.ts";

describe("parseIsoDate", () => {
  it.each(["2027-01-31", "2028-02-29", "2000-02-29", "2027-12-31"])("accepts %s", (date) => {
    expect(parseIsoDate(` ${date} `)).toEqual({ ok: true, value: date });
  });

  it.each([
    ["31.01.2027", "Enter the date as YYYY-MM-DD, for example 2027-01-31."],
    ["2027-1-31", "Enter the date as YYYY-MM-DD, for example 2027-01-31."],
    ["2027-01-31T00:00:00Z", "Enter the date as YYYY-MM-DD, for example 2027-01-31."],
    ["2027-13-01", "There is no month 13; enter 01 to 12."],
    ["2027-00-01", "There is no month 0; enter 01 to 12."],
    ["2027-04-31", "2027-04 has no day 31; enter 01 to 30."],
    ["2027-02-29", "2027-02 has no day 29; enter 01 to 28."],
    ["2100-02-29", "2100-02 has no day 29; enter 01 to 28."],
    ["0000-01-01", "Enter a year from 1970 on."],
  ])("says what to do about %j", (text, message) => {
    expect(parseIsoDate(text)).toEqual({ ok: false, message });
  });

  it("agrees with the calendar", () => {
    const days = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(fc.property(days, (day) => parseIsoDate(day.toISOString().slice(0, 10)).ok));
  });
});
