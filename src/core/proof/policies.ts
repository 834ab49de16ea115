import type { PolicyProblem, PolicyType, ResourcePolicyType } from "#core/proof/decision.ts";
import { compilePolicy, type PolicyInput } from "#core/proof/policy/policy.ts";
import type { CompiledStatement } from "#core/proof/policy/statement.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import type { S3State } from "#core/proof/s3-state.ts";

/** Every policy that bears on a request. */
export interface Policies {
  readonly identity?: readonly PolicyInput[];
  /** The policy on the resource; absent when the resource has none. */
  readonly resource?: PolicyInput;
  readonly resourceType?: ResourcePolicyType;
  /** Absent when the caller has no boundary. */
  readonly boundary?: readonly PolicyInput[];
  /** Absent when the session was made without one. */
  readonly session?: readonly PolicyInput[];
  /** Levels of the caller's organization, from the root down; each level must allow. */
  readonly serviceControl?: readonly (readonly PolicyInput[])[];
  /** Of the resource's organization. `RCPFullAWSAccess` is always attached, so only denies count. */
  readonly resourceControl?: readonly PolicyInput[];
  /** Absent when the call does not go through a VPC endpoint. */
  readonly vpcEndpoint?: readonly PolicyInput[];
  /** Object Ownership, ACL and Block Public Access; left out, only policies decide. */
  readonly s3?: S3State;
}

export type Statements = readonly CompiledStatement[];

/** Policies read once, for many requests. Undefined where there is no policy of that type. */
export interface CompiledPolicies {
  readonly identity: Statements | undefined;
  readonly resource: Statements | undefined;
  readonly boundary: Statements | undefined;
  readonly session: Statements | undefined;
  readonly serviceControl: readonly Statements[];
  readonly resourceControl: Statements | undefined;
  readonly vpcEndpoint: Statements | undefined;
  readonly s3: S3State | undefined;
  /** RestrictPublicBuckets is on and the resource policy is public. */
  readonly shutsOutOtherAccounts: boolean;
  readonly problems: readonly PolicyProblem[];
}

/** Reads all policies; what AWS would refuse ends up in `problems`. */
export function compilePolicies(policies: Policies): CompiledPolicies {
  const problems: PolicyProblem[] = [];
  const compileAll = (inputs: readonly PolicyInput[], policyType: PolicyType): Statements =>
    inputs.flatMap((input) => {
      const compiled = compilePolicy(input, policyType);
      problems.push(...compiled.problems);
      return compiled.statements;
    });
  const optional = (inputs: readonly PolicyInput[] | undefined, policyType: PolicyType) =>
    inputs && compileAll(inputs, policyType);
  const { resource, resourceType = "resource policy" } = policies;
  const resourceStatements = resource && compileAll([resource], resourceType);
  return {
    identity: optional(policies.identity, "identity policy"),
    resource: resourceStatements,
    boundary: optional(policies.boundary, "permissions boundary"),
    session: optional(policies.session, "session policy"),
    serviceControl: (policies.serviceControl ?? []).map((level) =>
      compileAll(level, "service control policy"),
    ),
    resourceControl: optional(policies.resourceControl, "resource control policy"),
    vpcEndpoint: optional(policies.vpcEndpoint, "VPC endpoint policy"),
    s3: policies.s3,
    shutsOutOtherAccounts:
      policies.s3?.restrictPublicBuckets === true && isPublicBucketPolicy(resourceStatements ?? []),
    problems,
  };
}
