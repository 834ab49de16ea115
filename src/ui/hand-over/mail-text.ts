import { principalLabel } from "#core/aws/principal.ts";
import type { Prepared } from "#core/methods/method.ts";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import type { Side } from "#core/side.ts";

const NAMED = 5;

/** A message that can be sent as it is: what is shared, what to do with the link, what to check. */
export function mailText(
  prepared: Prepared,
  to: {
    readonly side: Side;
    readonly link: string;
    readonly missing: number;
    readonly steps: number;
  },
): string {
  const { agreement, method } = prepared;
  const places = agreement.owner.locations.map(({ bucket, prefix }) => `s3://${bucket}/${prefix}`);
  const principals = agreement.consumer.principals.map(principalLabel);
  const accountA = accountText("A", agreement.owner.account);
  const accountB = accountText("B", agreement.consumer.account);
  const what = named(places, "S3 data");
  const who = named(principals, "principals still to be named");
  const sides = sidesWithAccount(method);
  const both = sides.length > 1;
  return [
    `Sharing ${what} ${both ? "across two AWS accounts" : `with ${method.sides.consumer.inSentence}`}, by ${inSentence(method.title)}:`,
    "",
    `- ${accountA} owns the data.`,
    both
      ? `- ${accountB} gets access: ${who}.`
      : `- ${method.sides.consumer.atStart} needs no AWS account.`,
    "",
    sides.includes(to.side)
      ? `Open this link as the owner of ${method.sides[to.side].inSentence}:`
      : `Open this link as ${method.sides[to.side].inSentence}:`,
    to.link,
    "",
    todo(to.missing, to.steps),
    `Compare ${both ? "both account IDs" : "the account ID"} with what you know from elsewhere before you run anything.`,
    "The values are in the link itself, behind the #, which browsers send to no server. It holds no credentials.",
    "",
  ].join("\n");
}

/** `Bucket policy` becomes `bucket policy`; `IAM user` stays. */
function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
}

function todo(missing: number, steps: number): string {
  const own = `${steps} ${steps === 1 ? "step is" : "steps are"} yours, with commands and how to undo them.`;
  if (missing === 0) return own;
  return `${missing} ${missing === 1 ? "value is" : "values are"} still missing that only you know. Fill ${missing === 1 ? "it" : "them"} in and send back the link that the page gives you then. ${own}`;
}

function accountText(letter: string, account: string): string {
  return hasPlaceholder(account)
    ? `Account ${letter} (ID not known yet)`
    : `Account ${letter} (${account})`;
}

function named(all: readonly string[], none: string): string {
  const known = all.filter((text) => !hasPlaceholder(text));
  if (known.length === 0) return none;
  const shown = known.slice(0, NAMED).join(", ");
  return known.length > NAMED ? `${shown} and ${known.length - NAMED} more` : shown;
}
