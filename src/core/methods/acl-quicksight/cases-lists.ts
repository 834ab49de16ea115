import type { MethodCase } from "#core/methods/method.ts";
import {
  BUCKET,
  KEY_ARN,
  listing,
  location,
  onKey,
  onS3,
  roleSession,
} from "#core/parameters/running-example.ts";
import {
  CONSUMERS_ROLE,
  consumers,
  FILE,
  listDraft,
  reader,
  SECOND_FILE,
  SERVICE_ROLE,
} from "./reports.ts";

const PLAIN = { buckets: [] };
const enabled = (ownership: string) => ({
  buckets: [{ bucket: BUCKET, encryption: "sse-s3", ownership }],
});
const stranger = roleSession(SERVICE_ROLE, { account: "777788889999", path: "/service-role/" });

/** By access control lists: account B as a whole is let in, so its own policies decide who. */
export const listCases: readonly MethodCase[] = [
  {
    name: "lists",
    draft: listDraft({ owner: PLAIN }),
    mustAllow: [
      listing(reader, undefined),
      listing(reader, "other/"),
      onS3(reader, "GetObject", FILE),
      onS3(reader, "GetObject", SECOND_FILE),
    ],
    mustDeny: [
      onS3(reader, "GetObject", "reports/2026/03.csv"),
      onS3(reader, "GetObject", `${FILE}-old`),
      onS3(reader, "PutObject", FILE),
      onS3(reader, "PutObject", "reports/new.csv"),
      onS3(reader, "DeleteObject", FILE),
      onS3(reader, "GetObjectAcl", FILE),
      onS3(reader, "PutObjectAcl", FILE),
      onS3(reader, "PutBucketAcl"),
      onS3(reader, "GetBucketLocation"),
      onS3(stranger, "GetObject", FILE),
      onS3(reader, "GetObject", FILE, { context: { "aws:SecureTransport": "false" } }),
    ],
  },
  {
    name: "lists-with-sse-kms",
    draft: listDraft(),
    mustAllow: [
      listing(reader, undefined),
      onS3(reader, "GetObject", FILE),
      onS3(reader, "GetObjectVersion", FILE),
      onKey(reader, "Decrypt"),
    ],
    mustDeny: [
      onKey(reader, "GenerateDataKey"),
      onKey(reader, "Decrypt", { via: "" }),
      onKey(consumers, "Decrypt"),
      onKey(reader, "Decrypt", { keyArn: KEY_ARN.replace("1234567890ab", "1234567890ff") }),
      onS3(reader, "GetObject", "a.csv"),
      onS3(reader, "GetObject", FILE, { context: { "aws:SecureTransport": "false" } }),
    ],
  },
  {
    name: "lists-where-acls-are-on",
    draft: listDraft({
      owner: enabled("BucketOwnerPreferred"),
      guardrails: { tlsOnly: false },
      settings: { serviceRoles: [SERVICE_ROLE, CONSUMERS_ROLE] },
    }),
    mustAllow: [
      listing(reader, undefined),
      onS3(reader, "GetObject", FILE),
      onS3(consumers, "GetObject", FILE),
    ],
    mustDeny: [onS3(reader, "GetObject", "reports/new.csv"), onS3(reader, "PutObject", FILE)],
  },
  {
    name: "lists-in-two-buckets",
    draft: listDraft({
      owner: {
        buckets: [{ bucket: "acme-archive", encryption: "sse-s3", ownership: "ObjectWriter" }],
        locations: [
          location("reports/", ["list", "read"]),
          location("", ["list", "read"], "acme-archive"),
        ],
      },
      guardrails: { organizationId: "o-a1b2c3d4e5" },
      settings: { files: [`s3://${BUCKET}/${FILE}`, "s3://acme-archive/2025/$all?.csv"] },
    }),
    mustAllow: [
      onS3(reader, "GetObject", FILE, { context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      onS3(reader, "GetObject", "2025/$all?.csv", {
        bucket: "acme-archive",
        context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      }),
      listing(reader, undefined, { context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      listing(reader, undefined, {
        bucket: "acme-archive",
        context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      }),
    ],
    mustDeny: [
      onS3(reader, "GetObject", FILE),
      onS3(reader, "GetObject", "2025/$all?.csv", { bucket: "acme-archive" }),
      onS3(reader, "GetObject", "2025/$allX.csv", {
        bucket: "acme-archive",
        context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      }),
      onS3(reader, "GetObject", FILE, {
        bucket: "acme-archive",
        context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      }),
    ],
  },
];
