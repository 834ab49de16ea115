import { expect, it } from "vitest";
import {
  parseColumnName,
  parseManifestKey,
  parseQuicksightId,
  parseQuicksightName,
  parseQuicksightUser,
} from "./quicksight.ts";

it.each([
  "arn:aws:quicksight:eu-west-1:444455556666:user/default/alice",
  "arn:aws:quicksight:us-east-1:444455556666:user/default/role-name/alice@example.com",
  "arn:aws-us-gov:quicksight:us-gov-west-1:444455556666:group/default/readers",
])("takes the QuickSight user %s", (arn) => {
  expect(parseQuicksightUser(arn)).toEqual({ ok: true, value: arn });
});

it.each([
  ["", /Enter the ARN/],
  ["alice", /not the ARN of a QuickSight user/],
  ["arn:aws:iam::444455556666:user/alice", /IAM identity/],
  ["arn:aws:quicksight:eu-west-1:444455556666:dataset/x", /not the ARN/],
])("refuses the QuickSight user %j", (text, message) => {
  const outcome = parseQuicksightUser(text);
  expect(outcome.ok ? "" : outcome.message).toMatch(message);
});

it.each([
  [parseQuicksightId, "acme-share_1", "a b"],
  [parseQuicksightId, "a".repeat(64), "a".repeat(65)],
  [parseQuicksightName, "Acme share", ""],
  [parseQuicksightName, "a".repeat(128), "a".repeat(129)],
  [parseColumnName, "a".repeat(127), "a".repeat(128)],
  [parseColumnName, "amount (EUR)", " "],
  [parseManifestKey, "acme/manifest.json", "acme/manifest.txt"],
  [parseManifestKey, "a.json", "s3://bucket/a.json"],
])("%o takes %j and refuses %j", (parse, good, bad) => {
  expect(parse(good).ok).toBe(true);
  expect(parse(bad).ok).toBe(false);
});
