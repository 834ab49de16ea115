import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  exampleDraft,
  iamUser,
  listing,
  onRole,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";

const METHOD = "assume-role";
const SHARED_ROLE = `arn:aws:iam::${ACCOUNT_A}:role/AcmeShareReader`;
const app = roleSession("analytics-app");
const alice = iamUser("alice");
const reader = roleSession("AcmeShareReader", { account: ACCOUNT_A, session: "s3-share" });
const settings = { roleName: "AcmeShareReader" };
const owner = { buckets: [] };
const SSO = "/aws-reserved/sso.amazonaws.com/";
const read = onS3(reader, "GetObject", "reports/a.csv");

const principalCases: readonly MethodCase[] = [
  {
    name: "whole-account",
    draft: exampleDraft(METHOD, {
      owner,
      consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:root`] },
      settings,
    }),
    mustAllow: [onRole(roleSession("anyone"), SHARED_ROLE), onRole(alice, SHARED_ROLE), read],
    mustDeny: [onRole(roleSession("anyone", { account: "777788889999" }), SHARED_ROLE)],
  },
  {
    name: "permission-set-user-and-session",
    draft: exampleDraft(METHOD, {
      owner,
      consumer: {
        principals: [
          `arn:aws:iam::${ACCOUNT_B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_????????????????`,
          `arn:aws:iam::${ACCOUNT_B}:user/alice`,
          `arn:aws:sts::${ACCOUNT_B}:assumed-role/analytics-app/nightly`,
        ],
      },
      settings: { ...settings, sourceIdentity: true },
    }),
    mustAllow: [
      onRole(roleSession("AWSReservedSSO_Analyst_0123456789abcdef", { path: SSO }), SHARED_ROLE),
      onRole(alice, SHARED_ROLE),
      onRole(alice, SHARED_ROLE, { "sts:SourceIdentity": "alice" }, "SetSourceIdentity"),
      onRole(roleSession("analytics-app", { session: "nightly" }), SHARED_ROLE),
      read,
    ],
    mustDeny: [
      onRole(roleSession("AWSReservedSSO_Other_0123456789abcdef", { path: SSO }), SHARED_ROLE),
      onRole(iamUser("bob"), SHARED_ROLE),
      onRole(roleSession("analytics-app", { session: "adhoc" }), SHARED_ROLE),
    ],
  },
  {
    name: "third-party",
    draft: exampleDraft(METHOD, {
      owner,
      settings: { ...settings, thirdParty: true, externalId: "vendor:acme/7f3c9b52" },
    }),
    mustAllow: [onRole(app, SHARED_ROLE, { "sts:ExternalId": "vendor:acme/7f3c9b52" }), read],
    mustDeny: [
      onRole(app, SHARED_ROLE),
      onRole(app, SHARED_ROLE, { "sts:ExternalId": "vendor:other/11111111" }),
      onRole(app, SHARED_ROLE, { "sts:ExternalId": "*" }),
    ],
  },
];

const guardrailCases: readonly MethodCase[] = [
  {
    name: "organization-and-mfa",
    draft: exampleDraft(METHOD, {
      owner,
      consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`] },
      guardrails: { organizationId: "o-a1b2c3d4e5", mfa: true },
      settings: { ...settings, mfaSerial: `arn:aws:iam::${ACCOUNT_B}:mfa/alice` },
    }),
    mustAllow: [
      onRole(alice, SHARED_ROLE, {
        "aws:PrincipalOrgID": "o-a1b2c3d4e5",
        "aws:MultiFactorAuthPresent": "true",
      }),
      read,
    ],
    mustDeny: [
      onRole(alice, SHARED_ROLE, { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }),
      onRole(alice, SHARED_ROLE, {
        "aws:PrincipalOrgID": "o-zzzzzzzzzz",
        "aws:MultiFactorAuthPresent": "true",
      }),
      onRole(alice, SHARED_ROLE, { "aws:MultiFactorAuthPresent": "true" }),
    ],
  },
  {
    name: "network-tls-and-end-date",
    draft: exampleDraft(METHOD, {
      owner,
      guardrails: {
        minTlsVersion: "1.2",
        vpcEndpoints: ["vpce-0123456789abcdef0"],
        sourceCidrs: ["198.51.100.0/24", "2001:db8:1234::/48"],
        validUntil: "2027-01-31",
      },
      settings,
    }),
    mustAllow: [
      onRole(app, SHARED_ROLE),
      onS3(reader, "GetObject", "reports/a.csv", {
        context: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
        without: ["aws:SourceIp"],
      }),
      listing(reader, "reports/", { context: { "aws:SourceIp": "2001:db8:1234::1" } }),
    ],
    mustDeny: [
      read,
      onRole(app, SHARED_ROLE, { "aws:CurrentTime": "2027-01-31T00:00:00Z" }),
      onS3(reader, "GetObject", "reports/a.csv", {
        context: {
          "aws:SourceIp": "198.51.100.7",
          "aws:CurrentTime": "2027-01-31T00:00:00Z",
        },
      }),
      onS3(reader, "GetObject", "reports/a.csv", {
        context: { "aws:SourceIp": "198.51.100.7", "s3:TlsVersion": "1.1" },
      }),
      onS3(reader, "GetObject", "reports/a.csv", {
        context: { "aws:SourceIp": "198.51.100.7", "aws:SecureTransport": "false" },
      }),
    ],
  },
  {
    name: "long-sessions",
    draft: exampleDraft(METHOD, {
      owner,
      consumer: { principals: [ROLE_ARN], appProfile: "b-app" },
      settings: { ...settings, sessionSeconds: "14400", sessionName: "analytics-app" },
    }),
    mustAllow: [onRole(app, SHARED_ROLE), read],
    mustDeny: [onRole(roleSession("other-app"), SHARED_ROLE)],
  },
];

export const trustCases: readonly MethodCase[] = [...principalCases, ...guardrailCases];
