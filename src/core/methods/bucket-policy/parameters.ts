import type { MethodStep } from "#core/methods/method.ts";
import { policyNameParameter } from "#core/parameters/policy-name.ts";

export type Settings = {
  /** Name of account B's policy; "" to have one made from the bucket's name. */
  readonly policyName: string;
};

const policyName = policyNameParameter({
  id: "settings.policyName",
  side: "consumer",
  label: "Policy name",
  help: "Of account B's identity policy. Leave empty for Xacct and the bucket's name.",
  example: "XacctAcmeShareData",
  where: {
    note: "An inline policy of the same name on the same role would be replaced: choose a name of its own for each sharing.",
  },
  linkKey: "policy",
});

export const OWN = { policyName };

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
      "owner.profile",
    ],
  },
  {
    id: "consumer",
    title: "Account B",
    description: "Who gets access. They keep their own identity: no other role is assumed.",
    side: "consumer",
    parameters: [
      "consumer.account",
      "consumer.principals",
      "consumer.consoleAccess",
      "settings.policyName",
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
      "guardrails.validUntil",
    ],
  },
];
