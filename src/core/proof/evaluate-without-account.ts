import type { Grants, Situation } from "#core/proof/situation.ts";

/**
 * AWS services, federated identities and anonymous callers have no identity policy: only the
 * resource's policy speaks for them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function evaluateWithoutAccount({ resource }: Situation): Grants {
  return { allowedBy: resource.allowedBy, lacking: resource.lacking };
}
