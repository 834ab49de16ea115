/** Bucket policies that AWS's own services need, in the shapes that AWS documents; names made up. */

const BUCKET = "arn:aws:s3:::acme-share-data";
const OWNER = "111122223333";
const FULL_CONTROL = { "s3:x-amz-acl": "bucket-owner-full-control" };

const text = (value: unknown) => JSON.stringify(value, null, 2);

/**
 * Before August 2022 a load balancer wrote as an account of AWS, one for each region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
const ALB_OF_AN_OLDER_REGION = text({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::156460612806:root" },
      Action: "s3:PutObject",
      Resource: `${BUCKET}/alb/AWSLogs/${OWNER}/*`,
    },
  ],
});

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html */
const NLB = text({
  Version: "2012-10-17",
  Id: "AWSLogDeliveryPolicy",
  Statement: [
    {
      Sid: "AWSLogDeliveryAclCheck",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: BUCKET,
      Condition: {
        StringEquals: { "aws:SourceAccount": [OWNER] },
        ArnLike: { "aws:SourceArn": [`arn:aws:logs:eu-west-1:${OWNER}:*`] },
      },
    },
    {
      Sid: "AWSLogDeliveryWrite",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${BUCKET}/nlb/AWSLogs/${OWNER}/*`,
      Condition: {
        StringEquals: { ...FULL_CONTROL, "aws:SourceAccount": [OWNER] },
        ArnLike: { "aws:SourceArn": [`arn:aws:logs:eu-west-1:${OWNER}:*`] },
      },
    },
  ],
});

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html */
const VPC_FLOW_LOGS = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AWSLogDeliveryWrite1",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${BUCKET}/flow/AWSLogs/${OWNER}/*`,
      Condition: {
        StringEquals: { ...FULL_CONTROL, "aws:SourceAccount": OWNER },
        ArnLike: { "aws:SourceArn": `arn:aws:logs:eu-west-1:${OWNER}:*` },
      },
    },
    {
      Sid: "AWSLogDeliveryAclCheck1",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: BUCKET,
      Condition: {
        StringEquals: { "aws:SourceAccount": OWNER },
        ArnLike: { "aws:SourceArn": `arn:aws:logs:eu-west-1:${OWNER}:*` },
      },
    },
  ],
});

/** The condition key is written AWS:SourceAccount there. @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html */
const CONFIG = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AWSConfigBucketPermissionsCheck",
      Effect: "Allow",
      Principal: { Service: "config.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: BUCKET,
      Condition: { StringEquals: { "AWS:SourceAccount": OWNER } },
    },
    {
      Sid: "AWSConfigBucketExistenceCheck",
      Effect: "Allow",
      Principal: { Service: "config.amazonaws.com" },
      Action: "s3:ListBucket",
      Resource: BUCKET,
      Condition: { StringEquals: { "AWS:SourceAccount": OWNER } },
    },
    {
      Sid: "AWSConfigBucketDelivery",
      Effect: "Allow",
      Principal: { Service: "config.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${BUCKET}/config/AWSLogs/${OWNER}/Config/*`,
      Condition: { StringEquals: { ...FULL_CONTROL, "AWS:SourceAccount": OWNER } },
    },
  ],
});

/**
 * On the destination, for the role of the source's account; the console writes it with Version 2008-10-17.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-2.html
 */
const REPLICATION = text({
  Version: "2008-10-17",
  Id: "PolicyForDestinationBucket",
  Statement: [
    {
      Sid: "Permissions on objects",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::999988887777:role/service-role/s3crr_role_for_source" },
      Action: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ObjectOwnerOverrideToBucketOwner"],
      Resource: `${BUCKET}/*`,
    },
    {
      Sid: "Permissions on bucket",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::999988887777:role/service-role/s3crr_role_for_source" },
      Action: ["s3:List*", "s3:GetBucketVersioning", "s3:PutBucketVersioning"],
      Resource: BUCKET,
    },
  ],
});

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html */
const INVENTORY = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "InventoryAndAnalytics",
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: [`${BUCKET}/*`],
      Condition: {
        ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-source" },
        StringEquals: { "aws:SourceAccount": OWNER, ...FULL_CONTROL },
      },
    },
  ],
});

/**
 * Origin access control, and the older origin access identity beside it.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
const CLOUDFRONT = text({
  Version: "2008-10-17",
  Id: "PolicyForCloudFrontPrivateContent",
  Statement: [
    {
      Sid: "AllowCloudFrontServicePrincipal",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: `${BUCKET}/site/*`,
      Condition: {
        StringEquals: {
          "AWS:SourceArn": `arn:aws:cloudfront::${OWNER}:distribution/EDFDVBD6EXAMPLE`,
        },
      },
    },
    {
      Sid: "2",
      Effect: "Allow",
      Principal: {
        AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC",
      },
      Action: "s3:GetObject",
      Resource: `${BUCKET}/site/*`,
    },
  ],
});

/** Everything is denied to all but a role, its sessions and a service. */
const NOT_PRINCIPAL_WITH_SESSIONS = text({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      NotPrincipal: {
        AWS: [
          `arn:aws:sts::${OWNER}:assumed-role/data-admin/console`,
          `arn:aws:iam::${OWNER}:role/data-admin`,
          `arn:aws:iam::${OWNER}:root`,
        ],
        Service: "cloudtrail.amazonaws.com",
      },
      NotAction: ["s3:GetBucketLocation"],
      Resource: [BUCKET, `${BUCKET}/*`],
    },
  ],
});

/** To the last character that S3 takes: 20,480. */
const FULL = ((): string => {
  const policy = (reason: string) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        ...Array.from({ length: 60 }, (_, index) => ({
          Sid: `Team${index}`,
          Effect: "Allow",
          Principal: { AWS: [`arn:aws:iam::${String(555500000000 + index)}:role/reader`] },
          Action: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"],
          Resource: [`${BUCKET}/teams/team-number-${index}/outgoing/*`],
          Condition: { Bool: { "aws:SecureTransport": "true" } },
        })),
        {
          Sid: reason,
          Effect: "Deny",
          Principal: "*",
          Action: "s3:PutBucketAcl",
          Resource: BUCKET,
        },
      ],
    });
  return policy("A".repeat(20_480 - policy("").length));
})();

export const SERVICE_POLICIES: Readonly<Record<string, string>> = {
  "access logs of a load balancer, by account": ALB_OF_AN_OLDER_REGION,
  "access logs of a network load balancer": NLB,
  "VPC flow logs": VPC_FLOW_LOGS,
  "AWS Config": CONFIG,
  "the destination of a replication": REPLICATION,
  "S3 Inventory": INVENTORY,
  "CloudFront's two ways": CLOUDFRONT,
  "a NotPrincipal with sessions": NOT_PRINCIPAL_WITH_SESSIONS,
  "20 KB": FULL,
};
