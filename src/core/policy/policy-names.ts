import { POLICY_NAME_MAX } from "#core/aws/policy-name.ts";
import { wordsOf } from "./sid.ts";

/** Of account B's policy for a bucket, where no other name is chosen. */
export function bucketPolicyName(bucket: string): string {
  return `Xacct${wordsOf(bucket)}`.slice(0, POLICY_NAME_MAX);
}

/** Of account B's policy for assuming a role, where no other name is chosen. */
export function assumePolicyName(roleName: string): string {
  return `XacctAssume${wordsOf(roleName)}`.slice(0, POLICY_NAME_MAX);
}

/** Of account B's policy for asking S3 Access Grants, where no other name is chosen. */
export const GRANTS_POLICY_NAME = "XacctAccessGrants";
