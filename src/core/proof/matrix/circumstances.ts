import type { Agreement, Guardrails } from "#core/parameters/agreement.ts";
import { parseInstant } from "#core/proof/condition/instant.ts";
import { IP_ADDRESS_OPERATORS } from "#core/proof/condition/ip-address.ts";
import type { RequestContext } from "#core/proof/context.ts";

/** Under which circumstances a request is made: when, over which network, signed in how. */
export interface Circumstance {
  readonly id: string;
  /** Ends a sentence: "over plain HTTP". */
  readonly words: string;
  readonly context: RequestContext;
}

/** The guardrail that a question puts to the test. */
export type Guard = "tls" | "tls-version" | "organization" | "network" | "mfa" | "validity";

const SOME_DAY = "2026-12-01T12:00:00Z";
const ADDRESSES = ["198.51.100.17", "192.0.2.17", "203.0.113.17", "2001:db8::17"];
const OTHER_ENDPOINTS = ["vpce-0ddddddddddddddd0", "vpce-0ddddddddddddddd1"];
const OTHER_ORGANIZATIONS = ["o-zzzzzzzzzz", "o-yyyyyyyyyy"];
/** As S3 names the versions. */
const OLDER_TLS: Readonly<Record<"1.2" | "1.3", readonly string[]>> = {
  "1.2": ["1.0", "1.1"],
  "1.3": ["1.1", "1.2"],
};

/** Everything as agreed: one for each network that the data may be asked for from. */
export function agreedCircumstances({ guardrails }: Agreement): readonly Circumstance[] {
  const { vpcEndpoints, sourceCidrs } = guardrails;
  const base = agreedContext(guardrails);
  const ways = [
    ...vpcEndpoints.map((endpoint) => ({
      id: endpoint,
      words: `through ${endpoint}`,
      context: { ...base, "aws:SourceVpce": endpoint },
    })),
    ...sourceCidrs.map((cidr) => ({
      id: cidr,
      words: `from ${cidr}`,
      context: { ...base, "aws:SourceIp": cidr.split("/", 1)[0] ?? "" },
    })),
  ];
  if (ways.length > 0) return ways;
  return [{ id: "agreed", words: "", context: { ...base, "aws:SourceIp": ADDRESSES[0] ?? "" } }];
}

function agreedContext({ organizationId, mfa, validUntil }: Guardrails): RequestContext {
  const end = validUntil === "" ? undefined : parseInstant(validUntil);
  return {
    ...timeContext(end === undefined ? (parseInstant(SOME_DAY) ?? 0) : end - 1),
    "aws:SecureTransport": "true",
    "s3:TlsVersion": "1.3",
    "aws:PrincipalIsAWSService": "false",
    "aws:ViaAWSService": "false",
    ...(organizationId === "" ? {} : { "aws:PrincipalOrgID": organizationId }),
    ...(mfa ? { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "60" } : {}),
  };
}

function timeContext(seconds: number): RequestContext {
  return { "aws:CurrentTime": String(seconds), "aws:EpochTime": String(seconds) };
}

/** A circumstance in which the guardrail must keep the request out. */
export interface Guarded extends Circumstance {
  readonly guard: Guard;
}

/** The first and the last of the agreed ways: one of each kind of network, where there are two. */
export function usual({
  agreed,
}: {
  readonly agreed: readonly Circumstance[];
}): readonly Circumstance[] {
  return agreed.length < 3 ? agreed : [...agreed.slice(0, 1), ...agreed.slice(-1)];
}

/** What each guardrail of the agreement must keep out. */
export function guardedCircumstances(agreement: Agreement): readonly Guarded[] {
  const { guardrails } = agreement;
  const agreed = usual({ agreed: agreedCircumstances(agreement) });
  return [
    ...agreed.flatMap((each) => guardedFrom(each, guardrails)),
    ...foreignNetworks(guardrails).map((network) => ({
      ...network,
      guard: "network" as const,
      context: {
        ...agreed[0]?.context,
        "aws:SourceIp": [],
        "aws:SourceVpce": [],
        ...network.context,
      },
    })),
  ];
}

/** Over one of the agreed networks. */
function guardedFrom(agreed: Circumstance, guardrails: Guardrails): readonly Guarded[] {
  const { tlsOnly, minTlsVersion, organizationId, mfa, validUntil } = guardrails;
  const guarded = (guard: Guard, id: string, words: string, change: RequestContext): Guarded => ({
    guard,
    id: `${id} ${agreed.id}`,
    words,
    context: { ...agreed.context, ...change },
  });
  const end = validUntil === "" ? undefined : parseInstant(validUntil);
  return [
    ...(tlsOnly
      ? [guarded("tls", "plain-http", "over plain HTTP", { "aws:SecureTransport": "false" })]
      : []),
    ...(minTlsVersion === "" ? [] : OLDER_TLS[minTlsVersion]).map((version) =>
      guarded("tls-version", `tls-${version}`, `over TLS ${version}`, { "s3:TlsVersion": version }),
    ),
    ...(organizationId === ""
      ? []
      : [
          guarded("organization", "other-organization", "from another organization", {
            "aws:PrincipalOrgID": otherThan([organizationId], OTHER_ORGANIZATIONS),
          }),
          guarded("organization", "no-organization", "outside any organization", {
            "aws:PrincipalOrgID": [],
          }),
        ]),
    ...(mfa
      ? [
          guarded("mfa", "no-mfa", "without MFA", {
            "aws:MultiFactorAuthPresent": "false",
            "aws:MultiFactorAuthAge": [],
          }),
          guarded("mfa", "long-term-key", "with a long-term access key", {
            "aws:MultiFactorAuthPresent": [],
            "aws:MultiFactorAuthAge": [],
          }),
        ]
      : []),
    ...(end === undefined
      ? []
      : [guarded("validity", "expired", `from ${validUntil} on`, timeContext(end))]),
  ];
}

function foreignNetworks({ vpcEndpoints, sourceCidrs }: Guardrails): readonly Circumstance[] {
  if (vpcEndpoints.length === 0 && sourceCidrs.length === 0) return [];
  const inside = sourceCidrs.map((cidr) => IP_ADDRESS_OPERATORS["IpAddress"]?.compare(cidr, false));
  const address = ADDRESSES.find((each) => !inside.some((matches) => matches?.(each, new Map())));
  return [
    ...(address === undefined
      ? []
      : [
          {
            id: "other-address",
            words: "from another address",
            context: { "aws:SourceIp": address },
          },
        ]),
    {
      id: "other-endpoint",
      words: "through another VPC endpoint",
      context: { "aws:SourceVpce": otherThan(vpcEndpoints, OTHER_ENDPOINTS) },
    },
  ];
}

/** The first candidate that the agreement does not use. */
export function otherThan(used: readonly string[], candidates: readonly string[]): string {
  return candidates.find((candidate) => !used.includes(candidate)) ?? "";
}
