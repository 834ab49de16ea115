import type { Shared } from "#core/methods/define-method.ts";
import type { Agreement, BucketSettings } from "#core/parameters/agreement.ts";
import { attachmentsOf } from "#core/policy/attachments.ts";
import { allOf, mfaCondition, networkWays, untilCondition } from "#core/policy/conditions.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { fileNumber } from "#core/policy/file-number.ts";
import { granteesOf } from "#core/policy/grantees.ts";
import { bucketConnectionDenies, otherOrganizationsDeny } from "#core/policy/guardrail-denies.ts";
import { identityDocuments } from "#core/policy/identity-documents.ts";
import { type KeyUse, keyGrants, keyUses } from "#core/policy/key-grants.ts";
import { keyPolicyDocuments } from "#core/policy/key-policy-document.ts";
import { listAllBuckets, s3Grants } from "#core/policy/s3-statements.ts";
import { allowStatements, policyDocument } from "#core/policy/statements.ts";
import { whatText, whoText } from "#core/policy/summary.ts";
import type { Settings } from "./parameters.ts";

export function documents({ agreement }: Shared<Settings>): readonly SharingDocument[] {
  const { owner, consumer, guardrails } = agreement;
  const uses = keyUses(agreement);
  return [
    ...owner.buckets.map((bucket, index) => bucketPolicy(agreement, bucket, index + 1)),
    ...keyPolicyDocuments({
      uses,
      first: owner.buckets.length + 1,
      who: whoText(consumer.principals),
      grantees: granteesOf(consumer.principals),
      guardrails,
    }),
    ...consumerPolicies(agreement, uses),
  ];
}

function bucketPolicy(
  agreement: Agreement,
  settings: BucketSettings,
  number: number,
): SharingDocument {
  const { partition, owner, consumer, guardrails } = agreement;
  const { bucket } = settings;
  const locations = owner.locations.filter((location) => location.bucket === bucket);
  return {
    id: `bucket-policy-${bucket}`,
    side: "owner",
    fileName: `${fileNumber(number)}-bucket-policy-${bucket}.json`,
    title: `Bucket policy · ${bucket}`,
    summary: `Account A's half: lets ${whoText(consumer.principals)} ${whatText(locations)}.`,
    kind: "bucket-policy",
    attachedTo: [{ kind: "bucket", bucket }],
    extent: "whole",
    policy: policyDocument([
      ...allowStatements({
        grants: s3Grants({
          partition,
          locations,
          buckets: [settings],
          browse: consumer.consoleAccess,
        }),
        grantees: granteesOf(consumer.principals),
        ways: networkWays(guardrails),
        condition: allOf(mfaCondition(guardrails), untilCondition(guardrails)),
      }),
      ...bucketConnectionDenies(partition, bucket, guardrails),
      ...otherOrganizationsDeny(partition, bucket, owner.account, guardrails),
    ]),
  };
}

/**
 * Account B's half of every grant, pinned to account A: should the bucket's name ever belong to
 * somebody else, this policy sends nothing there.
 */
function consumerPolicies(
  agreement: Agreement,
  uses: readonly KeyUse[],
): readonly SharingDocument[] {
  const { partition, owner, consumer } = agreement;
  const grants = s3Grants({
    partition,
    locations: owner.locations,
    buckets: owner.buckets,
    browse: consumer.consoleAccess,
  });
  return identityDocuments({
    id: "identity-policy",
    side: "consumer",
    first: 1,
    title: "Identity policy",
    summary: `Account B's half: lets ${whoText(consumer.principals)} ${whatText(owner.locations)}, only while account A owns it.`,
    attachedTo: attachmentsOf(consumer.principals),
    statements: [
      ...allowStatements({
        grants,
        condition: { StringEquals: { "aws:ResourceAccount": owner.account } },
      }),
      ...allowStatements({ grants: keyGrants(uses) }),
      ...(consumer.consoleAccess
        ? allowStatements({ grants: [listAllBuckets("Console Home")] })
        : []),
    ],
  });
}
