import type { MethodStep } from "#core/methods/method.ts";

export const STEPS: readonly MethodStep[] = [
  {
    id: "owner",
    title: "Account A",
    description:
      "What is shared: input that the third party reads, output that it writes. Each location has its own access.",
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
    id: "user",
    title: "User in account A",
    description: "The user whose access keys the third party gets. Nobody else uses it.",
    side: "owner",
    parameters: [
      "settings.userName",
      "settings.userPath",
      "settings.delivery",
      "settings.policyName",
      "settings.permissionsBoundary",
      "settings.purpose",
    ],
  },
  {
    id: "consumer",
    title: "Third party",
    description:
      "What its product needs besides the data. It needs no AWS account: it gets access keys.",
    side: "consumer",
    parameters: [
      "settings.listAllBuckets",
      "settings.selfCheck",
      "settings.athena",
      "consumer.appProfile",
    ],
  },
  {
    id: "guardrails",
    title: "Guardrails",
    description:
      "Limits on top of the grant. A key works for whoever has it: say from where, and until when.",
    side: "both",
    parameters: [
      "guardrails.sourceCidrs",
      "guardrails.validUntil",
      "guardrails.tlsOnly",
      "guardrails.minTlsVersion",
    ],
  },
];
