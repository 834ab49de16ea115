import type { CaseRequest } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import {
  ACCOUNT_A,
  type Caller,
  exampleDraft,
  roleSession,
} from "#core/parameters/running-example.ts";

const SERVICE = "access-grants.s3.amazonaws.com";
const ROLE_NAME = "AcmeAccessGrantsLocation";
export const LOCATION_ROLE = `arn:aws:iam::${ACCOUNT_A}:role/${ROLE_NAME}`;
export const PLAIN = { buckets: [] };
/** What account B's policy and the instance's let it ask. */
export const DISCOVERY = [
  "GetDataAccess",
  "ListCallerAccessGrants",
  "GetAccessGrantsInstanceForPrefix",
];
export const app = roleSession("analytics-app");

export function draft(changes: NonNullable<Parameters<typeof exampleDraft>[1]> = {}): Draft {
  return exampleDraft("access-grants", {
    ...changes,
    settings: { roleName: ROLE_NAME, ...changes.settings },
  });
}

export const instanceArn = (region = "eu-west-1", partition = "aws"): string =>
  `arn:${partition}:s3:${region}:${ACCOUNT_A}:access-grants/default`;

/** A session of the location's role, as S3 Access Grants make it; of no instance with "". */
export function session(
  options: { readonly instance?: string; readonly path?: string; readonly partition?: string } = {},
): Caller {
  const { partition = "aws", path = "/", instance = instanceArn() } = options;
  const caller = roleSession(ROLE_NAME, {
    account: ACCOUNT_A,
    session: "access-grants",
    path,
    partition,
  });
  const context =
    instance === ""
      ? caller.context
      : { ...caller.context, "s3:AccessGrantsInstanceArn": instance };
  return { ...caller, context };
}

/** S3 Access Grants assume the role of a location. */
export function assumed(
  options: {
    readonly action?: string;
    readonly role?: string;
    readonly source?: string;
    readonly account?: string;
    readonly context?: CaseRequest["context"];
  } = {},
): CaseRequest {
  const { role = LOCATION_ROLE, source = instanceArn(), account = ACCOUNT_A } = options;
  return {
    principalArn: SERVICE,
    action: `sts:${options.action ?? "AssumeRole"}`,
    resourceArn: role,
    resourceAccount: ACCOUNT_A,
    context: {
      "aws:CurrentTime": "2026-11-21T12:00:00Z",
      "aws:SourceAccount": account,
      "aws:SourceArn": source,
      ...options.context,
    },
  };
}
