import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DNS_SUFFIX,
  isKnownRegion,
  PARTITIONS,
  parseRegion,
  partitionOf,
  REGIONS,
  type Region,
  regionsOf,
} from "./region.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe("parseRegion", () => {
  it.each([
    ["eu-west-1", "aws"],
    [" us-east-1 ", "aws"],
    ["mx-central-1", "aws"],
    ["cn-northwest-1", "aws-cn"],
    ["us-gov-east-1", "aws-us-gov"],
    ["eusc-de-east-1", "aws-eusc"],
    ["ap-southeast-12", "aws"],
  ] as const)("puts %s into partition %s", (text, partition) => {
    const region = parseRegion(text);
    expect(region.ok && partitionOf(region.value)).toBe(partition);
  });

  it.each([
    ["", "Enter the region of the buckets, for example eu-west-1."],
    ["EU-West-1", "Region codes are written in lower case: eu-west-1."],
    ["eu-west-1b", "“eu-west-1b” is an Availability Zone; its region is eu-west-1."],
    ["Europe (Ireland)", "Enter the code of this region: eu-west-1."],
    [
      "us-iso-east-1",
      "“us-iso-east-1” is in an isolated partition, which is not supported; choose a region of aws, aws-cn, aws-us-gov or aws-eusc.",
    ],
    [
      "eu-isoe-west-1",
      "“eu-isoe-west-1” is in an isolated partition, which is not supported; choose a region of aws, aws-cn, aws-us-gov or aws-eusc.",
    ],
    ["ireland", "“ireland” is not a region code; choose one from the list, for example eu-west-1."],
    [
      "aws-global",
      "“aws-global” is not a region code; choose one from the list, for example eu-west-1.",
    ],
    ["eu-west", "“eu-west” is not a region code; choose one from the list, for example eu-west-1."],
  ])("says what to do about %j", (text, message) => {
    expect(parseRegion(text)).toEqual({ ok: false, message });
  });

  it("never throws, and reads its own output as the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_UNIT }), (text) => {
        const first = parseRegion(text);
        if (first.ok) expect(parseRegion(first.value)).toEqual(first);
      }),
    );
  });
});

describe("REGIONS", () => {
  it("lists only codes that parse, each once, and some of every partition", () => {
    const codes = REGIONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(parseRegion(code).ok).toBe(true);
    for (const partition of PARTITIONS) expect(regionsOf(partition).length).toBeGreaterThan(0);
    expect(PARTITIONS.flatMap(regionsOf).length).toBe(codes.length);
  });

  it("knows a listed region from one launched later", () => {
    expect(isKnownRegion("eu-west-1" as Region)).toBe(true);
    expect(isKnownRegion("eu-west-9" as Region)).toBe(false);
  });
});

describe("DNS_SUFFIX", () => {
  it("has GovCloud below the same suffix as the commercial partition", () => {
    expect(DNS_SUFFIX["aws-us-gov"]).toBe(DNS_SUFFIX.aws);
  });
});
