import { accessGrantsInstanceArn } from "#core/aws/arn.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { createdRole } from "#core/parameters/created-role.ts";
import { regionsOf } from "#core/parameters/regions.ts";
import { GRANTS_POLICY_NAME } from "#core/policy/policy-names.ts";
import type { Settings } from "./parameters.ts";

/** ARN of the role that S3 Access Grants assume. */
export function locationRoleArn({ agreement, settings }: Shared<Settings>): string {
  return createdRole(agreement, settings).arn;
}

export interface Instance {
  readonly region: string;
  readonly arn: string;
  readonly isNew: boolean;
}

/** One in each region that has a shared bucket. */
export function instancesOf({ agreement, settings }: Shared<Settings>): readonly Instance[] {
  const { partition, owner } = agreement;
  return regionsOf(agreement).map((region) => ({
    region,
    arn: accessGrantsInstanceArn(partition, region, owner.account),
    isNew: settings.instances.find((each) => each.region === region)?.state !== "existing",
  }));
}

export function rolePolicyName({ settings }: Shared<Settings>): string {
  return settings.policyName === "" ? "AccessGrantsS3" : settings.policyName;
}

export function consumerPolicyName({ settings }: Shared<Settings>): string {
  return settings.consumerPolicyName === "" ? GRANTS_POLICY_NAME : settings.consumerPolicyName;
}

export function shareName({ agreement, settings }: Shared<Settings>): string {
  return settings.shareName === ""
    ? `s3-access-grants-${agreement.consumer.account}`
    : settings.shareName;
}

/**
 * Data access and finding one's own grants, but neither all grants nor all locations.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-cross-accounts.html
 */
export function sharePermissionArn({ agreement }: Shared<Settings>): string {
  return `arn:${agreement.partition}:ram::aws:permission/AWSRAMPermissionAccessGrantsData`;
}

/** Profile into which account B's people put the credentials. */
export const CREDENTIALS_PROFILE = "s3-access-grants";
