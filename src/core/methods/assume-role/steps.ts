import type { MethodStep } from "#core/methods/method.ts";

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
      "owner.buckets",
      "settings.keyPolicy",
      "owner.profile",
    ],
  },
  {
    id: "role",
    title: "Role in account A",
    description: "The role that account B assumes. Everything is done as this role.",
    side: "owner",
    parameters: [
      "settings.roleName",
      "settings.rolePath",
      "settings.policyName",
      "settings.sessionSeconds",
      "settings.sourceIdentity",
    ],
  },
  {
    id: "consumer",
    title: "Account B",
    description: "Who may assume the role.",
    side: "consumer",
    parameters: [
      "consumer.account",
      "consumer.principals",
      "settings.thirdParty",
      "settings.externalId",
      "consumer.consoleAccess",
      "settings.sessionName",
      "settings.assumePolicyName",
      "consumer.profile",
      "consumer.appProfile",
    ],
  },
  {
    id: "guardrails",
    title: "Guardrails",
    description: "Limits on top of the grant. None of them widens it.",
    side: "both",
    parameters: [
      "guardrails.tlsOnly",
      "guardrails.minTlsVersion",
      "guardrails.organizationId",
      "guardrails.vpcEndpoints",
      "guardrails.sourceCidrs",
      "guardrails.mfa",
      "settings.mfaSerial",
      "guardrails.validUntil",
    ],
  },
];
