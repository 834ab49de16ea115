import { splitArn } from "#core/aws/arn.ts";
import type { Rule } from "#core/lint/rule.ts";

const ACCOUNT = /^\d{12}$/;
const USUAL = /^arn:[a-z-]+:iam::\d{12}:(role|user)\/[^*?]+$/;
/** CloudFront's own account has a name. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html */
const ORIGIN_ACCESS_IDENTITY =
  /^arn:[a-z-]+:iam::cloudfront:user\/CloudFront Origin Access Identity [A-Z0-9]+$/;
/** What a principal of a deleted role or user turns into; AWS keeps it as it stands. */
const UNIQUE_ID = /^A(ROA|IDA)[A-Z0-9]{12,}$/;

export const invalidPrincipal: Rule = {
  id: "invalid-principal",
  severity: "error",
  why: "AWS looks a principal up when the policy is saved: it must be an account, a user, a role or one session of a role. Wildcards and groups are refused.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  of: "statement",
  check: ({ principals }) =>
    principals.flatMap(({ type, text, path }) => {
      const message = type === "AWS" ? complaint(text) : undefined;
      return message === undefined ? [] : [{ message, path }];
    }),
};

function complaint(name: string): string | undefined {
  if (USUAL.test(name) || ORIGIN_ACCESS_IDENTITY.test(name)) return undefined;
  if (name === "*" || ACCOUNT.test(name) || UNIQUE_ID.test(name)) return undefined;
  const arn = splitArn(name);
  if (arn === undefined) {
    return `“${name}” is no principal. Enter an account ID with 12 digits or the ARN of a role or user.`;
  }
  const { service, account, resource } = arn;
  if (resource.includes("*") || resource.includes("?") || account.includes("*")) {
    return "A principal takes no wildcard. Name the account and hold aws:PrincipalArn to the pattern, or name each role.";
  }
  if (!ACCOUNT.test(account)) return `The account ID “${account}” does not have 12 digits.`;
  if (service === "iam" && resource.startsWith("group/")) {
    return "A group cannot be a principal. Name its users, a role, or the account.";
  }
  const isIam = service === "iam" && /^(root$|user\/.|role\/.)/.test(resource);
  const isSts = service === "sts" && /^(assumed-role\/[^/]+\/.|federated-user\/.)/.test(resource);
  return isIam || isSts
    ? undefined
    : `“${name}” is no principal. Name an account, a user, a role, or one session of a role.`;
}
