import { bucketArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import { policyLiteral } from "#core/aws/prefix.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Agreement, BucketSettings } from "#core/parameters/agreement.ts";
import { attachmentsOf } from "#core/policy/attachments.ts";
import { untilCondition } from "#core/policy/conditions.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { granteesOf } from "#core/policy/grantees.ts";
import { bucketConnectionDenies, otherOrganizationsDeny } from "#core/policy/guardrail-denies.ts";
import { identityDocuments } from "#core/policy/identity-documents.ts";
import { keyGrants, keyUses } from "#core/policy/key-grants.ts";
import { keyPolicyDocument } from "#core/policy/key-policy-document.ts";
import { type Grant, s3Grants } from "#core/policy/s3-statements.ts";
import { allowStatements, policyDocument } from "#core/policy/statements.ts";
import { whatText, whoText } from "#core/policy/summary.ts";
import { listedFiles } from "./names.ts";
import type { Settings } from "./parameters.ts";

type Numbered = (number: string) => SharingDocument;

/** With access control lists a bucket policy only denies, and there is none without a guardrail. */
export function bucketPolicies({ agreement, settings }: Shared<Settings>): readonly Numbered[] {
  const { partition, owner, consumer, guardrails } = agreement;
  const isAcl = settings.variant === "acl";
  return owner.buckets.flatMap((bucketSettings): readonly Numbered[] => {
    const { bucket } = bucketSettings;
    const statements = [
      ...(isAcl ? [] : allows(agreement, bucketSettings)),
      ...bucketConnectionDenies(partition, bucket, guardrails),
      ...otherOrganizationsDeny(partition, bucket, owner.account, guardrails),
    ];
    if (statements.length === 0) return [];
    const locations = owner.locations.filter((location) => location.bucket === bucket);
    const grant = `Account A's half: lets ${whoText(consumer.principals)} ${whatText(locations)}.`;
    return [
      (number) => ({
        id: `bucket-policy-${bucket}`,
        side: "owner",
        fileName: `${number}-bucket-policy-${bucket}.json`,
        title: `Bucket policy · ${bucket}`,
        summary: isAcl ? "Grants nothing: only the guardrails, which no ACL can say." : grant,
        kind: "bucket-policy",
        attachedTo: [{ kind: "bucket", bucket }],
        extent: "whole",
        policy: policyDocument(statements),
      }),
    ];
  });
}

function allows(agreement: Agreement, settings: BucketSettings) {
  const { partition, owner, consumer, guardrails } = agreement;
  return allowStatements({
    grants: s3Grants({
      partition,
      locations: owner.locations.filter(({ bucket }) => bucket === settings.bucket),
      buckets: [settings],
      browse: false,
    }),
    grantees: granteesOf(consumer.principals),
    condition: untilCondition(guardrails),
  });
}

export function keyPolicies({ agreement }: Shared<Settings>): readonly Numbered[] {
  const { consumer, guardrails } = agreement;
  return keyUses(agreement).map(
    (use) => (number) =>
      keyPolicyDocument({
        use,
        number,
        who: whoText(consumer.principals),
        grantees: granteesOf(consumer.principals),
        guardrails,
      }),
  );
}

/** Account B's half, as an own policy beside the one that the QuickSight console keeps on the role. */
export function rolePolicies(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { agreement, settings } = sharing;
  const { partition, owner, consumer } = agreement;
  const { locations, buckets } = owner;
  const grants =
    settings.variant === "acl"
      ? listedGrants(sharing)
      : s3Grants({ partition, locations, buckets, browse: false });
  return identityDocuments({
    id: "role-policy",
    side: "consumer",
    first: 1,
    title: "Role policy",
    summary: `Account B's half: lets ${whoText(consumer.principals)} read the files, only while account A owns them.`,
    attachedTo: attachmentsOf(consumer.principals),
    statements: [
      ...allowStatements({
        grants,
        condition: { StringEquals: { "aws:ResourceAccount": owner.account } },
      }),
      ...allowStatements({ grants: keyGrants(keyUses(agreement)) }),
    ],
  });
}

/** What the lists give, and no more: GetBucketLocation, for one, is in no list. */
function listedGrants(sharing: Shared<Settings>): readonly Grant[] {
  const { agreement } = sharing;
  const { partition, owner } = agreement;
  const versioned = new Set(
    owner.buckets.filter((bucket) => bucket.versioned).map(({ bucket }) => bucket),
  );
  const readIn = (isVersioned: boolean): readonly Grant[] => {
    const files = listedFiles(sharing).filter(
      ({ bucket }) => versioned.has(bucket) === isVersioned,
    );
    if (files.length === 0) return [];
    return [
      {
        name: isVersioned ? "Read Listed Versions" : "Read Listed",
        action: ["s3:GetObject", ...(isVersioned ? ["s3:GetObjectVersion"] : [])],
        resource: files.map(({ bucket, key }) => objectArnOf(partition, bucket, key)),
        condition: {},
      },
    ];
  };
  return [
    {
      name: "List Buckets",
      action: ["s3:ListBucket"],
      resource: owner.buckets.map(({ bucket }) => bucketArn(partition, bucket)),
      condition: {},
    },
    ...readIn(false),
    ...readIn(true),
  ];
}

function objectArnOf(partition: Agreement["partition"], bucket: BucketName, key: string): string {
  return `${bucketArn(partition, bucket)}/${policyLiteral(key)}`;
}
