import type { CaseRequest } from "#core/methods/method.ts";
import type { Draft, RawRow, RawValue } from "./parameter.ts";

/** The accounts, bucket, key and role that every example and case is about. */
export const ACCOUNT_A = "111122223333";
export const ACCOUNT_B = "444455556666";
export const BUCKET = "acme-share-data";
export const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT_A}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT_B}:role/analytics-app`;

/** Canonical user IDs of the two accounts, made up. */
export const CANONICAL_A = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
export const CANONICAL_B = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

type Values = { readonly [name: string]: RawValue };

/** Reading and listing `s3://acme-share-data/reports/`, encrypted with SSE-KMS, by one role. */
export function exampleDraft(
  method: string,
  changes: {
    readonly owner?: Values;
    readonly consumer?: Values;
    readonly guardrails?: Values;
    readonly settings?: Values;
  } = {},
): Draft {
  return {
    method,
    owner: {
      account: ACCOUNT_A,
      region: "eu-west-1",
      locations: [location("reports/", ["list", "read"])],
      buckets: [{ bucket: BUCKET, encryption: "sse-kms", keyArn: KEY_ARN, versioned: true }],
      ...changes.owner,
    },
    consumer: { account: ACCOUNT_B, principals: [ROLE_ARN], ...changes.consumer },
    guardrails: { ...changes.guardrails },
    settings: { ...changes.settings },
  };
}

export function location(
  prefix: string,
  access: readonly string[],
  bucket: string = BUCKET,
): RawRow {
  return { bucket, prefix, access };
}

type Context = CaseRequest["context"];

/** Who calls, and what AWS says about the caller in every request. */
export interface Caller {
  readonly principalArn: string;
  readonly context: Context;
}

/** A session of a role; `path` as in the role's ARN. */
export function roleSession(
  name: string,
  options: {
    readonly account?: string;
    readonly path?: string;
    readonly session?: string;
    readonly partition?: string;
  } = {},
): Caller {
  const { account = ACCOUNT_B, path = "/", session = "run-1", partition = "aws" } = options;
  return {
    principalArn: `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`,
    context: {
      "aws:PrincipalArn": `arn:${partition}:iam::${account}:role${path}${name}`,
      "aws:PrincipalAccount": account,
      "aws:PrincipalIsAWSService": "false",
    },
  };
}

export function iamUser(name: string, path = "/", account = ACCOUNT_B, partition = "aws"): Caller {
  const arn = `arn:${partition}:iam::${account}:user${path}${name}`;
  return {
    principalArn: arn,
    context: {
      "aws:PrincipalArn": arn,
      "aws:PrincipalAccount": account,
      "aws:PrincipalIsAWSService": "false",
    },
  };
}

/** Known of every request, unless a case says otherwise. */
const USUAL: Context = {
  "aws:SecureTransport": "true",
  "s3:TlsVersion": "1.3",
  "aws:SourceIp": "203.0.113.10",
  "aws:ViaAWSService": "false",
  "aws:CurrentTime": "2026-11-21T12:00:00Z",
};

/** A request to a bucket or an object of account A, e.g. `GetObject` on `reports/a.csv`. */
export function onS3(
  caller: Caller,
  action: string,
  key = "",
  options: {
    readonly context?: Context;
    readonly without?: readonly string[];
    readonly bucket?: string;
    readonly partition?: string;
  } = {},
): CaseRequest {
  const { context = {}, without = [], bucket = BUCKET, partition = "aws" } = options;
  const all = {
    ...USUAL,
    ...caller.context,
    "aws:ResourceAccount": ACCOUNT_A,
    "s3:ResourceAccount": ACCOUNT_A,
    ...context,
  };
  return {
    principalArn: caller.principalArn,
    action: `s3:${action}`,
    resourceArn: `arn:${partition}:s3:::${bucket}${key === "" ? "" : `/${key}`}`,
    resourceAccount: ACCOUNT_A,
    context: Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name))),
  };
}

/** `ListBucket` with a prefix, as `aws s3 ls` and the console send it; undefined sends none. */
export function listing(
  caller: Caller,
  prefix: string | undefined,
  options: Parameters<typeof onS3>[3] & { readonly delimiter?: string } = {},
): CaseRequest {
  const { delimiter, context, ...others } = options;
  return onS3(caller, "ListBucket", "", {
    ...others,
    context: {
      ...context,
      ...(prefix === undefined ? {} : { "s3:prefix": prefix }),
      ...(delimiter === undefined ? {} : { "s3:delimiter": delimiter }),
    },
  });
}

/** What S3 asks of the key for the caller; without `via` the caller asks KMS itself. */
export function onKey(
  caller: Caller,
  action: string,
  options: { readonly keyArn?: string; readonly via?: string; readonly context?: Context } = {},
): CaseRequest {
  const { keyArn = KEY_ARN, via = "s3.eu-west-1.amazonaws.com", context = {} } = options;
  return {
    principalArn: caller.principalArn,
    action: `kms:${action}`,
    resourceArn: keyArn,
    resourceAccount: ACCOUNT_A,
    context: {
      ...caller.context,
      "aws:SecureTransport": "true",
      "aws:CurrentTime": "2026-11-21T12:00:00Z",
      "aws:ViaAWSService": String(via !== ""),
      ...(via === "" ? {} : { "kms:ViaService": via }),
      ...context,
    },
  };
}

/** `sts:AssumeRole` on a role of account A. */
export function onRole(
  caller: Caller,
  roleArn: string,
  context: Context = {},
  action = "AssumeRole",
): CaseRequest {
  return {
    principalArn: caller.principalArn,
    action: `sts:${action}`,
    resourceArn: roleArn,
    resourceAccount: ACCOUNT_A,
    context: {
      "aws:CurrentTime": "2026-11-21T12:00:00Z",
      ...caller.context,
      ...context,
    },
  };
}

/** A question to account A's S3 Access Grants instance, e.g. `GetDataAccess`. */
export function onInstance(
  caller: Caller,
  action: string,
  options: { readonly region?: string; readonly partition?: string } = {},
): CaseRequest {
  const { region = "eu-west-1", partition = "aws" } = options;
  return {
    principalArn: caller.principalArn,
    action: `s3:${action}`,
    resourceArn: `arn:${partition}:s3:${region}:${ACCOUNT_A}:access-grants/default`,
    resourceAccount: ACCOUNT_A,
    context: { ...USUAL, ...caller.context },
  };
}
