import type { Guardrails } from "#core/parameters/agreement.ts";
import type { ConditionBlock, OneOrMany } from "./document.ts";

/** All of the blocks must hold. Where two name the same key of the same operator, the later wins. */
export function allOf(...blocks: readonly ConditionBlock[]): ConditionBlock {
  const operators = [...new Set(blocks.flatMap((block) => Object.keys(block)))];
  return Object.fromEntries(
    operators.map((operator) => [
      operator,
      Object.assign({}, ...blocks.map((block) => block[operator] ?? {})) as ConditionBlock[string],
    ]),
  );
}

/**
 * Ends the grant at 00:00 UTC of the day.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function untilCondition({ validUntil }: Guardrails): ConditionBlock {
  return validUntil === ""
    ? {}
    : { DateLessThan: { "aws:CurrentTime": `${validUntil}T00:00:00Z` } };
}

/**
 * Belongs on an Allow: the key is absent from requests with long-term keys, and `Bool` is then false.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function mfaCondition({ mfa }: Guardrails): ConditionBlock {
  return mfa ? { Bool: { "aws:MultiFactorAuthPresent": "true" } } : {};
}

export function organizationCondition({ organizationId }: Guardrails): ConditionBlock {
  return organizationId === "" ? {} : { StringEquals: { "aws:PrincipalOrgID": organizationId } };
}

/** One way in: a statement each, because conditions of one statement must all hold. */
export interface NetworkWay {
  /** For the Sid; "" when there is only one way. */
  readonly name: string;
  readonly condition: ConditionBlock;
}

/**
 * The networks a request may come from. `aws:SourceIp` is absent from requests through a VPC
 * endpoint, so addresses and endpoints can never hold together: each gets its own statement.
 * On an Allow, never as a Deny, which would lock out the console and the owner's own admins.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html
 */
export function networkWays({ vpcEndpoints, sourceCidrs }: Guardrails): readonly NetworkWay[] {
  const byEndpoint: ConditionBlock = {
    StringEquals: { "aws:SourceVpce": oneOrMany(vpcEndpoints) },
  };
  const byAddress: ConditionBlock = { IpAddress: { "aws:SourceIp": oneOrMany(sourceCidrs) } };
  if (vpcEndpoints.length > 0 && sourceCidrs.length > 0) {
    return [
      { name: "From Endpoint", condition: byEndpoint },
      { name: "From Address", condition: byAddress },
    ];
  }
  if (vpcEndpoints.length > 0) return [{ name: "", condition: byEndpoint }];
  if (sourceCidrs.length > 0) return [{ name: "", condition: byAddress }];
  return [{ name: "", condition: {} }];
}

export function oneOrMany(values: readonly string[]): OneOrMany {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}
