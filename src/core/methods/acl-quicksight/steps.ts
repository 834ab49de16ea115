import type { MethodStep } from "#core/methods/method.ts";
import type { SharedParameterId } from "#core/parameters/shared.ts";

export const SHARED_IDS = [
  "owner.account",
  "owner.region",
  "owner.locations",
  "owner.buckets",
  "owner.profile",
  "consumer.account",
  "consumer.profile",
  "guardrails.tlsOnly",
  "guardrails.minTlsVersion",
  "guardrails.organizationId",
  "guardrails.validUntil",
] as const satisfies readonly SharedParameterId[];

export const STEPS: readonly MethodStep[] = [
  {
    id: "owner",
    title: "Account A",
    description: "What is shared: QuickSight lists the bucket and reads below the prefixes.",
    side: "owner",
    parameters: [
      "owner.account",
      "owner.region",
      "owner.locations",
      "owner.buckets",
      "settings.variant",
      "settings.ownerCanonicalId",
      "owner.profile",
    ],
  },
  {
    id: "files",
    title: "Files",
    description: "What the manifest says: which files QuickSight reads, and how they are written.",
    side: "owner",
    parameters: [
      "settings.files",
      "settings.prefixes",
      "settings.format",
      "settings.textQualifier",
      "settings.containsHeader",
      "settings.columns",
    ],
  },
  {
    id: "consumer",
    title: "Account B",
    description: "Which role QuickSight reads with, and who owns the data set.",
    side: "consumer",
    parameters: [
      "consumer.account",
      "settings.serviceRoles",
      "settings.customRole",
      "settings.consumerCanonicalId",
      "settings.manifestBucket",
      "settings.quicksightUser",
      "settings.policyName",
      "settings.manifestKey",
      "settings.assetName",
      "settings.assetId",
      "settings.quicksightRegion",
      "consumer.profile",
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
      "guardrails.validUntil",
    ],
  },
];
