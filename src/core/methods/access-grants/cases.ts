import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  BUCKET,
  iamUser,
  listing,
  location,
  onInstance,
  onKey,
  onRole,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";
import { placeCases } from "./cases-places.ts";
import { app, assumed, DISCOVERY, draft, LOCATION_ROLE, PLAIN, session } from "./cases-world.ts";

const granted = session();
const asking = DISCOVERY.map((action) => onInstance(app, action));

const accessCases: readonly MethodCase[] = [
  {
    name: "running-example",
    draft: draft(),
    mustAllow: [
      ...asking,
      assumed(),
      listing(granted, "reports/"),
      onS3(granted, "GetObject", "reports/2026/01.csv"),
      onS3(granted, "GetObjectVersion", "reports/2026/01.csv"),
      onKey(granted, "Decrypt"),
    ],
    mustDeny: [
      onInstance(app, "ListAccessGrants"),
      onInstance(app, "CreateAccessGrant"),
      onInstance(app, "GetDataAccess", { region: "us-east-1" }),
      onInstance(roleSession("analytics-app", { account: "777788889999" }), "GetDataAccess"),
      onRole(app, LOCATION_ROLE),
      onRole(app, LOCATION_ROLE, {
        "aws:SourceAccount": ACCOUNT_A,
        "aws:SourceArn": `arn:aws:s3:eu-west-1:${ACCOUNT_A}:access-grants/default`,
      }),
      assumed({ source: `arn:aws:s3:us-east-1:${ACCOUNT_A}:access-grants/default` }),
      assumed({ source: `arn:aws:s3::${ACCOUNT_A}:access-grants/default` }),
      assumed({
        source: "arn:aws:s3:eu-west-1:777788889999:access-grants/default",
        account: "777788889999",
      }),
      assumed({ action: "SetContext" }),
      assumed({ action: "TagSession" }),
      listing(granted, undefined),
      listing(granted, "reports-old/"),
      onS3(granted, "GetObject", "other/secret.csv"),
      onS3(granted, "PutObject", "reports/a.csv"),
      onS3(granted, "DeleteObject", "reports/a.csv"),
      onS3(granted, "GetObjectAcl", "reports/a.csv"),
      onS3(session({ instance: "" }), "GetObject", "reports/a.csv"),
      onS3(granted, "GetObject", "reports/a.csv", {
        context: { "aws:ResourceAccount": "777788889999" },
      }),
      onKey(granted, "GenerateDataKey"),
      onKey(granted, "Decrypt", { via: "" }),
      onS3(app, "GetObject", "reports/a.csv"),
    ],
  },
  {
    name: "read-write-delete",
    draft: draft({
      owner: { locations: [location("reports/", ["list", "read", "write", "delete"])] },
    }),
    mustAllow: [
      ...asking,
      assumed(),
      onS3(granted, "PutObject", "reports/a.csv"),
      onS3(granted, "DeleteObject", "reports/a.csv"),
      onKey(granted, "Decrypt"),
      onKey(granted, "GenerateDataKey"),
    ],
    mustDeny: [
      onS3(granted, "PutObject", "other/a.csv"),
      onS3(granted, "DeleteObjectVersion", "reports/a.csv"),
      onS3(granted, "PutObjectAcl", "reports/a.csv"),
      onS3(granted, "PutBucketPolicy"),
    ],
  },
  {
    name: "drop-box",
    draft: draft({ owner: { ...PLAIN, locations: [location("inbox/", ["write"])] } }),
    mustAllow: [...asking, assumed(), onS3(granted, "PutObject", "inbox/a.csv")],
    mustDeny: [
      listing(granted, "inbox/"),
      onS3(granted, "GetObject", "inbox/a.csv"),
      onS3(granted, "DeleteObject", "inbox/a.csv"),
    ],
  },
  {
    name: "read-without-list",
    draft: draft({ owner: { ...PLAIN, locations: [location("reports/", ["read"])] } }),
    mustAllow: [...asking, assumed(), onS3(granted, "GetObject", "reports/a.csv")],
    mustDeny: [listing(granted, "reports/"), onS3(granted, "PutObject", "reports/a.csv")],
  },
  {
    name: "users-and-roles-with-paths",
    draft: draft({
      owner: PLAIN,
      consumer: {
        principals: [
          ROLE_ARN,
          `arn:aws:iam::${ACCOUNT_B}:role/apps/etl/loader`,
          `arn:aws:iam::${ACCOUNT_B}:user/people/alice`,
        ],
      },
      settings: { rolePath: "/sharing/" },
    }),
    mustAllow: [
      ...asking,
      assumed({ role: LOCATION_ROLE.replace(":role/", ":role/sharing/") }),
      onInstance(roleSession("loader", { path: "/apps/etl/" }), "GetDataAccess"),
      onInstance(iamUser("alice", "/people/"), "GetDataAccess"),
      onS3(session({ path: "/sharing/" }), "GetObject", "reports/a.csv"),
    ],
    mustDeny: [
      onInstance(iamUser("alice", "/people/", "777788889999"), "GetDataAccess"),
      onS3(iamUser("alice", "/people/"), "GetObject", "reports/a.csv"),
    ],
  },
  {
    name: "shared-through-ram",
    draft: draft({ owner: PLAIN, settings: { sharing: "ram", shareName: "acme-access-grants" } }),
    instanceSharedThroughRam: true,
    mustAllow: [
      ...asking,
      {
        ...onInstance(app, "ListAccessGrantsInstances"),
        resourceArn: "*",
        resourceAccount: ACCOUNT_B,
      },
      assumed(),
      onS3(granted, "GetObject", "reports/a.csv"),
    ],
    mustDeny: [
      onInstance(app, "ListAccessGrants"),
      onInstance(roleSession("analytics-app", { account: "777788889999" }), "GetDataAccess"),
    ],
  },
  {
    name: "shared-inside-an-organization",
    draft: draft({
      owner: PLAIN,
      settings: {
        sharing: "ram",
        sameOrganization: true,
        instances: [{ region: "eu-west-1", state: "existing" }],
      },
    }),
    instanceSharedThroughRam: true,
    mustAllow: [...asking, assumed(), onS3(granted, "GetObject", "reports/a.csv")],
    mustDeny: [onS3(granted, "PutObject", "reports/a.csv")],
  },
  {
    name: "directory-identities",
    draft: draft({
      owner: PLAIN,
      settings: {
        identityCenterArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef",
        directoryUsers: ["1234abcd-12ab-34cd-56ef-1234567890ab"],
        directoryGroups: ["9876fedc-98fe-76dc-54ba-0987654321fe"],
      },
    }),
    mustAllow: [
      ...asking,
      assumed(),
      assumed({
        action: "SetContext",
        context: {
          "sts:RequestContextProviders": ["arn:aws:iam::aws:contextProvider/IdentityCenter"],
        },
      }),
      onS3(granted, "GetObject", "reports/a.csv"),
    ],
    mustDeny: [
      assumed({
        action: "SetContext",
        context: { "sts:RequestContextProviders": ["arn:aws:iam::aws:contextProvider/Other"] },
      }),
    ],
  },
  {
    name: "key-policy-names-role",
    draft: draft({ settings: { keyPolicy: "names-role" } }),
    keyPolicyNamesNobody: true,
    mustAllow: [
      ...asking,
      assumed(),
      onS3(granted, "GetObject", "reports/a.csv"),
      onKey(granted, "Decrypt"),
    ],
    mustDeny: [
      onKey(granted, "GenerateDataKey"),
      onKey(granted, "Decrypt", { via: "" }),
      onKey(app, "Decrypt"),
    ],
  },
  {
    name: "aws-managed-key",
    draft: draft({ owner: { buckets: [{ bucket: BUCKET, encryption: "aws-managed-key" }] } }),
    mustAllow: [...asking, assumed(), onS3(granted, "GetObject", "reports/a.csv")],
    mustDeny: [onKey(granted, "Decrypt")],
  },
  {
    name: "guardrails",
    draft: draft({
      owner: PLAIN,
      guardrails: {
        tlsOnly: true,
        minTlsVersion: "1.2",
        vpcEndpoints: ["vpce-0123456789abcdef0"],
        sourceCidrs: ["198.51.100.0/24"],
        validUntil: "2027-01-31",
      },
      settings: { sessionSeconds: "900" },
    }),
    mustAllow: [
      ...asking,
      assumed(),
      onS3(granted, "GetObject", "reports/a.csv", { context: { "aws:SourceIp": "198.51.100.7" } }),
      onS3(granted, "GetObject", "reports/a.csv", {
        context: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
        without: ["aws:SourceIp"],
      }),
    ],
    mustDeny: [
      onS3(granted, "GetObject", "reports/a.csv"),
      onS3(granted, "GetObject", "reports/a.csv", {
        context: { "aws:SourceIp": "198.51.100.7", "aws:SecureTransport": "false" },
      }),
      onS3(granted, "GetObject", "reports/a.csv", {
        context: { "aws:SourceIp": "198.51.100.7", "s3:TlsVersion": "1.1" },
      }),
      onS3(granted, "GetObject", "reports/a.csv", {
        context: { "aws:SourceIp": "198.51.100.7", "aws:CurrentTime": "2027-01-31T00:00:00Z" },
      }),
    ],
  },
];

export const cases: readonly MethodCase[] = [...accessCases, ...placeCases];
