import { type Parsed, parsed, refused } from "#core/brand.ts";

/** Accepts a day that exists, as `YYYY-MM-DD`. */
export function parseIsoDate(text: string): Parsed<string> {
  const trimmed = text.trim();
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (match === null) return refused("Enter the date as YYYY-MM-DD, for example 2027-01-31.");
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (year < 1970) return refused("Enter a year from 1970 on.");
  if (month < 1 || month > 12) return refused(`There is no month ${month}; enter 01 to 12.`);
  const days = daysIn(year, month);
  if (day < 1 || day > days) {
    return refused(`${trimmed.slice(0, 7)} has no day ${day}; enter 01 to ${days}.`);
  }
  return parsed(trimmed);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
