import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";

/** Twelve digits, kept as text: leading zeros count. */
export type AccountId = Brand<string, "AccountId">;

const ACCOUNT_ID_DIGITS = 12;

/** Whether text is an account ID as it stands in an ARN. */
export function isAccountId(text: string): text is AccountId {
  return /^\d{12}$/.test(text);
}

/**
 * Accepts exactly twelve ASCII digits, written together or grouped with blanks or hyphens, the way the
 * console shows them (4444-5555-6666). Never repairs a wrong count: a lost leading zero is for the person to find.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 */
export function parseAccountId(text: string): Parsed<AccountId> {
  const trimmed = text.trim();
  if (trimmed === "") return refused("Enter the 12-digit AWS account ID.");
  const digits = trimmed.replace(/[\s\u2010-\u2015-]/g, "");
  if (isAccountId(digits)) return parsed(digits);
  if (/^\d+$/.test(digits)) return refused(wrongCount(digits));
  if (/^arn:/i.test(trimmed)) {
    return refused("This is an ARN; enter only the 12 digits of the account ID in it.");
  }
  if (trimmed.includes("@")) {
    return refused(
      "This is an e-mail address; enter the 12-digit account ID, which `aws sts get-caller-identity` prints.",
    );
  }
  if (/^[0-9a-f]{64}$/i.test(trimmed)) {
    return refused("This is a canonical user ID; enter the 12-digit account ID instead.");
  }
  return refused(
    `“${shown(trimmed)}” is not an account ID: it has 12 digits and nothing else. An account alias does not work in policies.`,
  );
}

function wrongCount(digits: string): string {
  const count = digits.length === 1 ? "1 digit" : `${digits.length} digits`;
  const remedy =
    digits.length < ACCOUNT_ID_DIGITS
      ? "Check whether a leading zero was lost."
      : "Remove what does not belong to it.";
  return `“${shown(digits)}” has ${count}; an account ID has 12. ${remedy}`;
}

/** Long input is cut, so that a message stays readable. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
