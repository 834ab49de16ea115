import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_B,
  BUCKET,
  KEY_ARN,
  listing,
  location,
  onKey,
  onS3,
  roleSession,
} from "#core/parameters/running-example.ts";
import { listCases } from "./cases-lists.ts";
import { CONSUMERS_ROLE, consumers, FILE, reader, reportDraft, SERVICE_ROLE } from "./reports.ts";

const other = roleSession("analytics-app");
const stranger = roleSession(SERVICE_ROLE, { account: "777788889999", path: "/service-role/" });

/** No key to grant, so that a case is about S3 alone. */
const PLAIN = { buckets: [] };

const policyCases: readonly MethodCase[] = [
  {
    name: "running-example",
    draft: reportDraft(),
    mustAllow: [
      listing(reader, undefined),
      listing(reader, "reports/"),
      listing(reader, "other/"),
      onS3(reader, "GetBucketLocation"),
      onS3(reader, "GetObject", FILE),
      onS3(reader, "GetObjectVersion", FILE),
      onKey(reader, "Decrypt"),
    ],
    mustDeny: [
      onS3(reader, "GetObject", "other/secret.csv"),
      onS3(reader, "GetObject", "reports-old/a.csv"),
      onS3(reader, "PutObject", FILE),
      onS3(reader, "DeleteObject", FILE),
      onS3(reader, "ListBucketVersions", "", { context: { "s3:prefix": "reports/" } }),
      onS3(reader, "PutBucketPolicy"),
      onS3(reader, "GetObject", FILE, { context: { "aws:SecureTransport": "false" } }),
      onS3(consumers, "GetObject", FILE),
      onS3(other, "GetObject", FILE),
      onS3(stranger, "GetObject", FILE),
      onKey(reader, "GenerateDataKey"),
      onKey(reader, "Decrypt", { via: "" }),
      onKey(other, "Decrypt"),
    ],
  },
  {
    name: "sse-s3",
    draft: reportDraft({ owner: PLAIN }),
    mustAllow: [listing(reader, undefined), onS3(reader, "GetObject", FILE)],
    mustDeny: [onS3(reader, "GetObject", "a.csv"), onKey(reader, "Decrypt")],
  },
  {
    name: "both-service-roles",
    draft: reportDraft({
      owner: PLAIN,
      settings: { serviceRoles: [SERVICE_ROLE, CONSUMERS_ROLE] },
    }),
    mustAllow: [
      onS3(reader, "GetObject", FILE),
      onS3(consumers, "GetObject", FILE),
      listing(consumers, ""),
    ],
    mustDeny: [onS3(other, "GetObject", FILE), onS3(consumers, "PutObject", FILE)],
  },
  {
    name: "own-role",
    draft: reportDraft({
      owner: PLAIN,
      settings: {
        serviceRoles: ["custom"],
        customRole: `arn:aws:iam::${ACCOUNT_B}:role/quicksight/reader`,
      },
    }),
    mustAllow: [
      onS3(roleSession("reader", { path: "/quicksight/" }), "GetObject", FILE),
      listing(roleSession("reader", { path: "/quicksight/" }), undefined),
    ],
    mustDeny: [onS3(reader, "GetObject", FILE), onS3(other, "GetObject", FILE)],
  },
  {
    name: "whole-bucket",
    draft: reportDraft({ owner: { ...PLAIN, locations: [location("", ["list", "read"])] } }),
    mustAllow: [listing(reader, undefined), onS3(reader, "GetObject", "anything/at/all.csv")],
    mustDeny: [
      onS3(reader, "PutObject", "anything/at/all.csv"),
      onS3(reader, "GetObject", "a.csv", { bucket: "acme-other-data" }),
    ],
  },
  {
    name: "several-buckets-with-prefixes",
    draft: reportDraft({
      owner: {
        ...PLAIN,
        locations: [
          location("reports/", ["list", "read"]),
          location("figures/", ["list", "read"]),
          location("", ["list", "read"], "acme-archive"),
        ],
      },
      settings: {
        prefixes: [`s3://${BUCKET}/reports/2026/`, "s3://acme-archive/2025/"],
        format: "TSV",
        textQualifier: "single",
        containsHeader: false,
      },
    }),
    mustAllow: [
      onS3(reader, "GetObject", "reports/2026/01.tsv"),
      onS3(reader, "GetObject", "figures/a.tsv"),
      onS3(reader, "GetObject", "2025/a.tsv", { bucket: "acme-archive" }),
      listing(reader, undefined, { bucket: "acme-archive" }),
    ],
    mustDeny: [
      onS3(reader, "GetObject", "other/a.tsv"),
      onS3(reader, "PutObject", "2025/a.tsv", { bucket: "acme-archive" }),
    ],
  },
  {
    name: "files-by-name-in-json",
    draft: reportDraft({
      owner: PLAIN,
      settings: {
        files: [
          `s3://${BUCKET}/reports/a.json`,
          `https://${BUCKET}.s3.eu-west-1.amazonaws.com/reports/b.json`,
        ],
        format: "JSON",
        policyName: "ReportsForQuickSight",
        assetId: "acme-reports",
        assetName: "Acme reports",
        manifestKey: "acme/reports.json",
      },
    }),
    mustAllow: [
      onS3(reader, "GetObject", "reports/a.json"),
      // A policy covers the prefix, whichever files the manifest names.
      onS3(reader, "GetObject", "reports/c.json"),
    ],
    mustDeny: [onS3(reader, "GetObject", "a.json")],
  },
  {
    name: "guardrails",
    draft: reportDraft({
      guardrails: {
        minTlsVersion: "1.2",
        organizationId: "o-a1b2c3d4e5",
        validUntil: "2027-01-31",
      },
    }),
    mustAllow: [
      onS3(reader, "GetObject", FILE, { context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      listing(reader, undefined, { context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      onKey(reader, "Decrypt"),
    ],
    mustDeny: [
      onS3(reader, "GetObject", FILE),
      onS3(reader, "GetObject", FILE, {
        context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "s3:TlsVersion": "1.1" },
      }),
      onS3(reader, "GetObject", FILE, {
        context: {
          "aws:PrincipalOrgID": "o-a1b2c3d4e5",
          "aws:CurrentTime": "2027-01-31T00:00:00Z",
        },
      }),
      onKey(reader, "Decrypt", { context: { "aws:CurrentTime": "2027-01-31T00:00:00Z" } }),
    ],
  },
  {
    name: "govcloud",
    draft: reportDraft({
      owner: { ...PLAIN, region: "us-gov-west-1" },
      settings: {
        quicksightUser: `arn:aws-us-gov:quicksight:us-gov-west-1:${ACCOUNT_B}:user/default/alice`,
      },
    }),
    mustAllow: [
      onS3(
        roleSession(SERVICE_ROLE, { path: "/service-role/", partition: "aws-us-gov" }),
        "GetObject",
        FILE,
        { partition: "aws-us-gov" },
      ),
    ],
    mustDeny: [
      onS3(roleSession("other", { partition: "aws-us-gov" }), "GetObject", FILE, {
        partition: "aws-us-gov",
      }),
    ],
  },
  {
    name: "quicksight-in-another-region",
    draft: reportDraft({
      settings: { quicksightRegion: "us-east-1", format: "CLF" },
    }),
    mustAllow: [onS3(reader, "GetObject", FILE), onKey(reader, "Decrypt")],
    mustDeny: [
      onKey(reader, "Decrypt", { via: "s3.us-east-1.amazonaws.com" }),
      onKey(reader, "Decrypt", { keyArn: KEY_ARN.replace("1234567890ab", "1234567890ff") }),
    ],
  },
];

export const cases: readonly MethodCase[] = [...policyCases, ...listCases];
