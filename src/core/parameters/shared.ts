import { ownerBuckets } from "./buckets.ts";
import {
  consumerAccount,
  consumerAppProfile,
  consumerConsoleAccess,
  consumerProfile,
} from "./consumer.ts";
import {
  mfa,
  minTlsVersion,
  organizationId,
  sourceCidrs,
  tlsOnly,
  validUntil,
  vpcEndpoints,
} from "./guardrails.ts";
import { ownerLocations } from "./locations.ts";
import { ownerAccount, ownerProfile, ownerRegion } from "./owner.ts";
import type { Parameter, ParameterId } from "./parameter.ts";
import { consumerPrincipals } from "./principals.ts";

const PARAMETERS = {
  "owner.account": ownerAccount,
  "owner.region": ownerRegion,
  "owner.locations": ownerLocations,
  "owner.buckets": ownerBuckets,
  "owner.profile": ownerProfile,
  "consumer.account": consumerAccount,
  "consumer.principals": consumerPrincipals,
  "consumer.consoleAccess": consumerConsoleAccess,
  "consumer.profile": consumerProfile,
  "consumer.appProfile": consumerAppProfile,
  "guardrails.tlsOnly": tlsOnly,
  "guardrails.minTlsVersion": minTlsVersion,
  "guardrails.organizationId": organizationId,
  "guardrails.vpcEndpoints": vpcEndpoints,
  "guardrails.sourceCidrs": sourceCidrs,
  "guardrails.mfa": mfa,
  "guardrails.validUntil": validUntil,
} as const satisfies Readonly<Record<ParameterId, Parameter>>;

export type SharedParameterId = keyof typeof PARAMETERS;

/** The parameters a method may pick from; the order is that of the agreement file. */
export const SHARED: Readonly<Record<SharedParameterId, Parameter>> = PARAMETERS;
