import { cidrWarnings } from "#core/aws/cidr.ts";
import { isKnownRegion } from "#core/aws/region.ts";
import { type Check, error, warning } from "./check.ts";

/** Within one account an identity policy is enough, and most of what is generated here would be noise. */
export const accountsDiffer: Check = {
  needs: ["owner.account", "consumer.account"],
  find: ({ agreement: { owner, consumer }, isValid }) =>
    isValid("owner.account") && isValid("consumer.account") && owner.account === consumer.account
      ? [
          error(
            "consumer.account",
            `Account A and account B are both ${owner.account}; within one account an identity policy is enough. Enter the other account.`,
          ),
        ]
      : [],
};

export const regionIsKnown: Check = {
  needs: ["owner.region"],
  find: ({ agreement: { owner }, isValid }) =>
    isValid("owner.region") && !isKnownRegion(owner.region)
      ? [
          warning(
            "owner.region",
            `${owner.region} is not among the regions known here. Check the spelling, unless it is new.`,
          ),
        ]
      : [],
};

export const minTlsRequiresTls: Check = {
  needs: ["guardrails.tlsOnly", "guardrails.minTlsVersion"],
  find: ({ agreement: { guardrails } }) =>
    guardrails.minTlsVersion !== "" && !guardrails.tlsOnly
      ? [
          warning(
            "guardrails.minTlsVersion",
            "A minimum TLS version does not stop requests without TLS. Require TLS as well.",
          ),
        ]
      : [],
};

export const rangesLimit: Check = {
  needs: ["guardrails.sourceCidrs"],
  find: ({ agreement: { guardrails } }) =>
    guardrails.sourceCidrs.flatMap((cidr, index) =>
      cidrWarnings(cidr).map((message) => warning(`guardrails.sourceCidrs.${index}`, message)),
    ),
};
