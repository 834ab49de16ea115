import type { AccountId } from "./account-id.ts";
import { type Partition, REGION_PATTERN } from "./region.ts";

/**
 * Hosts of the AWS console. Each service opens below `<region>.<host>`.
 * @see https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
 */
const CONSOLE_HOST: Readonly<Record<Partition, string>> = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com",
  "aws-eusc": "console.amazonaws-eusc.eu",
};

/**
 * Matches the host of any console page; the region and, with multi-session sign-in, the account are in it.
 * @see https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
 */
export const CONSOLE_HOST_PATTERN = `(?:(?<account>\\d{12})-[a-z0-9]+\\.)?(?:(?<region>${REGION_PATTERN})\\.)?(?:s3\\.)?(?:${Object.values(
  CONSOLE_HOST,
)
  .map((host) => host.replaceAll(".", "\\."))
  .join("|")})`;

/** The sovereign cloud signs in by region. @see https://github.com/aws/aws-sdk-js-v3 (endpoint rules of client-signin) */
const SIGN_IN_HOST: Readonly<Record<Partition, string>> = {
  aws: "signin.aws.amazon.com",
  "aws-cn": "signin.amazonaws.cn",
  "aws-us-gov": "signin.amazonaws-us-gov.com",
  "aws-eusc": "eusc-de-east-1.signin.amazonaws-eusc.eu",
};

interface At {
  readonly partition: Partition;
  readonly region: string;
}

function page({ partition, region }: At, path: string): string {
  return `https://${region}.${CONSOLE_HOST[partition]}/${path}`;
}

/** The list of the account's own buckets. */
export function s3BucketsPage(at: At): string {
  return page(at, `s3/buckets?region=${encodeURIComponent(at.region)}`);
}

/** One bucket, at a prefix: the only way into a bucket of another account, whose list never shows it. */
export function s3BucketPage(at: At, bucket: string, prefix = ""): string {
  const query = [
    `region=${encodeURIComponent(at.region)}`,
    ...(prefix === "" ? [] : [`prefix=${encodeURIComponent(prefix)}`]),
  ].join("&");
  return page(at, `s3/buckets/${encodeURIComponent(bucket)}?${query}`);
}

export function iamRolesPage(at: At): string {
  return page(at, "iam/home#/roles");
}

export function iamRolePage(at: At, roleName: string): string {
  return page(at, `iam/home#/roles/details/${encodeURIComponent(roleName)}`);
}

/** Where a user's access keys are created, deactivated and deleted. */
export function iamUserKeysPage(at: At, userName: string): string {
  const user = encodeURIComponent(userName);
  return page(at, `iam/home#/users/details/${user}?section=security_credentials`);
}

export function kmsKeysPage(at: At): string {
  return page(at, `kms/home?region=${encodeURIComponent(at.region)}#/kms/keys`);
}

export function kmsKeyPage(at: At, keyId: string): string {
  return page(
    at,
    `kms/home?region=${encodeURIComponent(at.region)}#/kms/keys/${encodeURIComponent(keyId)}`,
  );
}

export function accountPage(at: At): string {
  return page(at, "billing/home#/account");
}

export function organizationPage(at: At): string {
  return page(at, "organizations/v2/home/dashboard");
}

export function vpcEndpointsPage(at: At): string {
  return page(at, `vpcconsole/home?region=${encodeURIComponent(at.region)}#Endpoints:`);
}

/**
 * Signs in to a role of another account. Knows no external ID. The path belongs to the name, without its first slash.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
export function switchRolePage(
  partition: Partition,
  role: { readonly account: AccountId; readonly path: string; readonly name: string },
): string {
  const roleName = encodeURIComponent(`${role.path.replace(/^\//, "")}${role.name}`);
  return `https://${SIGN_IN_HOST[partition]}/switchrole?account=${role.account}&roleName=${roleName}`;
}

/** Opens QuickSight (Amazon Quick) in that region. */
export function quicksightPage(at: At): string {
  return page(at, "quicksight/home");
}

/** Permission sets; opens in the region asked for, and only the region of the instance shows it. */
export function identityCenterPage(at: At): string {
  return page(at, "singlesignon/home");
}
