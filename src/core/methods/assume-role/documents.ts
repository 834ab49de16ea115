import type { Shared } from "#core/methods/define-method.ts";
import { attachmentsOf } from "#core/policy/attachments.ts";
import {
  allOf,
  mfaCondition,
  networkWays,
  oneOrMany,
  organizationCondition,
  untilCondition,
} from "#core/policy/conditions.ts";
import type { ConditionBlock, SharingDocument } from "#core/policy/document.ts";
import { type Grantees, granteesOf } from "#core/policy/grantees.ts";
import { roleConnectionDenies } from "#core/policy/guardrail-denies.ts";
import { identityDocuments } from "#core/policy/identity-documents.ts";
import { keyGrants, keyUses } from "#core/policy/key-grants.ts";
import { keyPolicyDocuments, onlyGrantee } from "#core/policy/key-policy-document.ts";
import { listAllBuckets, s3Grants } from "#core/policy/s3-statements.ts";
import {
  allowStatements,
  conditionElement,
  type NamedStatement,
  policyDocument,
} from "#core/policy/statements.ts";
import { whatText, whoText } from "#core/policy/summary.ts";
import { sharedRoleArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

export function documents(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { agreement, settings } = sharing;
  const rolePolicies = rolePolicyDocuments(sharing);
  const namedKeys = settings.keyPolicy === "names-role" ? keyUses(agreement) : [];
  return [
    trustPolicy(sharing),
    ...rolePolicies,
    ...keyPolicyDocuments({
      uses: namedKeys,
      first: rolePolicies.length + 2,
      who: `the role ${settings.roleName}`,
      grantees: onlyGrantee(sharedRoleArn(sharing)),
      guardrails: agreement.guardrails,
    }),
    ...assumePolicies(sharing),
  ];
}

/**
 * Who may become the role. Guardrails that say something about the caller stand here; those about
 * requests to S3 stand in the role's policy, since STS is reached by another way than S3.
 */
function trustPolicy(sharing: Shared<Settings>): SharingDocument {
  const { agreement, settings } = sharing;
  const { consumer, guardrails } = agreement;
  const externalId: ConditionBlock =
    settings.externalId === "" ? {} : { StringEquals: { "sts:ExternalId": settings.externalId } };
  const condition = allOf(
    externalId,
    organizationCondition(guardrails),
    mfaCondition(guardrails),
    untilCondition(guardrails),
  );
  const grantees = granteesOf(consumer.principals);
  return {
    id: "trust-policy",
    side: "owner",
    fileName: "01-trust-policy.json",
    title: `Trust policy · ${settings.roleName}`,
    summary: `Lets ${whoText(consumer.principals)} assume the role${settings.externalId === "" ? "" : ", with the external ID only"}.`,
    kind: "trust-policy",
    attachedTo: [{ kind: "role", arn: sharedRoleArn(sharing) }],
    extent: "whole",
    policy: policyDocument([
      ...grantees.map((who) => trust("Assume From B", ["sts:AssumeRole"], who, condition)),
      ...(settings.sourceIdentity
        ? grantees.map((who) => trust("Source Identity", ["sts:SetSourceIdentity"], who, {}))
        : []),
    ]),
  };
}

function trust(
  name: string,
  action: readonly string[],
  who: Grantees,
  condition: ConditionBlock,
): NamedStatement {
  return {
    name: `${name} ${who.name}`,
    statement: {
      Effect: "Allow",
      Principal: { AWS: oneOrMany(who.arns) },
      Action: action,
      ...conditionElement(allOf(who.condition, condition)),
    },
  };
}

function rolePolicyDocuments(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { agreement, settings } = sharing;
  const { partition, owner, consumer, guardrails } = agreement;
  const until = untilCondition(guardrails);
  return identityDocuments({
    id: "role-policy",
    side: "owner",
    first: 2,
    title: `Role policy · ${settings.roleName}`,
    summary: `Lets the role ${whatText(owner.locations)}.`,
    attachedTo: [{ kind: "role", arn: sharedRoleArn(sharing) }],
    statements: [
      ...allowStatements({
        grants: [
          ...s3Grants({
            partition,
            locations: owner.locations,
            buckets: owner.buckets,
            browse: consumer.consoleAccess,
          }),
          ...(consumer.consoleAccess ? [listAllBuckets("Console Home")] : []),
        ],
        ways: networkWays(guardrails),
        condition: until,
      }),
      ...allowStatements({
        grants: keyGrants(keyUses(agreement)),
        condition: until,
      }),
      ...roleConnectionDenies(guardrails),
    ],
  });
}

function assumePolicies(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { agreement, settings } = sharing;
  return identityDocuments({
    id: "assume-policy",
    side: "consumer",
    first: 1,
    title: "Identity policy",
    summary: `Lets ${whoText(agreement.consumer.principals)} assume ${settings.roleName} in account A.`,
    attachedTo: attachmentsOf(agreement.consumer.principals),
    statements: allowStatements({
      grants: [
        {
          name: "Assume",
          action: ["sts:AssumeRole", ...(settings.sourceIdentity ? ["sts:SetSourceIdentity"] : [])],
          resource: sharedRoleArn(sharing),
          condition: {},
        },
      ],
    }),
  });
}
