import { STSClient } from "@aws-sdk/client-sts";
import { expect, it } from "vitest";
import { PARTITIONS, REGIONS } from "./region.ts";
import { STS_ENDPOINTS, stsEndpoint, stsHomeRegion, stsRegionFor } from "./sts-endpoint.ts";

it.each(REGIONS)("$code has the endpoint that AWS's own rules give it", ({ code }) => {
  const { endpointProvider } = new STSClient({ region: code }).config;
  const { url } = endpointProvider({
    Region: code,
    UseDualStack: false,
    UseFIPS: false,
    UseGlobalEndpoint: false,
  });
  expect(`${stsEndpoint(code)}/`).toBe(url.href);
});

it("lists every region once, and no global endpoint", () => {
  expect(STS_ENDPOINTS).toHaveLength(REGIONS.length);
  expect(new Set(STS_ENDPOINTS).size).toBe(REGIONS.length);
  expect(STS_ENDPOINTS).not.toContain("https://sts.amazonaws.com");
});

it.each(["eu-west-99", "us-iso-east-1", "", "eu-west-1.evil.example", "x/../eu-west-1", "*"])(
  "has no endpoint for “%s”",
  (region) => {
    expect(stsEndpoint(region)).toBeUndefined();
  },
);

it("asks in the region itself, or else in one of its partition", () => {
  expect(stsRegionFor("eu-south-2")).toBe("eu-south-2");
  expect(stsRegionFor("cn-east-99")).toBe("cn-north-1");
  expect(stsRegionFor("")).toBe("us-east-1");
  expect(PARTITIONS.map(stsHomeRegion)).toEqual([
    "us-east-1",
    "cn-north-1",
    "us-gov-east-1",
    "eusc-de-east-1",
  ]);
});
