import type { GrantPermission } from "#core/aws/grant-permission.ts";
import type { AccessGrant } from "#core/plan/access-grants-operation.ts";
import {
  answering,
  type CliCommand,
  type CliOption,
  type CliValue,
  textOption,
} from "#core/render/command-line.ts";
import { type Caller, call } from "./caller.ts";

/** A call about the instance of an account, in the region of the instance. */
function s3control(
  caller: Caller,
  operation: string,
  at: { readonly region: string; readonly account?: string },
  ...options: readonly CliOption[]
): CliCommand {
  const account = at.account ?? caller.context.accounts.owner;
  const all = [textOption("--account-id", account), ...options];
  return call(caller, "s3control", operation, all, at.region);
}

interface At {
  readonly region: string;
}

/** ARN twice, as id and as name, and the instance of IAM Identity Center; `None` for no such instance. */
export const getInstance = (caller: Caller, at: At): CliCommand =>
  answering(
    s3control(caller, "get-access-grants-instance", at),
    "[AccessGrantsInstanceArn,AccessGrantsInstanceArn,IdentityCenterInstanceArn]",
  );

export const createInstance = (
  caller: Caller,
  at: At & { readonly identityCenterArn: string },
): CliCommand =>
  answering(
    s3control(
      caller,
      "create-access-grants-instance",
      at,
      ...(at.identityCenterArn === ""
        ? []
        : [textOption("--identity-center-arn", at.identityCenterArn)]),
    ),
    "AccessGrantsInstanceArn",
  );

export const deleteInstance = (caller: Caller, at: At): CliCommand =>
  s3control(caller, "delete-access-grants-instance", at);

export const dissociateIdentityCenter = (caller: Caller, at: At): CliCommand =>
  s3control(caller, "dissociate-access-grants-identity-center", at);

/** Prints the policy itself, not a JSON text that holds it as an escaped string. */
export const getInstancePolicy = (caller: Caller, at: At): CliCommand =>
  answering(s3control(caller, "get-access-grants-instance-resource-policy", at), "Policy");

export const putInstancePolicy = (caller: Caller, at: At, policy: CliValue): CliCommand =>
  answering(
    s3control(caller, "put-access-grants-instance-resource-policy", at, {
      name: "--policy",
      value: policy,
    }),
    "CreatedAt",
  );

export const deleteInstancePolicy = (caller: Caller, at: At): CliCommand =>
  s3control(caller, "delete-access-grants-instance-resource-policy", at);

/** Id, scope and role of the locations of this scope. */
export const listLocations = (caller: Caller, at: At & { readonly scope: string }): CliCommand =>
  answering(
    s3control(caller, "list-access-grants-locations", at, textOption("--location-scope", at.scope)),
    "AccessGrantsLocationsList[].[AccessGrantsLocationId,LocationScope,IAMRoleArn]",
  );

/** Id, role and scope of all locations of the instance. */
export const listAllLocations = (caller: Caller, at: At): CliCommand =>
  answering(
    s3control(caller, "list-access-grants-locations", at),
    "AccessGrantsLocationsList[].[AccessGrantsLocationId,IAMRoleArn,LocationScope]",
  );

export const createLocation = (
  caller: Caller,
  at: At & { readonly scope: string; readonly roleArn: string },
): CliCommand =>
  answering(
    s3control(
      caller,
      "create-access-grants-location",
      at,
      textOption("--location-scope", at.scope),
      textOption("--iam-role-arn", at.roleArn),
    ),
    "AccessGrantsLocationId",
  );

export const deleteLocation = (caller: Caller, at: At, id: CliValue): CliCommand =>
  s3control(caller, "delete-access-grants-location", at, {
    name: "--access-grants-location-id",
    value: id,
  });

/** What the grant is for: AWS puts location scope and sub-prefix together as they stand. */
export const grantScope = ({ locationScope, subPrefix }: AccessGrant): string =>
  `${locationScope}${subPrefix}`;

/** Id, scope and permission of the grants that this grantee has there. */
export const listGrants = (caller: Caller, grant: AccessGrant): CliCommand =>
  answering(
    s3control(
      caller,
      "list-access-grants",
      grant,
      textOption("--grantee-type", grant.grantee.type),
      textOption("--grantee-identifier", grant.grantee.identifier),
      textOption("--permission", grant.permission),
      textOption("--grant-scope", grantScope(grant)),
    ),
    "AccessGrantsList[].[AccessGrantId,GrantScope,Permission]",
  );

export const listGrantsOf = (caller: Caller, at: At): CliCommand =>
  s3control(caller, "list-access-grants", at);

/** Id, location, permission, scope and grantee of all grants of the instance: there is no filter for a location. */
export const listAllGrants = (caller: Caller, at: At): CliCommand =>
  answering(
    listGrantsOf(caller, at),
    "AccessGrantsList[].[AccessGrantId,AccessGrantsLocationId,Permission,GrantScope,Grantee.GranteeIdentifier]",
  );

export const createGrant = (caller: Caller, grant: AccessGrant, locationId: CliValue): CliCommand =>
  answering(
    s3control(
      caller,
      "create-access-grant",
      grant,
      { name: "--access-grants-location-id", value: locationId },
      textOption(
        "--access-grants-location-configuration",
        structure([["S3SubPrefix", grant.subPrefix]]),
      ),
      ...(grant.isObject ? [textOption("--s3-prefix-type", "Object")] : []),
      textOption("--permission", grant.permission),
      textOption(
        "--grantee",
        structure([
          ["GranteeType", grant.grantee.type],
          ["GranteeIdentifier", grant.grantee.identifier],
        ]),
      ),
    ),
    "AccessGrantId",
  );

export const deleteGrant = (caller: Caller, at: At, id: CliValue): CliCommand =>
  s3control(caller, "delete-access-grant", at, { name: "--access-grant-id", value: id });

export interface DataAccess extends At {
  readonly account: string;
  readonly target: string;
  readonly isObject: boolean;
  readonly permission: GrantPermission;
  readonly durationSeconds?: number;
}

export const getDataAccess = (caller: Caller, request: DataAccess): CliCommand =>
  s3control(
    caller,
    "get-data-access",
    request,
    textOption("--target", request.target),
    ...(request.isObject ? [textOption("--target-type", "Object")] : []),
    textOption("--permission", request.permission),
    ...(request.durationSeconds === undefined
      ? []
      : [textOption("--duration-seconds", String(request.durationSeconds))]),
  );

export const listCallerGrants = (
  caller: Caller,
  at: At & { readonly account: string; readonly bucket: string },
): CliCommand =>
  answering(
    s3control(
      caller,
      "list-caller-access-grants",
      at,
      textOption("--grant-scope", `s3://${at.bucket}`),
    ),
    "CallerAccessGrantsList[].[Permission,GrantScope]",
  );

export const findInstance = (
  caller: Caller,
  at: At & { readonly account: string; readonly prefix: string },
): CliCommand =>
  answering(
    s3control(
      caller,
      "get-access-grants-instance-for-prefix",
      at,
      textOption("--s3-prefix", at.prefix),
    ),
    "AccessGrantsInstanceArn",
  );

/**
 * A structure as the CLI reads it: `Name=value,…` where the values have none of the characters that
 * mean something there, otherwise JSON.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
function structure(fields: readonly (readonly [name: string, value: string])[]): string {
  return fields.every(([, value]) => /^[\w.:/*@+-]+$/.test(value))
    ? fields.map(([name, value]) => `${name}=${value}`).join(",")
    : JSON.stringify(Object.fromEntries(fields));
}
