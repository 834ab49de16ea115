import { SERVICE_POLICIES } from "./service-policies.ts";

/** Policies as they are found on real buckets, keys and roles; all made up. */

const BUCKET = "arn:aws:s3:::acme-share-data";

const text = (value: unknown, indent = 2) => JSON.stringify(value, null, indent);

/** A website's: everybody may read. */
export const PUBLIC_READ = text({
  Version: "2012-10-17",
  Id: "website",
  Statement: [
    {
      Sid: "Everybody reads the site",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: `${BUCKET}/site/*`,
    },
  ],
});

/** Written before policy variables existed: here they are plain text. */
export const OLD_WITH_VARIABLES = text({
  Version: "2008-10-17",
  Statement: [
    {
      Sid: "Home",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "s3:GetObject",
      Resource: `${BUCKET}/home/\${aws:username}/*`,
    },
  ],
});

export const OLD = text(
  {
    Version: "2008-10-17",
    Id: "PolicyForBackups",
    Statement: {
      Sid: "Stmt1380877761162",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::999988887777:user/backup" },
      Action: ["s3:PutObject"],
      Resource: [`${BUCKET}/backup/*`],
    },
  },
  4,
);

/** Denies everybody who is not listed. */
export const DENIES_ALL_BUT_LISTED = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "OnlyTheOwners",
      Effect: "Deny",
      NotPrincipal: {
        AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/data-admin"],
      },
      Action: "s3:*",
      Resource: [BUCKET, `${BUCKET}/*`],
    },
  ],
});

/** CloudTrail and load balancers deliver their logs here. */
export const LOG_DELIVERY = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "TrailLooksAtTheAcl",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: BUCKET,
      Condition: {
        StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main" },
      },
    },
    {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${BUCKET}/trail/AWSLogs/111122223333/*`,
      Condition: {
        StringEquals: {
          "s3:x-amz-acl": "bucket-owner-full-control",
          "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main",
        },
      },
    },
    {
      Sid: "LoadBalancerWrites",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${BUCKET}/elb/AWSLogs/111122223333/*`,
      Condition: {
        ArnLike: {
          "aws:SourceArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/*",
        },
      },
    },
  ],
});

/** Only through one VPC endpoint. */
export const ENDPOINT_ONLY = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "OnlyFromOurNetwork",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [BUCKET, `${BUCKET}/*`],
      Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } },
    },
  ],
});

/** A role that was deleted: AWS shows its unique ID. */
export const STALE = text({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Analytics",
      Effect: "Allow",
      Principal: { AWS: ["AROAEXAMPLEROLEID0042", "arn:aws:iam::444455556666:user/ann"] },
      Action: ["s3:GetObject"],
      Resource: [`${BUCKET}/reports/*`],
    },
  ],
});

/** 19.6 KB: a statement for each of many partners. */
export const NEARLY_FULL = JSON.stringify({
  Version: "2012-10-17",
  Statement: Array.from({ length: 84 }, (_, index) => ({
    Sid: `Partner${index}`,
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${String(555500000000 + index)}:role/partner-reader` },
    Action: ["s3:GetObject", "s3:GetObjectVersion"],
    Resource: [`${BUCKET}/partners/partner-number-${index}/incoming/*`],
  })),
});

export const KEY_DEFAULT = text({
  Version: "2012-10-17",
  Id: "key-default-1",
  Statement: [
    {
      Sid: "Enable IAM User Permissions",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});

export const TRUST = text({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
  ],
});

export const BUCKET_POLICIES: Readonly<Record<string, string>> = {
  "a public website": PUBLIC_READ,
  "an old single statement": OLD,
  "an old one with ${…}": OLD_WITH_VARIABLES,
  "a NotPrincipal deny": DENIES_ALL_BUT_LISTED,
  "log delivery": LOG_DELIVERY,
  "one endpoint only": ENDPOINT_ONLY,
  "a deleted role": STALE,
  "19 KB": NEARLY_FULL,
  ...SERVICE_POLICIES,
};
