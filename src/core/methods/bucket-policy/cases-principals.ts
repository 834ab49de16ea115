import type { MethodCase } from "#core/methods/method.ts";
import {
  ACCOUNT_B,
  exampleDraft,
  iamUser,
  listing,
  onKey,
  onS3,
  ROLE_ARN,
  roleSession,
} from "#core/parameters/running-example.ts";

const METHOD = "bucket-policy";
const SSO = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
const analyst = roleSession("AWSReservedSSO_Analyst_0123456789abcdef", { path: SSO });
const reprovisioned = roleSession("AWSReservedSSO_Analyst_fedcba9876543210", {
  path: "/aws-reserved/sso.amazonaws.com/",
});
const analystAdmin = roleSession("AWSReservedSSO_Analyst_Admin_0123456789abcdef", { path: SSO });
const ANALYST_SET = `arn:aws:iam::${ACCOUNT_B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_????????????????`;

export const principalCases: readonly MethodCase[] = [
  {
    name: "whole-account",
    draft: exampleDraft(METHOD, {
      consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:root`] },
    }),
    mustAllow: [
      onS3(roleSession("anyone"), "GetObject", "reports/a.csv"),
      listing(iamUser("alice"), "reports/"),
      onKey(roleSession("anyone"), "Decrypt"),
    ],
    mustDeny: [
      onS3(roleSession("anyone", { account: "777788889999" }), "GetObject", "reports/a.csv"),
      onS3(roleSession("anyone"), "PutObject", "reports/a.csv"),
    ],
  },
  {
    name: "permission-set-and-role",
    draft: exampleDraft(METHOD, { consumer: { principals: [ANALYST_SET, ROLE_ARN] } }),
    mustAllow: [
      onS3(analyst, "GetObject", "reports/a.csv"),
      onS3(reprovisioned, "GetObject", "reports/a.csv"),
      listing(analyst, "reports/"),
      onKey(analyst, "Decrypt"),
      onS3(roleSession("analytics-app"), "GetObject", "reports/a.csv"),
      onKey(roleSession("analytics-app"), "Decrypt"),
    ],
    mustDeny: [
      onS3(analystAdmin, "GetObject", "reports/a.csv"),
      onS3(roleSession("other-app"), "GetObject", "reports/a.csv"),
      onKey(roleSession("other-app"), "Decrypt"),
      onS3(roleSession("AWSReservedSSO_Analyst_0123456789abcdef"), "GetObject", "reports/a.csv"),
    ],
  },
  {
    name: "one-session",
    draft: exampleDraft(METHOD, {
      consumer: {
        principals: [`arn:aws:sts::${ACCOUNT_B}:assumed-role/analytics-app/nightly`],
      },
    }),
    mustAllow: [
      onS3(roleSession("analytics-app", { session: "nightly" }), "GetObject", "reports/a.csv"),
      onKey(roleSession("analytics-app", { session: "nightly" }), "Decrypt"),
    ],
    mustDeny: [
      onS3(roleSession("analytics-app", { session: "adhoc" }), "GetObject", "reports/a.csv"),
      onKey(roleSession("analytics-app", { session: "adhoc" }), "Decrypt"),
    ],
  },
  {
    name: "user-and-role-with-path",
    draft: exampleDraft(METHOD, {
      consumer: {
        principals: [
          `arn:aws:iam::${ACCOUNT_B}:user/staff/alice`,
          `arn:aws:iam::${ACCOUNT_B}:role/apps/etl/loader`,
        ],
      },
    }),
    mustAllow: [
      onS3(iamUser("alice", "/staff/"), "GetObject", "reports/a.csv"),
      onS3(roleSession("loader", { path: "/apps/etl/" }), "GetObject", "reports/a.csv"),
      onKey(iamUser("alice", "/staff/"), "Decrypt"),
    ],
    mustDeny: [onS3(iamUser("alice"), "GetObject", "reports/a.csv")],
  },
];
