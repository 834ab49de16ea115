import { type AssumeFacts, accessDenied } from "./access-denied.ts";
import type { FailureText } from "./failure-text.ts";

/** What went wrong on the way to STS or back; `code` is AWS's where AWS answered. */
export type StsFailure =
  | { readonly kind: "answered"; readonly code: string; readonly message: string }
  | { readonly kind: "offline" | "blocked" | "unreachable" | "slow" | "unreadable" };

const AGAIN = "Run aws configure export-credentials again and paste what it prints, whole.";
const BY_CLI =
  "Run the command in your own terminal instead: the page needs no credentials for anything.";

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const EXPIRED: FailureText = {
  title: "The credentials have ended.",
  remedies: ["Sign in again (aws sso login, or as you do), then paste the new ones."],
};
const NOT_KNOWN: FailureText = {
  title: "AWS does not know these credentials.",
  remedies: [
    "The key may be deactivated or deleted, or the session token may belong to another key.",
    "If the Region asked is one that accounts have to enable first, choose another one above.",
    "Credentials of aws-cn, aws-us-gov and aws-eusc are known in their own partition only: choose a Region of it above.",
    AGAIN,
  ],
};
const WRONG_SECRET: FailureText = {
  title: "The secret access key is not the one of this access key.",
  remedies: [AGAIN],
};
const CLOCK: FailureText = {
  title: "This computer's clock is wrong.",
  remedies: [
    "AWS takes no request whose time is more than a few minutes off. Set the clock to automatic, then try again.",
  ],
};
const REGION_OFF: FailureText = {
  title: "STS is not active in this Region for the account.",
  remedies: [
    "Choose another Region above: the answer is the same in all of them.",
    "Or let the account's admin activate it: IAM console, Account settings, Security Token Service.",
  ],
};
const THROTTLED: FailureText = {
  title: "STS gets too many requests from this account.",
  remedies: ["Wait a minute, then try again."],
};
const BROKEN_AWS: FailureText = {
  title: "STS could not answer.",
  remedies: ["Try again in a minute, or choose another Region above."],
};

/**
 * Error codes of STS, also where one cause has two names.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
const CODES: Readonly<Record<string, FailureText>> = {
  ExpiredToken: EXPIRED,
  ExpiredTokenException: EXPIRED,
  InvalidClientTokenId: NOT_KNOWN,
  UnrecognizedClientException: NOT_KNOWN,
  InvalidAccessKeyId: NOT_KNOWN,
  AuthFailure: NOT_KNOWN,
  SignatureDoesNotMatch: WRONG_SECRET,
  InvalidSignatureException: WRONG_SECRET,
  IncompleteSignature: WRONG_SECRET,
  MissingAuthenticationToken: WRONG_SECRET,
  RequestExpired: CLOCK,
  RequestTimeTooSkewed: CLOCK,
  RequestInTheFuture: CLOCK,
  RegionDisabledException: REGION_OFF,
  Throttling: THROTTLED,
  ThrottlingException: THROTTLED,
  RequestLimitExceeded: THROTTLED,
  InternalFailure: BROKEN_AWS,
  ServiceUnavailable: BROKEN_AWS,
  OptInRequired: {
    title: "The account has not subscribed to AWS STS.",
    remedies: ["Finish the account's sign-up in the AWS console, then try again."],
  },
};

/** One code has two causes, which only its words tell apart. */
const CLOCK_WORDS = /signature (?:expired|not yet current)/i;
const CHAINED_WORDS = /role chaining/i;
const DURATION_WORDS = /DurationSeconds/;

const NOT_ANSWERED: Readonly<
  Record<Exclude<StsFailure["kind"], "answered">, (endpoint: string) => FailureText>
> = {
  offline: () => ({
    title: "This browser is offline.",
    remedies: ["Connect to the network, then try again. Nothing else on this page needs it."],
  }),
  blocked: (endpoint) => ({
    title: `This page is not allowed to reach ${endpoint}.`,
    remedies: [
      "Whoever hosts this page has narrowed its Content-Security-Policy. Ask them to allow AWS's STS endpoints.",
      BY_CLI,
    ],
  }),
  unreachable: (endpoint) => ({
    title: `${endpoint} could not be reached.`,
    remedies: [
      "A proxy, a firewall or an extension of this browser may block it: browsers do not tell which. Allow that address, or try another network.",
      BY_CLI,
    ],
  }),
  slow: (endpoint) => ({
    title: `${endpoint} did not answer in time.`,
    remedies: ["Try again, or choose a Region nearer to you above.", BY_CLI],
  }),
  unreadable: (endpoint) => ({
    title: `What came back is not an answer of STS.`,
    remedies: [
      `Something between this browser and ${endpoint} answered in its place, a sign-in page of a network for example. Open any website first, then try again.`,
      BY_CLI,
    ],
  }),
};

/** Puts a failed call into words. `facts` is what the agreement asks of the one who assumes the role. */
export function explainFailure(
  failure: StsFailure,
  endpoint: string,
  facts?: AssumeFacts,
): FailureText {
  if (failure.kind !== "answered") return NOT_ANSWERED[failure.kind](endpoint);
  const { code, message } = failure;
  if (CLOCK_WORDS.test(message)) return CLOCK;
  if (code === "AccessDenied" || code === "AccessDeniedException") {
    return withWords(accessDenied(message, facts), message);
  }
  if (code === "ValidationError") return withWords(invalid(message), message);
  const known = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
  return (
    known ?? {
      title: `STS refused: ${/^[A-Za-z.]{1,64}$/.test(code) ? code : "an error without a name"}.`,
      remedies: [AGAIN, BY_CLI],
    }
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
function invalid(message: string): FailureText {
  if (CHAINED_WORDS.test(message) || DURATION_WORDS.test(message)) {
    return {
      title: "The session would be longer than the role allows.",
      remedies: [
        "Account A raises the role's maximum session duration, or ask for a shorter session.",
      ],
    };
  }
  return {
    title: "STS takes one of the values for invalid.",
    remedies: ["Check the role's ARN and the external ID in the agreement."],
  };
}

const SAID_MAX = 400;

function withWords(text: FailureText, said: string): FailureText {
  const words = said.replace(/\s+/g, " ").trim();
  return words === "" ? text : { ...text, said: words.slice(0, SAID_MAX) };
}
