import { iamRolesPage } from "#core/aws/console-links.ts";
import { type Principal, parsePrincipal } from "#core/aws/principal.ts";
import type { Parameter } from "./parameter.ts";
import { principalPlaceholder } from "./placeholders.ts";
import { type Reading, readingSchema, readList } from "./reading.ts";
import { awsCommand, consoleAt } from "./where.ts";

/** Ours, not AWS's: a bucket policy of 20 KB is full long before. */
export const PRINCIPALS_MAX = 500;

export const consumerPrincipals: Parameter<readonly string[], readonly Principal[]> = {
  id: "consumer.principals",
  side: "consumer",
  label: "Principals",
  help: "Who of account B gets access: ARNs of roles or users, or of the account's root for all of it.",
  example: "arn:aws:iam::444455556666:role/analytics-app",
  where: {
    command: (draft) =>
      awsCommand(draft, "consumer", 'iam list-roles --query "Roles[].Arn" --output text'),
    console: (draft) => ({ label: "Roles", url: iamRolesPage(consoleAt(draft)) }),
    note: "As the identity itself, `aws sts get-caller-identity` prints an ARN that can be pasted here.",
  },
  control: { kind: "list", itemName: "principal", addLabel: "Add principal" },
  schema: readingSchema((raw) => readPrincipals(raw, principalPlaceholder())),
  default: [],
  placeholder: [principalPlaceholder()],
  linkKey: "principal",
};

/** One principal for each text, at the same position; the placeholder stands for what cannot be read. */
export function readPrincipals(
  raw: unknown,
  placeholder: Principal,
): Reading<readonly Principal[]> {
  return readList(raw, {
    parse: parsePrincipal,
    max: PRINCIPALS_MAX,
    tooMany: (count) =>
      `There are ${count} principals; at most ${PRINCIPALS_MAX} fit one sharing. Name the account's root and let account B's admin choose.`,
    empty: "Add at least one principal: a role or user of account B.",
    placeholder,
  });
}
