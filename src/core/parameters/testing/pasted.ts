import type { Draft } from "#core/parameters/parameter.ts";

export const A = "111122223333";
export const B = "444455556666";
export const ROLE = `arn:aws:iam::${B}:role/analytics-app`;
export const SESSION = `arn:aws:sts::${B}:assumed-role/analytics-app/i-0123456789abcdef0`;
export const SSO_ROLE = `arn:aws:iam::${B}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Analyst_0123456789abcdef`;
export const SSO_SESSION = `arn:aws:sts::${B}:assumed-role/AWSReservedSSO_Analyst_0123456789abcdef/alice@example.com`;
export const SSO_PATTERN = `arn:aws:iam::${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_????????????????`;
export const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
export const KEY = `arn:aws:kms:eu-west-1:${A}:key/${KEY_ID}`;

export const PATH_IS_LOST =
  "An assumed-role ARN does not contain the role's path: if analytics-app has a path, add it before the name.";
export const ALL_SESSIONS =
  "All sessions of the role are let in. To let in only the session i-0123456789abcdef0, type its ARN instead of pasting it.";
export const SSO_CHANGES =
  "This is an IAM Identity Center role: its name changes when the permission set is provisioned again, so the pattern of permission set Analyst is used.";
export const ACCOUNT_B_SET = `Account ID of account B is set to ${B} as well.`;

export interface Filled {
  readonly owner?: Draft["owner"];
  readonly consumer?: Draft["consumer"];
}

/** A method's draft holds every parameter. */
export function draftWith({ owner, consumer }: Filled = {}): Draft {
  return {
    method: "example",
    owner: { account: "", region: "", locations: [], buckets: [], profile: "", ...owner },
    consumer: { account: "", principals: [], ...consumer },
    guardrails: {},
    settings: {},
  };
}

export function caller(arn: string): string {
  return JSON.stringify({ UserId: "AROAEXAMPLE:x", Account: B, Arn: arn }, null, 4);
}

export const one = (id: string, value: unknown) => ({ id, value });
