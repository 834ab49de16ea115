import type { MethodCase } from "#core/methods/method.ts";
import { ACCOUNT_A, iamUser, listing, location, onS3 } from "#core/parameters/running-example.ts";
import { settings, vendor, vendorDraft } from "./vendor.ts";

const PLAIN = { buckets: [] };

/** More than one managed policy holds. */
const manyPrefixes = Array.from({ length: 120 }, (_item, index) =>
  location(`customers/customer-${String(index).padStart(3, "0")}/exports/`, ["list", "read"]),
);

const fromNetwork = (address: string, more = {}) =>
  onS3(vendor, "GetObject", "reports/a.csv", { context: { "aws:SourceIp": address, ...more } });

export const limitCases: readonly MethodCase[] = [
  {
    name: "two-networks",
    draft: vendorDraft({
      owner: PLAIN,
      guardrails: { sourceCidrs: ["198.51.100.0/24", "2001:db8:1234::/48"] },
      settings,
    }),
    mustAllow: [
      fromNetwork("198.51.100.7"),
      fromNetwork("2001:db8:1234::1"),
      fromNetwork("192.0.2.1", { "aws:ViaAWSService": "true" }),
    ],
    mustDeny: [
      fromNetwork("192.0.2.1"),
      onS3(vendor, "GetObject", "reports/a.csv", {
        context: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
        without: ["aws:SourceIp"],
      }),
    ],
  },
  {
    name: "tls-1.2",
    draft: vendorDraft({
      owner: PLAIN,
      guardrails: { minTlsVersion: "1.2" },
      settings,
    }),
    mustAllow: [
      onS3(vendor, "GetObject", "reports/a.csv", { context: { "s3:TlsVersion": "1.2" } }),
    ],
    mustDeny: [
      onS3(vendor, "GetObject", "reports/a.csv", { context: { "s3:TlsVersion": "1.1" } }),
      onS3(vendor, "GetObject", "reports/a.csv", { context: { "aws:SecureTransport": "false" } }),
    ],
  },
  {
    name: "govcloud-with-path",
    draft: vendorDraft({
      owner: { ...PLAIN, region: "us-gov-east-1" },
      settings: { ...settings, selfCheck: true, athena: true },
    }),
    mustAllow: [
      onS3(
        iamUser("vendor-acme", "/vendors/", ACCOUNT_A, "aws-us-gov"),
        "GetObject",
        "reports/a.csv",
        { partition: "aws-us-gov" },
      ),
    ],
    mustDeny: [
      onS3(
        iamUser("vendor-acme", "/vendors/", ACCOUNT_A, "aws-us-gov"),
        "PutObject",
        "reports/a.csv",
        { partition: "aws-us-gov" },
      ),
    ],
  },
  {
    name: "many-prefixes",
    draft: vendorDraft({
      owner: { ...PLAIN, locations: manyPrefixes },
      guardrails: { sourceCidrs: ["203.0.113.0/24"] },
      settings: { ...settings, delivery: "inline" },
    }),
    mustAllow: ["000", "059", "060", "119"].flatMap((number) => [
      listing(vendor, `customers/customer-${number}/exports/`),
      onS3(vendor, "GetObject", `customers/customer-${number}/exports/a.csv`),
    ]),
    mustDeny: [
      listing(vendor, "customers/"),
      onS3(vendor, "GetObject", "customers/customer-120/exports/a.csv"),
      onS3(vendor, "GetObject", "customers/customer-000/exports/a.csv", {
        context: { "aws:SourceIp": "198.51.100.7" },
      }),
    ],
  },
];
