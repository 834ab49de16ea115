import type { Shared } from "#core/methods/define-method.ts";
import { untilCondition } from "#core/policy/conditions.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { otherNetworksDeny, roleConnectionDenies } from "#core/policy/guardrail-denies.ts";
import { identityDocuments } from "#core/policy/identity-documents.ts";
import { keyGrants, keyUses } from "#core/policy/key-grants.ts";
import { keyPolicyDocuments, onlyGrantee } from "#core/policy/key-policy-document.ts";
import { type Grant, listAllBuckets, s3Grants } from "#core/policy/s3-statements.ts";
import { allowStatements } from "#core/policy/statements.ts";
import { whatText } from "#core/policy/summary.ts";
import { sharedUserArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

/** All of them are account A's: user and buckets are in one account, so the user's policy is enough. */
export function documents(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { agreement, settings } = sharing;
  const policies = userPolicies(sharing);
  const namedKeys = settings.keyPolicy === "names-user" ? keyUses(agreement) : [];
  return [
    ...policies,
    ...keyPolicyDocuments({
      uses: namedKeys,
      first: policies.length + 1,
      who: `the user ${settings.userName}`,
      grantees: onlyGrantee(sharedUserArn(sharing)),
      guardrails: agreement.guardrails,
    }),
  ];
}

function userPolicies(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { agreement, settings } = sharing;
  const { partition, owner, guardrails } = agreement;
  return identityDocuments({
    id: "user-policy",
    side: "owner",
    first: 1,
    title: `User policy · ${settings.userName}`,
    summary: `Lets the user ${whatText(owner.locations)}.`,
    attachedTo: [{ kind: "user", arn: sharedUserArn(sharing) }],
    alwaysManaged: settings.delivery === "managed",
    statements: [
      ...allowStatements({
        grants: [
          ...s3Grants({
            partition,
            locations: owner.locations,
            buckets: owner.buckets,
            browse: false,
          }),
          ...keyGrants(keyUses(agreement)),
          ...conveniences(sharing),
        ],
        condition: untilCondition(guardrails),
      }),
      ...roleConnectionDenies(guardrails),
      ...otherNetworksDeny(guardrails),
    ],
  });
}

/**
 * What some products ask for besides the data. The simulation is allowed for this user only, by its whole ARN.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
function conveniences(sharing: Shared<Settings>): readonly Grant[] {
  const { settings } = sharing;
  return [
    ...(settings.listAllBuckets ? [listAllBuckets("List All Buckets")] : []),
    ...(settings.selfCheck
      ? [
          {
            name: "Self Check",
            action: ["iam:SimulatePrincipalPolicy"],
            resource: sharedUserArn(sharing),
            condition: {},
          },
        ]
      : []),
  ];
}
