import type { CallerPolicyType, Missing } from "#core/proof/decision.ts";
import { type PreparedRequest, resourceNoun, resourcePolicyType } from "#core/proof/request.ts";
import type { Side } from "#core/side.ts";

/** What a request lacks, before it is put into a sentence: most requests are never explained. */
export type Lack =
  /** The caller's policies of this type are silent, or there are none. */
  | { readonly kind: "caller-policy"; readonly policyType: CallerPolicyType }
  | { readonly kind: "no-caller-policy"; readonly policyType: CallerPolicyType }
  | { readonly kind: "resource-policy" }
  | { readonly kind: "no-resource-policy" }
  /** In one account either policy would do. */
  | { readonly kind: "either-policy" }
  | { readonly kind: "foreign-object" }
  | { readonly kind: "public-policy" };

type Sentences = {
  readonly [Kind in Lack["kind"]]: (
    request: Wording,
    lack: Extract<Lack, { readonly kind: Kind }>,
  ) => Missing;
};

const ACCOUNT_NAMES: Readonly<Record<Side, string>> = { owner: "Account A", consumer: "Account B" };

const SENTENCES: Sentences = {
  "caller-policy": (request, { policyType }) => {
    const side = callerSide(request);
    const message = `${ACCOUNT_NAMES[side]}'s ${policyType} does not allow ${asked(request)}.`;
    return { side, policyType, message };
  },
  "no-caller-policy": (request, { policyType }) => {
    const side = callerSide(request);
    const message = `${ACCOUNT_NAMES[side]} has no ${policyType} that allows ${asked(request)}.`;
    return { side, policyType, message };
  },
  "resource-policy": (request) => {
    const policyType = resourcePolicyType(request.resourceArn);
    const message = `Account A's ${policyType} does not allow this principal ${asked(request)}.`;
    return { side: "owner", policyType, message };
  },
  "no-resource-policy": (request) => {
    const policyType = resourcePolicyType(request.resourceArn);
    const message = `Account A has no ${policyType} that allows this principal ${asked(request)}.`;
    return { side: "owner", policyType, message };
  },
  "either-policy": (request) => {
    const resourcePolicy = resourcePolicyType(request.resourceArn);
    const message = `Neither an identity policy nor the ${resourcePolicy} of account A allows ${asked(request)}.`;
    return { side: "owner", policyType: "identity policy", message };
  },
  "foreign-object": (request) => ({
    side: "owner",
    policyType: "ACL",
    message: `Account A does not own this object, so its bucket policy cannot allow ${request.action}. Set Object Ownership to BucketOwnerEnforced.`,
  }),
  "public-policy": (request) => ({
    side: "owner",
    policyType: "Block Public Access",
    message: `Account A's bucket policy has a public statement, and RestrictPublicBuckets then shuts out every other account: ${request.action} is not allowed. Name the principals in every statement.`,
  }),
};

/** What the sentences need to know of a request. */
export type Wording = Pick<
  PreparedRequest,
  "caller" | "action" | "resourceArn" | "resourceAccount"
>;

/** Says which side lacks what. */
export function missingOf<Kind extends Lack["kind"]>(
  request: Wording,
  lack: Extract<Lack, { readonly kind: Kind }>,
): Missing {
  const sentence: Sentences[Kind] = SENTENCES[lack.kind as Kind];
  return sentence(request, lack);
}

/** Whoever owns the resource is the owner; a caller of another account is the consumer. */
function callerSide({ caller, resourceAccount }: Wording): Side {
  return caller.account === resourceAccount ? "owner" : "consumer";
}

function asked({ action, resourceArn }: Wording): string {
  return resourceArn === "*" ? action : `${action} on this ${resourceNoun(resourceArn)}`;
}
