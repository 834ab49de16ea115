import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  BUCKET,
  exampleDraft,
  KEY_ARN,
  listing,
  location,
  onKey,
  onS3,
  roleSession,
} from "#core/parameters/running-example.ts";

const METHOD = "bucket-policy";
const app = roleSession("analytics-app");
const other = roleSession("other-app");

/** No key to grant, so that a case is about S3 alone. */
const PLAIN = { buckets: [] };

/** A name that a policy would read as wildcard and variable, were it not escaped. */
const AWKWARD = `what?/$\{aws:username}/ü/`;

export const placeCases: readonly MethodCase[] = [
  {
    name: "whole-bucket",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, locations: [location("", ["list", "read"])] },
    }),
    mustAllow: [
      listing(app, undefined),
      listing(app, "anything/"),
      onS3(app, "GetObject", "anything/a.csv"),
    ],
    mustDeny: [
      onS3(app, "PutObject", "a.csv"),
      onS3(app, "GetObject", "a.csv", { bucket: `${BUCKET}-2` }),
      listing(other, undefined),
    ],
  },
  {
    name: "several-prefixes",
    draft: exampleDraft(METHOD, {
      owner: {
        ...PLAIN,
        locations: [
          location("reports/", ["list", "read"]),
          location("finance/2026/", ["list", "read"]),
          location("inbox/", ["write"]),
          location("reports/public/", ["read"]),
        ],
      },
    }),
    mustAllow: [
      listing(app, "reports/"),
      listing(app, "finance/2026/"),
      onS3(app, "GetObject", "finance/2026/a.csv"),
      onS3(app, "GetObject", "reports/public/a.csv"),
      onS3(app, "PutObject", "inbox/a.csv"),
    ],
    mustDeny: [
      listing(app, "inbox/"),
      listing(app, "finance/"),
      onS3(app, "GetObject", "inbox/a.csv"),
      onS3(app, "PutObject", "reports/a.csv"),
      onS3(app, "GetObject", "finance/2025/a.csv"),
    ],
  },
  {
    name: "several-buckets",
    draft: exampleDraft(METHOD, {
      owner: {
        locations: [
          location("reports/", ["list", "read"]),
          location("", ["list", "read"], "acme-public-figures"),
          location("inbox/", ["list", "write"], "acme-inbox"),
        ],
        buckets: [
          { bucket: BUCKET, encryption: "sse-kms", keyArn: KEY_ARN },
          { bucket: "acme-public-figures" },
          {
            bucket: "acme-inbox",
            encryption: "sse-kms",
            keyArn: `arn:aws:kms:eu-west-1:${ACCOUNT_A}:key/mrk-0123456789abcdef0123456789abcdef`,
          },
        ],
      },
    }),
    mustAllow: [
      listing(app, "reports/"),
      onS3(app, "GetObject", "reports/a.csv"),
      listing(app, undefined, { bucket: "acme-public-figures" }),
      onS3(app, "GetObject", "any.csv", { bucket: "acme-public-figures" }),
      listing(app, "inbox/", { bucket: "acme-inbox" }),
      onS3(app, "PutObject", "inbox/a.csv", { bucket: "acme-inbox" }),
      onKey(app, "Decrypt"),
      onKey(app, "GenerateDataKey", {
        keyArn: `arn:aws:kms:eu-west-1:${ACCOUNT_A}:key/mrk-0123456789abcdef0123456789abcdef`,
      }),
    ],
    mustDeny: [
      listing(app, undefined),
      listing(app, "inbox/"),
      listing(app, "reports/", { bucket: "acme-inbox" }),
      onS3(app, "GetObject", "inbox/a.csv", { bucket: "acme-inbox" }),
      onS3(app, "PutObject", "inbox/a.csv"),
      onKey(app, "GenerateDataKey"),
    ],
  },
  {
    name: "characters-with-a-meaning",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, locations: [location(AWKWARD, ["list", "read"])] },
    }),
    mustAllow: [listing(app, AWKWARD), onS3(app, "GetObject", `${AWKWARD}a.csv`)],
    mustDeny: [
      listing(app, AWKWARD.replace("?", "1")),
      onS3(app, "GetObject", `${AWKWARD.replace("?", "1")}a.csv`),
      onS3(app, "GetObject", "what?/analytics-app/ü/a.csv"),
    ],
  },
  {
    name: "console-access",
    draft: exampleDraft(METHOD, {
      owner: { ...PLAIN, locations: [location("finance/2026/", ["list", "read"])] },
      consumer: { consoleAccess: true },
    }),
    mustAllow: [
      listing(app, "", { delimiter: "/" }),
      listing(app, "finance/", { delimiter: "/" }),
      listing(app, "finance/2026/", { delimiter: "/" }),
      onS3(app, "GetObject", "finance/2026/a.csv"),
    ],
    mustDeny: [
      listing(app, ""),
      listing(app, "finance/"),
      listing(app, "finance/2025/", { delimiter: "/" }),
      onS3(app, "GetObject", "finance/a.csv"),
    ],
  },
];
