import { bucketArn } from "#core/aws/arn.ts";
import { policyLiteral } from "#core/aws/prefix.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { agreementIn } from "#core/parameters/regions.ts";
import { attachmentsOf } from "#core/policy/attachments.ts";
import { allOf, networkWays, oneOrMany, untilCondition } from "#core/policy/conditions.ts";
import type { ConditionBlock, SharingPolicy } from "#core/policy/document.ts";
import { fileNumber } from "#core/policy/file-number.ts";
import { roleConnectionDenies } from "#core/policy/guardrail-denies.ts";
import { identityDocuments } from "#core/policy/identity-documents.ts";
import { type KeyUse, keyGrants, keyUses } from "#core/policy/key-grants.ts";
import { keyPolicyDocuments, onlyGrantee } from "#core/policy/key-policy-document.ts";
import { type Grant, s3Grants } from "#core/policy/s3-statements.ts";
import { allowStatements, type NamedStatement, policyDocument } from "#core/policy/statements.ts";
import { whatText, whoText } from "#core/policy/summary.ts";
import { type Instance, instancesOf, locationRoleArn } from "./names.ts";
import type { Settings } from "./parameters.ts";
import type { SharedObject } from "./parameters-objects.ts";

const SERVICE = "access-grants.s3.amazonaws.com";

/** What account B may ask of the instance; the other two that can be shared show all grants and locations. */
const ASKING = [
  "s3:GetDataAccess",
  "s3:ListCallerAccessGrants",
  "s3:GetAccessGrantsInstanceForPrefix",
];

export function documents(sharing: Shared<Settings>): readonly SharingPolicy[] {
  const { settings } = sharing;
  const rolePolicies = rolePolicyDocuments(sharing);
  const instances = settings.sharing === "resource-policy" ? instancesOf(sharing) : [];
  const namedKeys = settings.keyPolicy === "names-role" ? keyUsesOf(sharing) : [];
  const next = rolePolicies.length + 2;
  return [
    trustPolicy(sharing),
    ...rolePolicies,
    ...instances.map((instance, index) => instancePolicy(sharing, instance, next + index)),
    ...keyPolicyDocuments({
      uses: namedKeys,
      first: next + instances.length,
      who: `the role ${settings.roleName}`,
      grantees: onlyGrantee(locationRoleArn(sharing)),
      guardrails: sharing.agreement.guardrails,
    }),
    ...consumerPolicies(sharing),
  ];
}

/** Keys that the locations and the single objects need. */
export function keyUsesOf({ agreement, settings }: Shared<Settings>): readonly KeyUse[] {
  const { owner } = agreement;
  const objects = settings.objects.flatMap(({ bucket, access }) => {
    const [first] = owner.locations.filter((location) => location.bucket === bucket);
    return first === undefined ? [] : [{ ...first, access }];
  });
  return keyUses({
    ...agreement,
    owner: { ...owner, locations: [...owner.locations, ...objects] },
  });
}

/**
 * S3 Access Grants of this account and these regions only: a service acts for everybody, so the
 * trust says for whom. IAM grantees need SetSourceIdentity, those of a directory SetContext.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location-register.html
 */
function trustPolicy(sharing: Shared<Settings>): SharingPolicy {
  const { agreement, settings } = sharing;
  const source: ConditionBlock = {
    StringEquals: {
      "aws:SourceAccount": agreement.owner.account,
      "aws:SourceArn": oneOrMany(instancesOf(sharing).map(({ arn }) => arn)),
    },
  };
  const trust = (
    name: string,
    Action: readonly string[],
    Condition: ConditionBlock,
  ): NamedStatement => ({
    name,
    statement: { Effect: "Allow", Principal: { Service: SERVICE }, Action, Condition },
  });
  return {
    id: "trust-policy",
    side: "owner",
    fileName: "01-trust-policy.json",
    title: `Trust policy · ${settings.roleName}`,
    summary: "Lets S3 Access Grants of account A, and nobody else, assume the role.",
    kind: "trust-policy",
    attachedTo: [{ kind: "role", arn: locationRoleArn(sharing) }],
    extent: "whole",
    policy: policyDocument([
      trust("Access Grants Trust", ["sts:AssumeRole", "sts:SetSourceIdentity"], source),
      ...(settings.identityCenterArn === ""
        ? []
        : [
            trust(
              "Access Grants Trust Identity Center",
              ["sts:SetContext"],
              allOf(source, {
                "ForAllValues:ArnEquals": {
                  "sts:RequestContextProviders": `arn:${agreement.partition}:iam::aws:contextProvider/IdentityCenter`,
                },
              }),
            ),
          ]),
    ]),
  };
}

/** The ceiling of every grant: exactly what was agreed, so that WRITE deletes only where delete was. */
function rolePolicyDocuments(sharing: Shared<Settings>): readonly SharingPolicy[] {
  const { agreement, settings } = sharing;
  const { owner, guardrails } = agreement;
  const until = untilCondition(guardrails);
  return identityDocuments({
    id: "role-policy",
    side: "owner",
    first: 2,
    title: `Role policy · ${settings.roleName}`,
    summary: `The most that a grant can give: lets the role ${whatText(owner.locations)}, through S3 Access Grants only.`,
    attachedTo: [{ kind: "role", arn: locationRoleArn(sharing) }],
    statements: [
      ...instancesOf(sharing).flatMap((instance) => {
        const part = agreementIn(agreement, instance.region as typeof owner.region);
        return allowStatements({
          grants: dataGrants(part, settings.objects),
          ways: networkWays(guardrails),
          condition: allOf(
            { StringEquals: { "aws:ResourceAccount": owner.account } },
            { ArnEquals: { "s3:AccessGrantsInstanceArn": instance.arn } },
            until,
          ),
        });
      }),
      ...allowStatements({ grants: keyGrants(keyUsesOf(sharing)), condition: until }),
      ...roleConnectionDenies(guardrails),
    ],
  });
}

function dataGrants(part: Agreement, objects: readonly SharedObject[]): readonly Grant[] {
  const { partition, owner } = part;
  const names = new Set<string>(owner.buckets.map(({ bucket }) => bucket));
  const own = objects.filter(({ bucket }) => names.has(bucket));
  const of = (
    level: "read" | "write",
    name: string,
    action: readonly string[],
  ): readonly Grant[] => {
    const arns = own
      .filter(({ access }) => access.includes(level))
      .map(({ bucket, key }) => `${bucketArn(partition, bucket)}/${policyLiteral(key)}`);
    return arns.length === 0 ? [] : [{ name, action, resource: [...new Set(arns)], condition: {} }];
  };
  // No request for it says of which instance it is, so it cannot be granted through one.
  const data = s3Grants({
    partition,
    locations: owner.locations,
    buckets: owner.buckets,
    browse: false,
  }).filter(({ action }) => !action.includes("s3:GetBucketLocation"));
  return [
    ...data,
    ...of("read", "Read Objects", ["s3:GetObject"]),
    ...of("write", "Write Objects", ["s3:PutObject", "s3:AbortMultipartUpload"]),
  ];
}

/**
 * Names the account, as AWS documents it: which of its principals get credentials is said by the
 * grants.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-cross-accounts.html
 */
function instancePolicy(
  sharing: Shared<Settings>,
  { region, arn }: Instance,
  number: number,
): SharingPolicy {
  const { consumer } = sharing.agreement;
  return {
    id: `instance-policy-${region}`,
    side: "owner",
    fileName: `${fileNumber(number)}-instance-policy-${region}.json`,
    title: `Instance policy · ${region}`,
    summary: `Lets account B ask the S3 Access Grants instance in ${region} for credentials and for its own grants.`,
    kind: "instance-policy",
    attachedTo: [{ kind: "access-grants-instance", arn }],
    extent: "whole",
    policy: policyDocument([
      {
        name: "Access Grants",
        statement: {
          Effect: "Allow",
          Principal: { AWS: consumer.account },
          Action: ASKING,
          Resource: arn,
        },
      },
    ]),
  };
}

/** No action on the data itself: with one, a bucket policy could be used past the grants. */
function consumerPolicies(sharing: Shared<Settings>): readonly SharingPolicy[] {
  const { agreement, settings } = sharing;
  const { principals } = agreement.consumer;
  return identityDocuments({
    id: "identity-policy",
    side: "consumer",
    first: 1,
    title: "Identity policy",
    summary: `Lets ${whoText(principals)} ask account A's S3 Access Grants for credentials.`,
    attachedTo: attachmentsOf(principals),
    statements: allowStatements({
      grants: [
        {
          name: "Get Data Access",
          action: ASKING,
          resource: oneOrMany(instancesOf(sharing).map(({ arn }) => arn)),
          condition: {},
        },
        ...(settings.sharing === "ram"
          ? [
              {
                name: "List Instances",
                action: ["s3:ListAccessGrantsInstances"],
                resource: "*",
                condition: {},
              },
            ]
          : []),
      ],
    }),
  });
}
