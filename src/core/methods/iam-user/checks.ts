import { splitArn } from "#core/aws/arn.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { error, warning } from "#core/parameters/check.ts";
import type { Issue } from "#core/parameters/parameter.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { documents } from "./documents.ts";
import type { Settings } from "./parameters.ts";

export function checks(sharing: Shared<Settings>): readonly Issue[] {
  return [
    ...boundaryChecks(sharing),
    ...keyCautions(sharing),
    ...convenienceCautions(sharing),
    ...deliveryChecks(sharing),
  ];
}

/** A boundary is a policy of the user's own account, or one of AWS's. */
function boundaryChecks({ agreement, settings }: Shared<Settings>): readonly Issue[] {
  const parts = splitArn(settings.permissionsBoundary);
  if (parts === undefined) return [];
  const at = "settings.permissionsBoundary";
  const { account, region } = agreement.owner;
  if (parts.account !== "aws" && parts.account !== account && !hasPlaceholder(account)) {
    return [
      error(
        at,
        `This policy is in account ${parts.account}, but the user is created in ${account}. Enter a policy of account A.`,
      ),
    ];
  }
  if (parts.partition !== agreement.partition && !hasPlaceholder(region)) {
    return [
      error(
        at,
        `This policy is in partition ${parts.partition}, but ${region} is in ${agreement.partition}. Correct one of the two.`,
      ),
    ];
  }
  return [];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html */
function keyCautions({ agreement }: Shared<Settings>): readonly Issue[] {
  const { sourceCidrs, validUntil } = agreement.guardrails;
  return [
    ...(sourceCidrs.length > 0
      ? []
      : [
          warning(
            "guardrails.sourceCidrs",
            "Whoever gets hold of the key can use it from anywhere. Ask the third party for its addresses and enter them.",
          ),
        ]),
    ...(validUntil !== ""
      ? []
      : [
          warning(
            "guardrails.validUntil",
            "An access key never ends by itself. Enter the day on which the access is to end; it can be moved.",
          ),
        ]),
  ];
}

function convenienceCautions({ settings }: Shared<Settings>): readonly Issue[] {
  return [
    ...(settings.listAllBuckets
      ? [
          warning(
            "settings.listAllBuckets",
            "The third party then sees the names of all of account A's buckets. Leave it off where it can type the bucket's name.",
          ),
        ]
      : []),
    ...(settings.athena
      ? [
          warning(
            "settings.athena",
            "AWS made this policy for QuickSight's service role, not for a third party: it runs queries, changes the Glue Data Catalog and writes to every aws-athena-query-results bucket of account A. The access matrix does not cover it. Leave it off unless the third party queries with Athena.",
          ),
        ]
      : []),
  ];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function deliveryChecks(sharing: Shared<Settings>): readonly Issue[] {
  const isManaged = documents(sharing).some(({ delivery }) => delivery === "managed");
  return sharing.settings.delivery === "inline" && isManaged
    ? [
        warning(
          "settings.delivery",
          "The policy is longer than the 2,048 characters that a user's inline policies may have together, so it is managed.",
        ),
      ]
    : [];
}
