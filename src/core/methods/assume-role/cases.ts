import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  BUCKET,
  type Caller,
  exampleDraft,
  iamUser,
  listing,
  location,
  onKey,
  onRole,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";
import { trustCases } from "./cases-trust.ts";

const METHOD = "assume-role";
const SHARED_ROLE = `arn:aws:iam::${ACCOUNT_A}:role/AcmeShareReader`;
const app = roleSession("analytics-app");
/** The role in account A, once it is assumed. */
const reader: Caller = roleSession("AcmeShareReader", { account: ACCOUNT_A, session: "s3-share" });

const settings = { roleName: "AcmeShareReader" };
const PLAIN = { buckets: [] };
const assumed = onRole(app, SHARED_ROLE);

const accessCases: readonly MethodCase[] = [
  {
    name: "running-example",
    draft: exampleDraft(METHOD, { settings: { ...settings, externalId: "acme-7f3c9b52" } }),
    mustAllow: [
      onRole(app, SHARED_ROLE, { "sts:ExternalId": "acme-7f3c9b52" }),
      listing(reader, "reports/"),
      onS3(reader, "GetBucketLocation"),
      onS3(reader, "GetObject", "reports/2026/01.csv"),
      onS3(reader, "GetObjectVersion", "reports/2026/01.csv"),
      onKey(reader, "Decrypt"),
    ],
    mustDeny: [
      assumed,
      onRole(app, SHARED_ROLE, { "sts:ExternalId": "acme-other" }),
      onRole(roleSession("other-app"), SHARED_ROLE, { "sts:ExternalId": "acme-7f3c9b52" }),
      onRole(roleSession("analytics-app", { account: "777788889999" }), SHARED_ROLE, {
        "sts:ExternalId": "acme-7f3c9b52",
      }),
      listing(reader, undefined),
      listing(reader, "reports-old/"),
      onS3(reader, "GetObject", "other/secret.csv"),
      onS3(reader, "PutObject", "reports/a.csv"),
      onS3(reader, "DeleteObject", "reports/a.csv"),
      onS3(reader, "ListAllMyBuckets"),
      onS3(reader, "GetObject", "reports/a.csv", { context: { "aws:SecureTransport": "false" } }),
      onKey(reader, "GenerateDataKey"),
      onKey(reader, "Decrypt", { via: "" }),
      onS3(app, "GetObject", "reports/a.csv"),
    ],
  },
  {
    name: "list-only",
    draft: exampleDraft(METHOD, {
      owner: { locations: [location("reports/", ["list"])] },
      settings,
    }),
    mustAllow: [assumed, listing(reader, "reports/")],
    mustDeny: [onS3(reader, "GetObject", "reports/a.csv"), onKey(reader, "Decrypt")],
  },
  {
    name: "read-write-delete",
    draft: exampleDraft(METHOD, {
      owner: { locations: [location("reports/", ["list", "read", "write", "delete"])] },
      settings,
    }),
    mustAllow: [
      assumed,
      onS3(reader, "PutObject", "reports/a.csv"),
      onS3(reader, "ListMultipartUploadParts", "reports/a.csv"),
      onS3(reader, "DeleteObject", "reports/a.csv"),
      onKey(reader, "Decrypt"),
      onKey(reader, "GenerateDataKey"),
    ],
    mustDeny: [
      onS3(reader, "PutObject", "other/a.csv"),
      onS3(reader, "DeleteObjectVersion", "reports/a.csv"),
      onS3(reader, "PutBucketPolicy"),
    ],
  },
  {
    name: "drop-box",
    draft: exampleDraft(METHOD, {
      owner: { locations: [location("inbox/", ["write"])] },
      settings,
    }),
    mustAllow: [assumed, onS3(reader, "PutObject", "inbox/a.csv"), onKey(reader, "Decrypt")],
    mustDeny: [
      listing(reader, "inbox/"),
      onS3(reader, "GetObject", "inbox/a.csv"),
      onS3(reader, "GetBucketLocation"),
    ],
  },
];

const placeCases: readonly MethodCase[] = [
  {
    name: "several-buckets",
    draft: exampleDraft(METHOD, {
      owner: {
        ...PLAIN,
        locations: [
          location("reports/", ["list", "read"]),
          location("reports/", ["list", "read"], "acme-archive"),
          location("", ["list", "read", "write"], "acme-exchange"),
        ],
      },
      settings,
    }),
    mustAllow: [
      assumed,
      listing(reader, "reports/"),
      listing(reader, "reports/", { bucket: "acme-archive" }),
      listing(reader, undefined, { bucket: "acme-exchange" }),
      onS3(reader, "PutObject", "any/a.csv", { bucket: "acme-exchange" }),
    ],
    mustDeny: [
      listing(reader, undefined, { bucket: "acme-archive" }),
      onS3(reader, "PutObject", "reports/a.csv", { bucket: "acme-archive" }),
      onS3(reader, "GetObject", "a.csv", { bucket: BUCKET }),
    ],
  },
  {
    name: "aws-managed-key",
    draft: exampleDraft(METHOD, {
      owner: { buckets: [{ bucket: BUCKET, encryption: "aws-managed-key" }] },
      settings,
    }),
    mustAllow: [assumed, onS3(reader, "GetObject", "reports/a.csv")],
    mustDeny: [onKey(reader, "Decrypt")],
  },
  {
    name: "key-policy-names-role",
    draft: exampleDraft(METHOD, { settings: { ...settings, keyPolicy: "names-role" } }),
    keyPolicyNamesNobody: true,
    mustAllow: [assumed, onS3(reader, "GetObject", "reports/a.csv"), onKey(reader, "Decrypt")],
    mustDeny: [
      onKey(reader, "GenerateDataKey"),
      onKey(reader, "Decrypt", { via: "" }),
      onKey(app, "Decrypt"),
    ],
  },
  {
    name: "console-access",
    draft: exampleDraft(METHOD, {
      owner: PLAIN,
      consumer: { consoleAccess: true, principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`] },
      settings,
    }),
    mustAllow: [
      onRole(iamUser("alice"), SHARED_ROLE),
      { ...onS3(reader, "ListAllMyBuckets"), resourceArn: "*" },
      listing(reader, "", { delimiter: "/" }),
      listing(reader, "reports/", { delimiter: "/" }),
    ],
    mustDeny: [listing(reader, ""), listing(reader, "other/", { delimiter: "/" })],
  },
  {
    name: "govcloud-with-path",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, region: "us-gov-east-1" },
      consumer: { principals: [ROLE_ARN.replace("arn:aws:", "arn:aws-us-gov:")] },
      settings: { ...settings, rolePath: "/sharing/" },
    }),
    mustAllow: [
      onRole(
        roleSession("analytics-app", { partition: "aws-us-gov" }),
        `arn:aws-us-gov:iam::${ACCOUNT_A}:role/sharing/AcmeShareReader`,
      ),
      onS3(
        roleSession("AcmeShareReader", {
          partition: "aws-us-gov",
          account: ACCOUNT_A,
          path: "/sharing/",
        }),
        "GetObject",
        "reports/a.csv",
        { partition: "aws-us-gov" },
      ),
    ],
    mustDeny: [
      onRole(
        roleSession("other-app", { partition: "aws-us-gov" }),
        `arn:aws-us-gov:iam::${ACCOUNT_A}:role/sharing/AcmeShareReader`,
      ),
    ],
  },
];

/** More than inline policies of a role hold: the policy goes into several managed ones. */
const manyPrefixes = Array.from({ length: 150 }, (_item, index) =>
  location(`customers/customer-${String(index).padStart(3, "0")}/exports/`, ["list", "read"]),
);

const sizeCases: readonly MethodCase[] = [
  {
    name: "many-prefixes",
    draft: exampleDraft(METHOD, { owner: { ...PLAIN, locations: manyPrefixes }, settings }),
    mustAllow: [
      assumed,
      ...["000", "074", "075", "149"].flatMap((number) => [
        listing(reader, `customers/customer-${number}/exports/`),
        onS3(reader, "GetObject", `customers/customer-${number}/exports/a.csv`),
      ]),
    ],
    mustDeny: [
      listing(reader, "customers/"),
      onS3(reader, "GetObject", "customers/customer-150/exports/a.csv"),
      onS3(reader, "GetObject", "customers/customer-000/exports/a.csv", {
        context: { "aws:SecureTransport": "false" },
      }),
    ],
  },
];

export const cases: readonly MethodCase[] = [
  ...accessCases,
  ...placeCases,
  ...trustCases,
  ...sizeCases,
];
