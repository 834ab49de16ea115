import type { MethodCase } from "#core/methods/method.ts";
import {
  exampleDraft,
  iamUser,
  listing,
  location,
  onKey,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";

const METHOD = "bucket-policy";
const app = roleSession("analytics-app");
const read = (context: { readonly [key: string]: string }) =>
  onS3(app, "GetObject", "reports/a.csv", { context });

export const guardrailCases: readonly MethodCase[] = [
  {
    name: "tls-and-organization",
    draft: exampleDraft(METHOD, {
      guardrails: { tlsOnly: true, minTlsVersion: "1.2", organizationId: "o-a1b2c3d4e5" },
    }),
    mustAllow: [
      read({ "aws:PrincipalOrgID": "o-a1b2c3d4e5" }),
      onKey(app, "Decrypt", { context: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
    ],
    mustDeny: [
      read({ "aws:PrincipalOrgID": "o-zzzzzzzzzz" }),
      read({}),
      read({ "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SecureTransport": "false" }),
      read({ "aws:PrincipalOrgID": "o-a1b2c3d4e5", "s3:TlsVersion": "1.1" }),
    ],
  },
  {
    name: "endpoints-or-addresses",
    draft: exampleDraft(METHOD, {
      guardrails: {
        tlsOnly: false,
        vpcEndpoints: ["vpce-0123456789abcdef0", "vpce-0fedcba9876543210"],
        sourceCidrs: ["198.51.100.0/24"],
      },
    }),
    mustAllow: [
      onS3(app, "GetObject", "reports/a.csv", {
        context: { "aws:SourceVpce": "vpce-0fedcba9876543210" },
        without: ["aws:SourceIp"],
      }),
      read({ "aws:SourceIp": "198.51.100.7" }),
      listing(app, "reports/", { context: { "aws:SourceIp": "198.51.100.7" } }),
      onKey(app, "Decrypt"),
    ],
    mustDeny: [
      read({ "aws:SourceIp": "203.0.113.10" }),
      onS3(app, "GetObject", "reports/a.csv", {
        context: { "aws:SourceVpce": "vpce-aaaaaaaaaaaaaaaaa" },
        without: ["aws:SourceIp"],
      }),
      onS3(app, "GetObject", "reports/a.csv", { without: ["aws:SourceIp"] }),
    ],
  },
  {
    name: "one-endpoint",
    draft: exampleDraft(METHOD, {
      owner: { buckets: [], locations: [location("reports/", ["list", "read", "write"])] },
      guardrails: { vpcEndpoints: ["vpce-0123456789abcdef0"] },
    }),
    mustAllow: [
      onS3(app, "PutObject", "reports/a.csv", {
        context: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
        without: ["aws:SourceIp"],
      }),
    ],
    mustDeny: [onS3(app, "PutObject", "reports/a.csv"), listing(app, "reports/")],
  },
  {
    name: "mfa-and-end-date",
    draft: exampleDraft(METHOD, {
      consumer: { principals: ["arn:aws:iam::444455556666:user/alice", ROLE_ARN] },
      guardrails: { mfa: true, validUntil: "2027-01-31" },
    }),
    mustAllow: [
      onS3(iamUser("alice"), "GetObject", "reports/a.csv", {
        context: {
          "aws:MultiFactorAuthPresent": "true",
          "aws:CurrentTime": "2027-01-30T23:59:59Z",
        },
      }),
      onKey(iamUser("alice"), "Decrypt"),
    ],
    mustDeny: [
      onS3(iamUser("alice"), "GetObject", "reports/a.csv"),
      onS3(iamUser("alice"), "GetObject", "reports/a.csv", {
        context: { "aws:MultiFactorAuthPresent": "false" },
      }),
      onS3(iamUser("alice"), "GetObject", "reports/a.csv", {
        context: {
          "aws:MultiFactorAuthPresent": "true",
          "aws:CurrentTime": "2027-01-31T00:00:00Z",
        },
      }),
      onKey(iamUser("alice"), "Decrypt", {
        context: { "aws:CurrentTime": "2027-01-31T00:00:00Z" },
      }),
    ],
  },
];
