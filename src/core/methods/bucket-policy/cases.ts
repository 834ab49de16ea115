import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_B,
  BUCKET,
  exampleDraft,
  iamUser,
  KEY_ARN,
  listing,
  location,
  onKey,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";
import { guardrailCases } from "./cases-guardrails.ts";
import { placeCases } from "./cases-places.ts";
import { principalCases } from "./cases-principals.ts";

const METHOD = "bucket-policy";
const app = roleSession("analytics-app");
const other = roleSession("other-app");
const stranger = roleSession("analytics-app", { account: "777788889999" });

/** No key to grant, so that a case is about S3 alone. */
const PLAIN = { buckets: [] };

const accessCases: readonly MethodCase[] = [
  {
    name: "running-example",
    draft: exampleDraft(METHOD),
    mustAllow: [
      listing(app, "reports/"),
      listing(app, "reports/2026/"),
      onS3(app, "ListBucketVersions", "", { context: { "s3:prefix": "reports/" } }),
      onS3(app, "GetBucketLocation"),
      onS3(app, "GetObject", "reports/2026/01.csv"),
      onS3(app, "GetObjectVersion", "reports/2026/01.csv"),
      onKey(app, "Decrypt"),
    ],
    mustDeny: [
      listing(app, undefined),
      listing(app, ""),
      listing(app, "reports"),
      listing(app, "reports-old/"),
      onS3(app, "GetObject", "reports-old/a.csv"),
      onS3(app, "GetObject", "other/secret.csv"),
      onS3(app, "GetObject", "reports/a.csv", { bucket: "acme-other-data" }),
      onS3(app, "PutObject", "reports/a.csv"),
      onS3(app, "DeleteObject", "reports/a.csv"),
      onS3(app, "GetObjectAcl", "reports/a.csv"),
      onS3(app, "PutBucketPolicy"),
      onS3(other, "GetObject", "reports/a.csv"),
      onS3(stranger, "GetObject", "reports/a.csv"),
      onS3(app, "GetObject", "reports/a.csv", { context: { "aws:SecureTransport": "false" } }),
      onKey(app, "GenerateDataKey"),
      onKey(app, "Decrypt", { via: "" }),
      onKey(app, "Decrypt", { via: "s3.us-east-1.amazonaws.com" }),
      onKey(other, "Decrypt"),
    ],
  },
  {
    name: "list-only",
    draft: exampleDraft(METHOD, { owner: { locations: [location("reports/", ["list"])] } }),
    mustAllow: [listing(app, "reports/"), onS3(app, "GetBucketLocation")],
    mustDeny: [
      onS3(app, "GetObject", "reports/a.csv"),
      onS3(app, "ListBucketVersions", "", { context: { "s3:prefix": "reports/" } }),
      onKey(app, "Decrypt"),
    ],
  },
  {
    name: "read-without-list",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, locations: [location("reports/", ["read"])] },
    }),
    mustAllow: [onS3(app, "GetObject", "reports/a.csv"), onS3(app, "GetBucketLocation")],
    mustDeny: [
      listing(app, "reports/"),
      onS3(app, "GetObjectVersion", "reports/a.csv"),
      onS3(app, "GetObject", "a.csv"),
    ],
  },
  {
    name: "read-write",
    draft: exampleDraft(METHOD, {
      owner: { locations: [location("reports/", ["list", "read", "write"])] },
    }),
    mustAllow: [
      listing(app, "reports/"),
      onS3(app, "GetObject", "reports/a.csv"),
      onS3(app, "PutObject", "reports/a.csv"),
      onS3(app, "AbortMultipartUpload", "reports/a.csv"),
      onS3(app, "ListMultipartUploadParts", "reports/a.csv"),
      onKey(app, "Decrypt"),
      onKey(app, "GenerateDataKey"),
    ],
    mustDeny: [
      onS3(app, "PutObject", "other/a.csv"),
      onS3(app, "PutObjectAcl", "reports/a.csv"),
      onS3(app, "DeleteObject", "reports/a.csv"),
      onS3(app, "ListBucketMultipartUploads"),
      onKey(app, "GenerateDataKey", { via: "" }),
    ],
  },
  {
    name: "delete",
    draft: exampleDraft(METHOD, {
      owner: { locations: [location("reports/", ["list", "read", "write", "delete"])] },
    }),
    mustAllow: [
      onS3(app, "DeleteObject", "reports/a.csv"),
      onS3(app, "PutObject", "reports/a.csv"),
      onKey(app, "GenerateDataKey"),
    ],
    mustDeny: [
      onS3(app, "DeleteObjectVersion", "reports/a.csv"),
      onS3(app, "DeleteObject", "other/a.csv"),
      onS3(app, "DeleteBucket"),
    ],
  },
  {
    name: "drop-box",
    draft: exampleDraft(METHOD, { owner: { locations: [location("inbox/", ["write"])] } }),
    mustAllow: [
      onS3(app, "PutObject", "inbox/a.csv"),
      onS3(app, "AbortMultipartUpload", "inbox/a.csv"),
      onKey(app, "GenerateDataKey"),
      onKey(app, "Decrypt"),
    ],
    mustDeny: [
      listing(app, "inbox/"),
      onS3(app, "GetObject", "inbox/a.csv"),
      onS3(app, "ListMultipartUploadParts", "inbox/a.csv"),
      onS3(app, "DeleteObject", "inbox/a.csv"),
      onS3(app, "PutObject", "a.csv"),
    ],
  },
];

const partitionCases: readonly MethodCase[] = [
  {
    name: "govcloud",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, region: "us-gov-west-1" },
      consumer: { principals: [ROLE_ARN.replace("arn:aws:", "arn:aws-us-gov:")] },
    }),
    mustAllow: [
      onS3(
        roleSession("analytics-app", { partition: "aws-us-gov" }),
        "GetObject",
        "reports/a.csv",
        {
          partition: "aws-us-gov",
        },
      ),
    ],
    mustDeny: [
      onS3(roleSession("other-app", { partition: "aws-us-gov" }), "GetObject", "reports/a.csv", {
        partition: "aws-us-gov",
      }),
    ],
  },
  {
    name: "china",
    draft: exampleDraft(METHOD, {
      owner: {
        region: "cn-north-1",
        buckets: [
          {
            bucket: BUCKET,
            encryption: "sse-kms",
            keyArn: chinese(KEY_ARN),
          },
        ],
      },
      consumer: { principals: [ROLE_ARN.replace("arn:aws:", "arn:aws-cn:")] },
    }),
    mustAllow: [
      onS3(roleSession("analytics-app", { partition: "aws-cn" }), "GetObject", "reports/a.csv", {
        partition: "aws-cn",
      }),
      onKey(roleSession("analytics-app", { partition: "aws-cn" }), "Decrypt", {
        keyArn: chinese(KEY_ARN),
        via: "s3.cn-north-1.amazonaws.com",
      }),
    ],
    mustDeny: [
      onKey(roleSession("analytics-app", { partition: "aws-cn" }), "Decrypt", {
        keyArn: chinese(KEY_ARN),
        via: "s3.cn-north-1.amazonaws.com.cn",
      }),
    ],
  },
];

function chinese(keyArn: string): string {
  return keyArn.replace("arn:aws:kms:eu-west-1:", "arn:aws-cn:kms:cn-north-1:");
}

/** More than one inline policy of a user holds. */
const manyPrefixes = Array.from({ length: 60 }, (_item, index) =>
  location(`customers/customer-${String(index).padStart(3, "0")}/exports/`, ["list", "read"]),
);

const sizeCases: readonly MethodCase[] = [
  {
    name: "many-prefixes-for-a-user",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, locations: manyPrefixes },
      consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`, ROLE_ARN] },
    }),
    mustAllow: [
      listing(iamUser("alice"), "customers/customer-059/exports/"),
      onS3(iamUser("alice"), "GetObject", "customers/customer-000/exports/a.csv"),
      onS3(app, "GetObject", "customers/customer-059/exports/a.csv"),
    ],
    mustDeny: [
      listing(iamUser("alice"), "customers/"),
      onS3(iamUser("bob"), "GetObject", "customers/customer-000/exports/a.csv"),
      onS3(app, "GetObject", "customers/customer-060/exports/a.csv"),
    ],
  },
];

export const cases: readonly MethodCase[] = [
  ...accessCases,
  ...placeCases,
  ...principalCases,
  ...guardrailCases,
  ...partitionCases,
  ...sizeCases,
];
