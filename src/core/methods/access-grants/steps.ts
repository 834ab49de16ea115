import type { MethodStep } from "#core/methods/method.ts";
import type { SharedParameterId } from "#core/parameters/shared.ts";

export const SHARED_IDS = [
  "owner.account",
  "owner.region",
  "owner.locations",
  "owner.buckets",
  "owner.profile",
  "consumer.account",
  "consumer.principals",
  "consumer.profile",
  "consumer.appProfile",
  "guardrails.tlsOnly",
  "guardrails.minTlsVersion",
  "guardrails.vpcEndpoints",
  "guardrails.sourceCidrs",
  "guardrails.validUntil",
] as const satisfies readonly SharedParameterId[];

export const STEPS: readonly MethodStep[] = [
  {
    id: "owner",
    title: "Account A",
    description: "What is shared: the buckets, their prefixes and how they are encrypted.",
    side: "owner",
    parameters: [
      "owner.account",
      "owner.region",
      "owner.locations",
      "settings.objects",
      "owner.buckets",
      "settings.keyPolicy",
      "owner.profile",
    ],
  },
  {
    id: "grants",
    title: "Access Grants in account A",
    description: "The instance that gives credentials, and the role that stands behind them.",
    side: "owner",
    parameters: [
      "settings.roleName",
      "settings.instances",
      "settings.sharing",
      "settings.sameOrganization",
      "settings.locationScope",
      "settings.rolePath",
      "settings.policyName",
      "settings.sessionSeconds",
      "settings.shareName",
      "settings.identityCenterArn",
      "settings.directoryUsers",
      "settings.directoryGroups",
    ],
  },
  {
    id: "consumer",
    title: "Account B",
    description: "Who gets grants: roles and users, each by its own ARN.",
    side: "consumer",
    parameters: [
      "consumer.account",
      "consumer.principals",
      "settings.consumerPolicyName",
      "consumer.profile",
      "consumer.appProfile",
    ],
  },
  {
    id: "guardrails",
    title: "Guardrails",
    description: "Limits on what the credentials can do. None of them widens a grant.",
    side: "both",
    parameters: [
      "guardrails.tlsOnly",
      "guardrails.minTlsVersion",
      "guardrails.vpcEndpoints",
      "guardrails.sourceCidrs",
      "guardrails.validUntil",
    ],
  },
];
