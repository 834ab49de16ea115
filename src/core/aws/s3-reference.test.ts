import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseS3Reference } from "./s3-reference.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const bucket = "acme-share-data";

describe("parseS3Reference", () => {
  it.each([
    ["s3://acme-share-data", { prefix: "" }],
    ["s3://acme-share-data/", { prefix: "" }],
    ["s3://acme-share-data/reports", { prefix: "reports/" }],
    ["S3://acme-share-data/reports/2026/", { prefix: "reports/2026/" }],
    ["s3a://acme-share-data/reports/", { prefix: "reports/" }],
    ["s3://acme-share-data/reports/2026.csv", { prefix: "reports/", object: "reports/2026.csv" }],
    ["s3://acme-share-data/v1.2", { prefix: "v1.2/" }],
    ["s3://acme-share-data/reports/*", { prefix: "reports/" }],
    ["arn:aws:s3:::acme-share-data", { prefix: "", partition: "aws" }],
    ["arn:aws:s3:::acme-share-data/*", { prefix: "", partition: "aws" }],
    ["arn:aws-cn:s3:::acme-share-data/reports/*", { prefix: "reports/", partition: "aws-cn" }],
    ["arn:aws:s3:::acme-share-data/reports*", { prefix: "reports/", partition: "aws" }],
    [
      "https://s3.console.aws.amazon.com/s3/buckets/acme-share-data?region=eu-west-1&prefix=reports/&showversions=false",
      { prefix: "reports/", region: "eu-west-1" },
    ],
    [
      "https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-share-data?prefix=year%3D2026%2F",
      { prefix: "year=2026/", region: "eu-west-1" },
    ],
    [
      "https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-share-data?bucketType=general&tab=objects",
      { prefix: "", region: "eu-west-1" },
    ],
    [
      "https://s3.console.aws.amazon.com/s3/object/acme-share-data?region=eu-west-1&prefix=reports/2026/01",
      { prefix: "reports/2026/", object: "reports/2026/01", region: "eu-west-1" },
    ],
    [
      "https://console.amazonaws.cn/s3/buckets/acme-share-data?region=cn-north-1",
      { prefix: "", region: "cn-north-1" },
    ],
    [
      "https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/acme-share-data",
      { prefix: "", region: "us-gov-west-1" },
    ],
    [
      "https://acme-share-data.s3.eu-west-1.amazonaws.com/reports/2026.csv?X-Amz-Signature=0",
      { prefix: "reports/", object: "reports/2026.csv", region: "eu-west-1" },
    ],
    [
      "https://acme-share-data.s3.eu-west-1.amazonaws.com/reports/",
      { prefix: "reports/", region: "eu-west-1" },
    ],
    ["https://acme-share-data.s3.amazonaws.com/", { prefix: "" }],
    ["https://acme-share-data.s3-eu-west-1.amazonaws.com", { prefix: "", region: "eu-west-1" }],
    [
      "https://acme-share-data.s3.dualstack.eu-west-1.amazonaws.com/?list-type=2&prefix=reports/",
      { prefix: "reports/", region: "eu-west-1" },
    ],
    [
      "https://acme-share-data.s3.cn-north-1.amazonaws.com.cn/a/",
      { prefix: "a/", region: "cn-north-1" },
    ],
    [
      "https://s3.eu-west-1.amazonaws.com/acme-share-data/reports/",
      { prefix: "reports/", region: "eu-west-1" },
    ],
    ["https://s3.amazonaws.com/acme-share-data", { prefix: "" }],
    [
      "https://s3-fips.us-gov-west-1.amazonaws.com/acme-share-data/a/",
      { prefix: "a/", region: "us-gov-west-1" },
    ],
    [
      "https://111122223333-k3xq2a1b.eu-west-1.console.aws.amazon.com/s3/buckets/acme-share-data?prefix=a/",
      { prefix: "a/", region: "eu-west-1" },
    ],
  ])("understands %s", (text, parts) => {
    expect(parseS3Reference(` ${text} `)).toEqual({ bucket, ...parts });
  });

  it("keeps dots of a bucket's name in a virtual-hosted address", () => {
    expect(parseS3Reference("https://a.b.c.s3.eu-west-1.amazonaws.com/x/")).toMatchObject({
      bucket: "a.b.c",
    });
  });

  it.each([
    "",
    "acme-share-data",
    "https://example.com/s3/buckets/acme",
    "https://s3.amazonaws.com/",
    "https://s3.console.aws.amazon.com/s3/home",
    "arn:aws:s3:eu-west-1:111122223333:accesspoint/reports",
    "arn:aws:iam::444455556666:role/analytics-app",
    "http://acme-share-data.s3-website-eu-west-1.amazonaws.com/",
    "https://reports-111122223333.s3-accesspoint.eu-west-1.amazonaws.com/a",
    "https://s3.eu-west-1.amazonaws.com.evil.example/acme",
    "s3://acme-share-data/reports/\ns3://acme-archive/",
    "https://acme-share-data.s3.amazonaws.com/a\r\nb/",
  ])("knows nothing of %j", (text) => {
    expect(parseS3Reference(text)).toBeUndefined();
  });

  it("never throws", () => {
    const addresses = fc
      .tuple(
        fc.constantFrom(
          "s3://",
          "https://s3.console.aws.amazon.com/s3/buckets/",
          "https://a.s3.amazonaws.com/",
          "arn:aws:s3:::",
        ),
        fc.string({ unit: ANY_UNIT }),
      )
      .map(([start, end]) => start + end);
    fc.assert(fc.property(addresses, (text) => void parseS3Reference(text)));
  });
});
