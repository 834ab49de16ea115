import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBucketName } from "./bucket-name.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const LEGACY =
  "Buckets made in us-east-1 before March 2018 may differ; they are not supported, so share a copy in a newer bucket.";

describe("parseBucketName", () => {
  it.each([
    "acme-share-data",
    "abc",
    "a.b-c.d",
    "1and1",
    "x".repeat(63),
    "a-1.2.3.4",
    "bucket-an-other",
  ])("accepts %s", (name) => {
    expect(parseBucketName(` ${name}\n`)).toEqual({ ok: true, value: name });
  });

  it.each([
    ["", "Enter the name of the bucket."],
    ["ab", "“ab” is too short; a bucket name has 3 to 63 characters."],
    ["x".repeat(64), `This name has 64 characters; a bucket name has 3 to 63. ${LEGACY}`],
    [
      "Acme-data",
      `This name has capital letters; a bucket name has only a–z, 0–9, hyphens and dots. ${LEGACY}`,
    ],
    [
      "acme_data",
      `This name has an underscore; a bucket name has only a–z, 0–9, hyphens and dots. ${LEGACY}`,
    ],
    ["acme data", "A bucket name has only a–z, 0–9, hyphens and dots; remove “ ”."],
    ["acmé-data", "A bucket name has only a–z, 0–9, hyphens and dots; remove “é”."],
    ["acme-📦", "A bucket name has only a–z, 0–9, hyphens and dots; remove “📦”."],
    ["acme-*", "A bucket name has only a–z, 0–9, hyphens and dots; remove “*”."],
    ["-acme", "A bucket name begins with a letter or a digit; remove what stands before it."],
    [".acme", "A bucket name begins with a letter or a digit; remove what stands before it."],
    ["acme-", "A bucket name ends with a letter or a digit; remove what stands after it."],
    ["acme.", "A bucket name ends with a letter or a digit; remove what stands after it."],
    ["acme..data", "A bucket name cannot have two dots in a row; remove one."],
    ["192.168.5.4", "A bucket name cannot look like an IP address; check the name."],
    ["999.168.5.400", "A bucket name cannot look like an IP address; check the name."],
    ["xn--acme", "Names that begin with xn-- are reserved by AWS; check the name."],
    ["sthree-acme", "Names that begin with sthree- are reserved by AWS; check the name."],
    [
      "amzn-s3-demo-bucket",
      "Names that begin with amzn-s3-demo- are reserved by AWS; check the name.",
    ],
    [
      "acme-s3alias",
      "Names that end with -s3alias are aliases of access points; enter the name of the bucket behind it.",
    ],
    [
      "acme--ol-s3",
      "Names that end with --ol-s3 are aliases of access points; enter the name of the bucket behind it.",
    ],
    [
      "acme.mrap",
      "Names that end with .mrap are aliases of access points; enter the name of the bucket behind it.",
    ],
    [
      "acme--euw1-az1--x-s3",
      "This is a directory bucket; its policies know only s3express:CreateSession, so none of these methods applies. Share a general purpose bucket.",
    ],
    [
      "acme--table-s3",
      "This is a table bucket; it is shared through S3 Tables and Lake Formation. Share a general purpose bucket.",
    ],
    ["s3://acme/reports", "Enter only the bucket name, without the slash and what is behind it."],
    ["acme/reports", "Enter only the bucket name, without the slash and what is behind it."],
    ["arn:aws:s3:::acme-share-data", "Enter the bucket name instead of its ARN."],
    [
      "arn:aws:s3:eu-west-1:111122223333:accesspoint/reports",
      "This is an access point; enter the name of the bucket behind it.",
    ],
    [
      "arn:aws:iam::444455556666:role/analytics-app",
      "This ARN is not that of a bucket; enter the bucket name.",
    ],
    [
      "acme-an",
      "Only names of the account-regional namespace end with -an: prefix-<account ID>-<region>-an. Check the name.",
    ],
  ])("says what is wrong with %j", (name, message) => {
    expect(parseBucketName(name)).toEqual({ ok: false, message });
  });

  const regional = "acme-111122223333-eu-west-1-an";

  it("accepts a name of the account-regional namespace that agrees with account and region", () => {
    expect(parseBucketName(regional).ok).toBe(true);
    expect(parseBucketName(regional, { account: "111122223333", region: "eu-west-1" }).ok).toBe(
      true,
    );
    expect(parseBucketName("acme-111122223333-us-gov-west-1-an").ok).toBe(true);
  });

  it.each([
    [
      { account: "444455556666", region: "eu-west-1" },
      "This name belongs to account 111122223333, but account A is 444455556666. Correct one of the two.",
    ],
    [
      { account: "111122223333", region: "eu-west-2" },
      "This name belongs to region eu-west-1, but the region is eu-west-2. Correct one of the two.",
    ],
  ])("refuses an account-regional name that does not fit %o", (owner, message) => {
    expect(parseBucketName(regional, owner)).toEqual({ ok: false, message });
  });

  it("never throws, and accepts only what the naming rules allow", () => {
    const nearlyNames = fc.stringMatching(/^[a-zA-Z0-9._-]{0,70}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: ANY_UNIT }), nearlyNames), (text) => {
        const name = parseBucketName(text);
        if (!name.ok) return;
        expect(name.value).toMatch(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
        expect(parseBucketName(name.value)).toEqual(name);
      }),
    );
  });
});
