import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  BUCKET,
  KEY_ARN,
  listing,
  location,
  onInstance,
  onKey,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";
import {
  app,
  assumed,
  DISCOVERY,
  draft,
  instanceArn,
  LOCATION_ROLE,
  PLAIN,
  session,
} from "./cases-world.ts";

const granted = session();
const asking = DISCOVERY.map((action) => onInstance(app, action));

const FAR = "us-east-1";
const far = session({ instance: instanceArn(FAR) });
const FAR_KEY = KEY_ARN.replace("eu-west-1", FAR).replace("1234abcd", "9876fedc");

/** More than inline policies of a role hold: the policy goes into several managed ones. */
const manyPrefixes = Array.from({ length: 150 }, (_item, index) =>
  location(`customers/customer-${String(index).padStart(3, "0")}/exports/`, ["list", "read"]),
);

export const placeCases: readonly MethodCase[] = [
  {
    name: "several-buckets",
    draft: draft({
      owner: {
        ...PLAIN,
        locations: [
          location("reports/", ["list", "read"]),
          location("reports/", ["list", "read"], "acme-archive"),
          location("", ["list", "read", "write"], "acme-exchange"),
        ],
      },
    }),
    mustAllow: [
      ...asking,
      assumed(),
      listing(granted, "reports/"),
      listing(granted, "reports/", { bucket: "acme-archive" }),
      listing(granted, undefined, { bucket: "acme-exchange" }),
      onS3(granted, "PutObject", "any/a.csv", { bucket: "acme-exchange" }),
    ],
    mustDeny: [
      listing(granted, undefined, { bucket: "acme-archive" }),
      onS3(granted, "PutObject", "reports/a.csv", { bucket: "acme-archive" }),
      onS3(granted, "DeleteObject", "any/a.csv", { bucket: "acme-exchange" }),
      onS3(granted, "GetObject", "a.csv", { bucket: BUCKET }),
    ],
  },
  {
    name: "several-regions",
    draft: draft({
      owner: {
        locations: [
          location("reports/", ["list", "read"]),
          location("exports/", ["list", "read", "write"], "acme-overseas"),
        ],
        buckets: [
          { bucket: BUCKET, encryption: "sse-kms", keyArn: KEY_ARN, versioned: true },
          { bucket: "acme-overseas", region: FAR, encryption: "sse-kms", keyArn: FAR_KEY },
        ],
      },
      settings: { instances: [{ region: FAR, state: "existing" }] },
    }),
    mustAllow: [
      ...asking,
      onInstance(app, "GetDataAccess", { region: FAR }),
      assumed(),
      assumed({ source: instanceArn(FAR) }),
      onS3(granted, "GetObject", "reports/a.csv"),
      onS3(far, "PutObject", "exports/a.csv", { bucket: "acme-overseas" }),
      onKey(granted, "Decrypt"),
      onKey(far, "GenerateDataKey", { keyArn: FAR_KEY, via: `s3.${FAR}.amazonaws.com` }),
    ],
    mustDeny: [
      onS3(far, "GetObject", "reports/a.csv"),
      onS3(granted, "GetObject", "exports/a.csv", { bucket: "acme-overseas" }),
      onKey(far, "Decrypt", { keyArn: FAR_KEY }),
      onInstance(app, "GetDataAccess", { region: "ap-south-1" }),
    ],
  },
  {
    name: "default-location-and-single-objects",
    draft: draft({
      owner: PLAIN,
      settings: {
        locationScope: "default",
        objects: [
          { bucket: BUCKET, key: "summaries/2026.csv", access: ["read"] },
          { bucket: BUCKET, key: "status/it's $done?.txt", access: ["read", "write"] },
        ],
      },
    }),
    mustAllow: [
      ...asking,
      assumed(),
      onS3(granted, "GetObject", "reports/a.csv"),
      onS3(granted, "GetObject", "summaries/2026.csv"),
      onS3(granted, "PutObject", "status/it's $done?.txt"),
    ],
    mustDeny: [
      onS3(granted, "GetObject", "summaries/2026.csv.bak"),
      onS3(granted, "PutObject", "summaries/2026.csv"),
      onS3(granted, "PutObject", "status/it's $doneX.txt"),
      onS3(granted, "DeleteObject", "status/it's $done?.txt"),
    ],
  },
  {
    name: "a-location-for-each-prefix",
    draft: draft({
      owner: {
        ...PLAIN,
        locations: [
          location("reports/", ["list", "read"]),
          location("inbox/", ["list", "read", "write"]),
        ],
      },
      settings: {
        locationScope: "prefix",
        objects: [{ bucket: BUCKET, key: "summaries/2026.csv", access: ["read"] }],
      },
    }),
    mustAllow: [
      ...asking,
      assumed(),
      onS3(granted, "GetObject", "reports/a.csv"),
      onS3(granted, "PutObject", "inbox/a.csv"),
      onS3(granted, "GetObject", "summaries/2026.csv"),
    ],
    mustDeny: [
      onS3(granted, "PutObject", "reports/a.csv"),
      onS3(granted, "GetObject", "summaries/2025.csv"),
    ],
  },
  {
    name: "whole-bucket",
    draft: draft({ owner: { ...PLAIN, locations: [location("", ["list", "read"])] } }),
    mustAllow: [
      ...asking,
      assumed(),
      listing(granted, undefined),
      onS3(granted, "GetObject", "any/a.csv"),
    ],
    mustDeny: [
      onS3(granted, "GetObject", "any/a.csv", { bucket: `${BUCKET}-old` }),
      onS3(granted, "PutObject", "any/a.csv"),
    ],
  },
  {
    name: "govcloud",
    draft: draft({
      owner: { ...PLAIN, region: "us-gov-east-1" },
      consumer: { principals: [ROLE_ARN.replace("arn:aws:", "arn:aws-us-gov:")] },
    }),
    mustAllow: [
      onInstance(roleSession("analytics-app", { partition: "aws-us-gov" }), "GetDataAccess", {
        region: "us-gov-east-1",
        partition: "aws-us-gov",
      }),
      assumed({
        role: LOCATION_ROLE.replace("arn:aws:", "arn:aws-us-gov:"),
        source: instanceArn("us-gov-east-1", "aws-us-gov"),
      }),
      onS3(
        session({
          partition: "aws-us-gov",
          instance: instanceArn("us-gov-east-1", "aws-us-gov"),
        }),
        "GetObject",
        "reports/a.csv",
        { partition: "aws-us-gov" },
      ),
    ],
    mustDeny: [
      assumed({ role: LOCATION_ROLE.replace("arn:aws:", "arn:aws-us-gov:") }),
      onInstance(roleSession("analytics-app", { partition: "aws-us-gov" }), "GetDataAccess", {
        region: "us-gov-west-1",
        partition: "aws-us-gov",
      }),
    ],
  },
  {
    name: "many-prefixes",
    draft: draft({ owner: { ...PLAIN, account: ACCOUNT_A, locations: manyPrefixes } }),
    mustAllow: [
      ...asking,
      assumed(),
      ...["000", "074", "075", "149"].flatMap((number) => [
        listing(granted, `customers/customer-${number}/exports/`),
        onS3(granted, "GetObject", `customers/customer-${number}/exports/a.csv`),
      ]),
    ],
    mustDeny: [
      listing(granted, "customers/"),
      onS3(granted, "GetObject", "customers/customer-150/exports/a.csv"),
    ],
  },
];
