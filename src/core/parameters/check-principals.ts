import { type Check, error, warning } from "./check.ts";
import type { Issue } from "./parameter.ts";

const at = (index: number) => `consumer.principals.${index}`;

export const principalsAreConsumers: Check = {
  needs: ["consumer.account", "consumer.principals"],
  find: ({ agreement: { consumer }, isValid }) =>
    isValid("consumer.account")
      ? consumer.principals.flatMap(({ account }, index) =>
          isValid(at(index)) && account !== consumer.account
            ? [
                error(
                  at(index),
                  `This principal is in account ${account}, but account B is ${consumer.account}. Correct one of the two.`,
                ),
              ]
            : [],
        )
      : [],
};

/**
 * Principals are matched inside a partition; IAM cannot share across.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export const principalsAreInPartition: Check = {
  needs: ["owner.region", "consumer.principals"],
  find: ({ agreement: { partition, owner, consumer }, isValid }) =>
    isValid("owner.region")
      ? consumer.principals.flatMap((principal, index) =>
          isValid(at(index)) && principal.partition !== partition
            ? [
                error(
                  at(index),
                  `This principal is in partition ${principal.partition}, but ${owner.region} is in ${partition}; IAM cannot share across partitions. Correct one of the two.`,
                ),
              ]
            : [],
        )
      : [],
};

export const principalsAreDistinct: Check = {
  needs: ["consumer.principals"],
  find: ({ agreement: { consumer }, isValid }) => {
    const readable = consumer.principals
      .map((principal, index) => ({ principal, index }))
      .filter(({ index }) => isValid(at(index)));
    const first = new Map<string, number>();
    for (const { principal, index } of readable) {
      if (!first.has(principal.arn)) first.set(principal.arn, index);
    }
    const roots = new Set(
      readable.flatMap(({ principal }) =>
        principal.kind === "account" ? [principal.account] : [],
      ),
    );
    return readable.flatMap(({ principal, index }): readonly Issue[] => {
      if (first.get(principal.arn) !== index) {
        return [warning(at(index), `${principal.arn} is listed twice. Remove one of the two.`)];
      }
      return principal.kind !== "account" && roots.has(principal.account)
        ? [
            warning(
              at(index),
              `The root of account ${principal.account} is listed too and lets in everyone whom account B's admin allows, so this principal adds nothing. Remove one of the two.`,
            ),
          ]
        : [];
    });
  },
};
