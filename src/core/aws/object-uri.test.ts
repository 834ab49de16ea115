import { describe, expect, it } from "vitest";
import { parseObjectUri, parsePrefixUri } from "./object-uri.ts";

const BUCKET = "acme-share-data";

describe("parseObjectUri", () => {
  it.each([
    "s3://acme-share-data/reports/a b.csv",
    " s3://acme-share-data/reports/a b.csv ",
    "https://acme-share-data.s3.eu-west-1.amazonaws.com/reports/a%20b.csv",
    "https://s3.eu-west-1.amazonaws.com/acme-share-data/reports/a%20b.csv",
  ])("reads %s", (text) => {
    expect(parseObjectUri(text)).toEqual({
      ok: true,
      value: { bucket: BUCKET, key: "reports/a b.csv" },
    });
  });

  it.each([
    ["reports/a.csv", /S3 URI/],
    ["s3://acme-share-data", /a folder, not a file/],
    ["s3://acme-share-data/reports/", /a folder, not a file/],
    ["s3://acme-share-data/reports/*.csv", /no wildcard/],
    ["s3://Acme/a.csv", /bucket|name/i],
    ["s3://acme-share-data/日.csv", /cannot be written in an IAM policy/],
  ])("refuses %s", (text, message) => {
    const outcome = parseObjectUri(text);
    expect(outcome.ok ? "" : outcome.message).toMatch(message);
  });
});

describe("parsePrefixUri", () => {
  it.each([
    ["s3://acme-share-data/reports/", "reports/"],
    ["s3://acme-share-data/reports", "reports/"],
    ["s3://acme-share-data/", ""],
    ["s3://acme-share-data", ""],
  ])("reads %s", (text, prefix) => {
    expect(parsePrefixUri(text)).toEqual({ ok: true, value: { bucket: BUCKET, prefix } });
  });

  it.each([
    ["reports/", /ends with \//],
    ["s3://acme-share-data/*", /Remove the \*/],
  ])("refuses %s", (text, message) => {
    const outcome = parsePrefixUri(text);
    expect(outcome.ok ? "" : outcome.message).toMatch(message);
  });
});
