import { describe, expect, it } from "vitest";
import { intake } from "./intake.ts";
import { A, B, draftWith, type Filled, KEY, KEY_ID, one } from "./testing/pasted.ts";

describe("intake of the region", () => {
  it.each([
    ["EU-WEST-1", "eu-west-1"],
    ["eu-west-1a", "eu-west-1"],
    ["Europe (Ireland)", "eu-west-1"],
    ["Europe (Ireland) eu-west-1", "eu-west-1"],
    [KEY, "eu-west-1"],
    ["https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys", undefined],
  ])("understands %s", (text, region) => {
    expect(intake(text, "owner.region", draftWith())?.assignments).toEqual(
      region === undefined ? undefined : [one("owner.region", region)],
    );
  });

  it("adds the location of a console page as well", () => {
    const page =
      "https://s3.console.aws.amazon.com/s3/buckets/acme-share-data?region=eu-west-1&prefix=reports/";
    expect(intake(page, "owner.region", draftWith())).toEqual({
      assignments: [
        one("owner.region", "eu-west-1"),
        one("owner.locations", [
          { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] },
        ]),
      ],
      said: ["The region is eu-west-1.", "acme-share-data/reports/ is added to the locations."],
    });
  });
});

describe("intake of a location", () => {
  const ROW = { bucket: "", prefix: "", access: ["list", "read"] };
  const NAMES = "The address names the bucket acme-share-data and the prefix reports/.";
  const bucket = one("owner.locations.0.bucket", "acme-share-data");
  const prefix = one("owner.locations.0.prefix", "reports/");
  const region = one("owner.region", "eu-west-1");
  const REGION_SET = "AWS Region is set to eu-west-1 as well.";

  it.each<[string, Filled, unknown[], string[]]>([
    ["s3://acme-share-data/reports", {}, [bucket, prefix], [NAMES]],
    ["arn:aws:s3:::acme-share-data/reports/*", {}, [bucket, prefix], [NAMES]],
    ["acme-share-data/reports/", {}, [bucket, prefix], [NAMES]],
    [
      "arn:aws:s3:::acme-share-data",
      {},
      [bucket],
      ["The address names the bucket acme-share-data."],
    ],
    [
      "https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-share-data?prefix=reports/",
      {},
      [bucket, prefix, region],
      [NAMES, REGION_SET],
    ],
    [
      "https://acme-share-data.s3.eu-west-1.amazonaws.com/reports/2026.csv",
      {},
      [bucket, prefix, region],
      [
        NAMES,
        "reports/2026.csv is one object; the prefix it lies in is taken, with everything else below it.",
        REGION_SET,
      ],
    ],
    [
      "s3://acme-share-data/2026.csv",
      {},
      [bucket],
      [
        "The address names the bucket acme-share-data.",
        "2026.csv is one object at the top of the bucket: without a prefix the whole bucket is shared. Enter one to share less.",
      ],
    ],
    [
      "https://s3.eu-west-1.amazonaws.com/acme-share-data/reports/",
      { owner: { region: "us-east-1" } },
      [bucket, prefix],
      [NAMES, "AWS Region holds us-east-1, not eu-west-1; it is left as it is."],
    ],
    [
      "s3://acme-share-data/reports/",
      { owner: { locations: [{ ...ROW, prefix: "other/" }] } },
      [bucket],
      [NAMES, "The prefix of this location is other/, not reports/; it is left as it is."],
    ],
    [
      "s3://acme-share-data/reports/",
      { owner: { locations: [{ ...ROW, prefix: "reports" }] } },
      [bucket],
      [NAMES],
    ],
  ])("understands %s as a bucket, with %j", (text, filled, assignments, said) => {
    const draft = draftWith({ owner: { locations: [ROW], ...filled.owner } });
    expect(intake(text, "owner.locations.0.bucket", draft)).toEqual({ assignments, said });
  });

  it("sets an empty bucket from an address pasted as prefix, and keeps another bucket", () => {
    const text = "s3://acme-share-data/reports/";
    const at = "owner.locations.0.prefix";
    expect(intake(text, at, draftWith({ owner: { locations: [ROW] } }))).toEqual({
      assignments: [prefix, bucket],
      said: [NAMES],
    });
    const draft = draftWith({ owner: { locations: [{ ...ROW, bucket: "other-data" }] } });
    expect(intake(text, at, draft)).toEqual({
      assignments: [prefix],
      said: [
        NAMES,
        "The bucket of this location is other-data, not acme-share-data; it is left as it is.",
      ],
    });
  });

  it("fills the first empty row when pasted into the list", () => {
    const draft = draftWith({ owner: { locations: [{ ...ROW, bucket: "other-data" }, ROW] } });
    expect(intake("s3://acme-share-data/reports/", "owner.locations", draft)?.assignments).toEqual([
      one("owner.locations", [
        { ...ROW, bucket: "other-data" },
        { ...ROW, bucket: "acme-share-data", prefix: "reports/" },
      ]),
    ]);
  });
});

describe("intake of a key", () => {
  const at = "owner.buckets.0.keyArn";
  const page = `https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys/${KEY_ID}/keyPolicy`;
  const known = draftWith({ owner: { account: A, region: "eu-west-1" } });
  const MADE = `The ARN is made of the key ID, region eu-west-1 and account ${A}.`;

  it.each([
    [
      page,
      draftWith({ owner: { account: A } }),
      [one(at, KEY), one("owner.region", "eu-west-1")],
      [MADE, "AWS Region is set to eu-west-1 as well."],
    ],
    [KEY_ID, known, [one(at, KEY)], [MADE]],
    [JSON.stringify({ KeyMetadata: { Arn: KEY } }), known, [one(at, KEY)], []],
    [
      KEY,
      draftWith({ owner: { account: B, region: "eu-west-1" } }),
      [one(at, KEY)],
      [`Account ID of account A holds ${B}, not ${A}; it is left as it is.`],
    ],
  ])("understands %s", (text, draft, assignments, said) => {
    expect(intake(text, at, draft)).toEqual({ assignments, said });
  });

  it.each([
    ["a valid ARN", KEY, known],
    ["an alias, about which the field has its own sentence", "alias/acme", known],
    ["an alias ARN", `arn:aws:kms:eu-west-1:${A}:alias/acme`, known],
    ["a key ID without region and account", KEY_ID, draftWith()],
  ])("has nothing to do for %s", (_what, text, draft) => {
    expect(intake(text, at, draft)).toBeUndefined();
  });
});
