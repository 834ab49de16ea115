import { bucketArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import type { Partition } from "#core/aws/region.ts";
import type { Guardrails } from "#core/parameters/agreement.ts";
import { oneOrMany } from "./conditions.ts";
import type { ConditionBlock, Statement } from "./document.ts";
import type { NamedStatement } from "./statements.ts";

/**
 * Denies for every request to the bucket, whoever makes it: the connection must be encrypted, and
 * newly enough. Nobody needs plain HTTP, so these may hold for account A too.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function bucketConnectionDenies(
  partition: Partition,
  bucket: BucketName,
  guardrails: Guardrails,
): readonly NamedStatement[] {
  return connectionDenies(guardrails, {
    Principal: "*",
    Action: "s3:*",
    Resource: wholeBucket(partition, bucket),
  });
}

/** The same in the policy of a role, for all that it does with S3. */
export function roleConnectionDenies(guardrails: Guardrails): readonly NamedStatement[] {
  return connectionDenies(guardrails, { Action: "s3:*", Resource: "*" });
}

/**
 * For a user with long-term keys: a key that got into other hands works from nowhere else. The
 * negated operator holds when the address is absent, so requests through a VPC endpoint are denied
 * too. What an AWS service does for the user comes from the service's addresses and is let through.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html
 */
export function otherNetworksDeny({ sourceCidrs }: Guardrails): readonly NamedStatement[] {
  if (sourceCidrs.length === 0) return [];
  return [
    {
      name: "Deny Other Networks",
      statement: {
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: {
          NotIpAddress: { "aws:SourceIp": oneOrMany(sourceCidrs) },
          Bool: { "aws:ViaAWSService": "false" },
        },
      },
    },
  ];
}

function connectionDenies(
  { tlsOnly, minTlsVersion }: Guardrails,
  target: Pick<Statement, "Principal" | "Action" | "Resource">,
): readonly NamedStatement[] {
  const deny = (name: string, Condition: ConditionBlock): NamedStatement => ({
    name,
    statement: { Effect: "Deny", ...target, Condition },
  });
  return [
    ...(tlsOnly
      ? [deny("Deny Insecure Transport", { Bool: { "aws:SecureTransport": "false" } })]
      : []),
    ...(minTlsVersion === ""
      ? []
      : [deny("Deny Old Tls", { NumericLessThan: { "s3:TlsVersion": minTlsVersion } })]),
  ];
}

/**
 * Keeps out everybody who is not of the organization, except account A itself and AWS services
 * acting for themselves: a typing error in the organization id must not lock A out of its bucket.
 * Negated operators hold when the key is absent, so requests without a principal are denied too.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function otherOrganizationsDeny(
  partition: Partition,
  bucket: BucketName,
  ownerAccount: string,
  { organizationId }: Guardrails,
): readonly NamedStatement[] {
  if (organizationId === "") return [];
  return [
    {
      name: "Deny Other Orgs",
      statement: {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: wholeBucket(partition, bucket),
        Condition: {
          StringNotEqualsIfExists: {
            "aws:PrincipalOrgID": organizationId,
            "aws:PrincipalAccount": ownerAccount,
          },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    },
  ];
}

function wholeBucket(partition: Partition, bucket: BucketName): readonly string[] {
  const arn = bucketArn(partition, bucket);
  return [arn, `${arn}/*`];
}
