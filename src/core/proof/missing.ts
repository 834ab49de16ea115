import type { CallerPolicyType, Missing } from "#core/proof/decision.ts";
import { type PreparedRequest, resourceNoun, resourcePolicyType } from "#core/proof/request.ts";
import type { Side } from "#core/side.ts";

const ACCOUNT_NAMES: Readonly<Record<Side, string>> = { owner: "Account A", consumer: "Account B" };

/** Whoever owns the resource is the owner; a caller of another account is the consumer. */
function callerSide({ caller, resourceAccount }: PreparedRequest): Side {
  return caller.account === resourceAccount ? "owner" : "consumer";
}

function actionOnResource(request: PreparedRequest): string {
  const { action, resourceArn } = request;
  return resourceArn === "*" ? action : `${action} on this ${resourceNoun(resourceArn)}`;
}

/** The sentences that say which side lacks what. */
export const missing = {
  callerPolicy(request: PreparedRequest, policyType: CallerPolicyType, exists = true): Missing {
    const side = callerSide(request);
    const account = ACCOUNT_NAMES[side];
    const what = actionOnResource(request);
    const message = exists
      ? `${account}'s ${policyType} does not allow ${what}.`
      : `${account} has no ${policyType} that allows ${what}.`;
    return { side, policyType, message };
  },

  resourcePolicy(request: PreparedRequest, exists: boolean): Missing {
    const policyType = resourcePolicyType(request.resourceArn);
    const what = actionOnResource(request);
    const message = exists
      ? `${ACCOUNT_NAMES.owner}'s ${policyType} does not allow this principal ${what}.`
      : `${ACCOUNT_NAMES.owner} has no ${policyType} that allows this principal ${what}.`;
    return { side: "owner", policyType, message };
  },

  /** In one account either policy would do. */
  eitherPolicy(request: PreparedRequest): Missing {
    const policyType = resourcePolicyType(request.resourceArn);
    const message = `Neither an identity policy nor the ${policyType} of account A allows ${actionOnResource(request)}.`;
    return { side: "owner", policyType: "identity policy", message };
  },

  foreignObject(request: PreparedRequest): Missing {
    const message = `${ACCOUNT_NAMES.owner} does not own this object, so its bucket policy cannot allow ${request.action}. Set Object Ownership to BucketOwnerEnforced.`;
    return { side: "owner", policyType: "ACL", message };
  },

  publicPolicy(request: PreparedRequest): Missing {
    const message = `${ACCOUNT_NAMES.owner}'s bucket policy has a public statement, and RestrictPublicBuckets then shuts out every other account: ${request.action} is not allowed. Name the principals in every statement.`;
    return { side: "owner", policyType: "Block Public Access", message };
  },
};
