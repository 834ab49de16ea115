import { parsePolicyName } from "#core/aws/policy-name.ts";
import { parsed } from "#core/brand.ts";
import type { MethodStep } from "#core/methods/method.ts";
import type { Parameter } from "#core/parameters/parameter.ts";
import { textSchema } from "#core/parameters/reading.ts";
import type { SharedParameterId } from "#core/parameters/shared.ts";

export const SHARED_IDS = [
  "owner.account",
  "owner.region",
  "owner.locations",
  "owner.buckets",
  "owner.profile",
  "consumer.account",
  "consumer.principals",
  "consumer.consoleAccess",
  "consumer.profile",
  "consumer.appProfile",
  "guardrails.tlsOnly",
  "guardrails.minTlsVersion",
  "guardrails.organizationId",
  "guardrails.vpcEndpoints",
  "guardrails.sourceCidrs",
  "guardrails.mfa",
  "guardrails.validUntil",
] as const satisfies readonly SharedParameterId[];

export type Settings = {
  /** Name of account B's policy; "" to have one made from the bucket's name. */
  readonly policyName: string;
};

const policyName: Parameter<string, string> = {
  id: "settings.policyName",
  side: "consumer",
  label: "Policy name",
  help: "Of account B's identity policy. Leave empty for Xacct and the bucket's name.",
  example: "XacctAcmeShareData",
  where: {
    note: "An inline policy of the same name on the same role would be replaced: choose a name of its own for each sharing.",
  },
  control: { kind: "text" },
  schema: textSchema((text) => (text.trim() === "" ? parsed("") : parsePolicyName(text))),
  default: "",
  placeholder: "",
  linkKey: "policy",
  advanced: true,
};

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
