import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  BUCKET,
  iamUser,
  KEY_ARN,
  listing,
  location,
  onKey,
  onS3,
  roleSession,
} from "#core/parameters/running-example.ts";
import { limitCases } from "./cases-limits.ts";
import { settings, vendor, vendorDraft } from "./vendor.ts";

const PLAIN = { buckets: [] };
const allBuckets = { ...onS3(vendor, "ListAllMyBuckets"), resourceArn: "*" };
const simulate = (userArn: string) => ({
  ...onS3(vendor, "ListAllMyBuckets"),
  action: "iam:SimulatePrincipalPolicy",
  resourceArn: userArn,
});

const accessCases: readonly MethodCase[] = [
  {
    name: "running-example",
    draft: vendorDraft({
      settings,
      guardrails: { sourceCidrs: ["203.0.113.0/24"], validUntil: "2027-01-31" },
    }),
    mustAllow: [
      listing(vendor, "reports/"),
      onS3(vendor, "GetBucketLocation"),
      onS3(vendor, "GetObject", "reports/2026/01.csv"),
      onS3(vendor, "GetObjectVersion", "reports/2026/01.csv"),
      onKey(vendor, "Decrypt"),
    ],
    mustDeny: [
      listing(vendor, undefined),
      listing(vendor, "reports-old/"),
      onS3(vendor, "GetObject", "other/secret.csv"),
      onS3(vendor, "PutObject", "reports/a.csv"),
      onS3(vendor, "DeleteObject", "reports/a.csv"),
      onS3(vendor, "PutBucketPolicy"),
      allBuckets,
      simulate(vendor.principalArn),
      onKey(vendor, "GenerateDataKey"),
      onKey(vendor, "Decrypt", { via: "" }),
      onS3(vendor, "GetObject", "reports/a.csv", {
        context: { "aws:SecureTransport": "false" },
      }),
      onS3(vendor, "GetObject", "reports/a.csv", { context: { "aws:SourceIp": "198.51.100.7" } }),
      onS3(vendor, "GetObject", "reports/a.csv", {
        context: { "aws:CurrentTime": "2027-01-31T00:00:00Z" },
      }),
      onS3(roleSession("vendor-acme"), "GetObject", "reports/a.csv"),
    ],
  },
  {
    name: "input-and-output",
    draft: vendorDraft({
      owner: {
        ...PLAIN,
        locations: [
          location("", ["list", "read"], "acme-input"),
          location("", ["list", "read", "write", "delete"], "acme-output"),
        ],
      },
      settings,
    }),
    mustAllow: [
      listing(vendor, undefined, { bucket: "acme-input" }),
      onS3(vendor, "GetObject", "a.csv", { bucket: "acme-input" }),
      listing(vendor, undefined, { bucket: "acme-output" }),
      onS3(vendor, "GetObject", "a.csv", { bucket: "acme-output" }),
      onS3(vendor, "PutObject", "a.csv", { bucket: "acme-output" }),
      onS3(vendor, "AbortMultipartUpload", "a.csv", { bucket: "acme-output" }),
      onS3(vendor, "ListMultipartUploadParts", "a.csv", { bucket: "acme-output" }),
      onS3(vendor, "DeleteObject", "a.csv", { bucket: "acme-output" }),
    ],
    mustDeny: [
      onS3(vendor, "PutObject", "a.csv", { bucket: "acme-input" }),
      onS3(vendor, "DeleteObject", "a.csv", { bucket: "acme-input" }),
      onS3(vendor, "DeleteBucket", "", { bucket: "acme-output" }),
      onS3(vendor, "PutBucketPolicy", "", { bucket: "acme-output" }),
      onS3(vendor, "PutObjectAcl", "a.csv", { bucket: "acme-output" }),
      onS3(vendor, "DeleteObjectVersion", "a.csv", { bucket: "acme-output" }),
    ],
  },
  {
    name: "input-and-output-prefixes",
    draft: vendorDraft({
      owner: {
        locations: [
          location("in/", ["list", "read"]),
          location("out/", ["list", "read", "write", "delete"]),
        ],
      },
      settings,
    }),
    mustAllow: [
      listing(vendor, "in/"),
      onS3(vendor, "GetObject", "in/a.csv"),
      onS3(vendor, "PutObject", "out/a.csv"),
      onS3(vendor, "DeleteObject", "out/a.csv"),
      onKey(vendor, "Decrypt"),
      onKey(vendor, "GenerateDataKey"),
    ],
    mustDeny: [
      onS3(vendor, "PutObject", "in/a.csv"),
      onS3(vendor, "DeleteObject", "in/a.csv"),
      listing(vendor, ""),
      onS3(vendor, "GetObject", "input/a.csv"),
    ],
  },
  {
    name: "list-only",
    draft: vendorDraft({
      owner: { locations: [location("reports/", ["list"])] },
      settings,
    }),
    mustAllow: [listing(vendor, "reports/")],
    mustDeny: [onS3(vendor, "GetObject", "reports/a.csv"), onKey(vendor, "Decrypt")],
  },
  {
    name: "drop-box",
    draft: vendorDraft({
      owner: { locations: [location("inbox/", ["write"])] },
      settings,
    }),
    mustAllow: [onS3(vendor, "PutObject", "inbox/a.csv"), onKey(vendor, "Decrypt")],
    mustDeny: [
      listing(vendor, "inbox/"),
      onS3(vendor, "GetObject", "inbox/a.csv"),
      onS3(vendor, "GetBucketLocation"),
    ],
  },
];

const needCases: readonly MethodCase[] = [
  {
    name: "all-that-products-ask-for",
    draft: vendorDraft({
      owner: PLAIN,
      settings: { ...settings, listAllBuckets: true, selfCheck: true, athena: true },
    }),
    mustAllow: [
      allBuckets,
      simulate(vendor.principalArn),
      onS3(vendor, "GetObject", "reports/a.csv"),
    ],
    mustDeny: [
      simulate(`arn:aws:iam::${ACCOUNT_A}:user/vendor-acme`),
      simulate(`arn:aws:iam::${ACCOUNT_A}:user/vendors/vendor-other`),
      onS3(vendor, "GetObject", "a.csv", { bucket: "acme-private" }),
    ],
  },
  {
    name: "inline-policy",
    draft: vendorDraft({
      owner: PLAIN,
      settings: { userName: "vendor-acme", delivery: "inline", policyName: "VendorData" },
    }),
    mustAllow: [onS3(iamUser("vendor-acme", "/", ACCOUNT_A), "GetObject", "reports/a.csv")],
    mustDeny: [onS3(iamUser("vendor-acme", "/", ACCOUNT_A), "PutObject", "reports/a.csv")],
  },
  {
    name: "boundary-and-tags",
    draft: vendorDraft({
      owner: PLAIN,
      guardrails: { validUntil: "2027-01-31" },
      settings: {
        ...settings,
        permissionsBoundary: `arn:aws:iam::${ACCOUNT_A}:policy/VendorBoundary`,
        purpose: "exports to Acme Ltd.",
      },
    }),
    mustAllow: [onS3(vendor, "GetObject", "reports/a.csv")],
    mustDeny: [
      onS3(vendor, "GetObject", "reports/a.csv", {
        context: { "aws:CurrentTime": "2027-01-31T00:00:00Z" },
      }),
    ],
  },
  {
    name: "aws-managed-key",
    draft: vendorDraft({
      owner: { buckets: [{ bucket: BUCKET, encryption: "aws-managed-key" }] },
      settings,
    }),
    mustAllow: [onS3(vendor, "GetObject", "reports/a.csv")],
    mustDeny: [onKey(vendor, "Decrypt")],
  },
  {
    name: "key-policy-names-user",
    draft: vendorDraft({ settings: { ...settings, keyPolicy: "names-user" } }),
    keyPolicyNamesNobody: true,
    mustAllow: [onS3(vendor, "GetObject", "reports/a.csv"), onKey(vendor, "Decrypt")],
    mustDeny: [
      onKey(vendor, "GenerateDataKey"),
      onKey(vendor, "Decrypt", { via: "" }),
      onKey(vendor, "Decrypt", {
        keyArn: KEY_ARN.replace("1234567890ab", "1234567890ff"),
      }),
    ],
  },
];

export const cases: readonly MethodCase[] = [...accessCases, ...needCases, ...limitCases];
