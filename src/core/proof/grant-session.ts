import { grantActions } from "#core/aws/grant-permission.ts";
import { policyLiteral } from "#core/aws/prefix.ts";
import type { DataGrant } from "#core/policy/access-path.ts";

/**
 * What limits the session that S3 Access Grants make for a grant: its actions, in its scope. Together
 * with the policies of the location's role it decides what the credentials can do.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-get-data.html
 */
export function grantSessionPolicy(grant: DataGrant, partition: string) {
  const { listing, object, key } = grantActions(grant.permission);
  const bucketArn = `arn:${partition}:s3:::${grant.bucket}`;
  const path = grant.path.endsWith("*") && !grant.isObject ? grant.path.slice(0, -1) : grant.path;
  const scope = `${policyLiteral(path)}${grant.isObject ? "" : "*"}`;
  return {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: object, Resource: `${bucketArn}/${scope}` },
      // The whole bucket may be listed without naming a prefix.
      ...(listing.length === 0 || grant.isObject
        ? []
        : [
            {
              Effect: "Allow",
              Action: listing,
              Resource: bucketArn,
              ...(scope === "*" ? {} : { Condition: { StringLike: { "s3:prefix": scope } } }),
            },
          ]),
      { Effect: "Allow", Action: key, Resource: "*" },
    ],
  };
}
