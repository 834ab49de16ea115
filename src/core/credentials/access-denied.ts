import type { FailureText } from "./failure-text.ts";

/** What the agreement asks of the one who assumes the role. */
export interface AssumeFacts {
  readonly roleArn: string;
  /** "" for none. */
  readonly externalId: string;
  readonly mfa: boolean;
  /** "" for none. */
  readonly organizationId: string;
  /** "" for no end. */
  readonly validUntil: string;
  readonly callerArn: string;
  /** The caller is one of the agreement's principals. */
  readonly agreed: boolean;
}

/**
 * Causes of a refused AssumeRole, for which AWS has one message. It names the kind of policy only within one account or
 * organization.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html#troubleshoot_roles_cant-assume-role
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDenied(message: string, facts: AssumeFacts | undefined): FailureText {
  if (facts === undefined) {
    return {
      title: "AWS does not let these credentials ask who they are.",
      remedies: [
        "An explicit deny in the organization or in a session policy is in the way. Use other credentials of the account.",
      ],
    };
  }
  const named = NAMED.find(({ words }) => words.test(message));
  return {
    title: "AWS denied AssumeRole.",
    remedies: named === undefined ? likelyCauses(facts) : [named.remedy(facts)],
  };
}

interface Named {
  readonly words: RegExp;
  readonly remedy: (facts: AssumeFacts) => string;
}

const NAMED: readonly Named[] = [
  {
    words: /explicit deny in (?:a |an )?service control policy/i,
    remedy: () =>
      "A service control policy of account B's organization denies it. Its administrators have to allow sts:AssumeRole on the role.",
  },
  {
    words: /explicit deny in (?:a |an )?resource control policy/i,
    remedy: () =>
      "A resource control policy of account A's organization denies it. Its administrators have to allow account B.",
  },
  {
    words: /(?:explicit deny in|no) (?:a |an )?permissions boundary/i,
    remedy: ({ roleArn }) =>
      `The caller's permissions boundary in account B has to allow sts:AssumeRole on ${roleArn} too.`,
  },
  {
    words: /(?:explicit deny in|no) (?:a |an )?session policy/i,
    remedy: () => "The caller's session was made with a policy that leaves sts:AssumeRole out.",
  },
  { words: /(?:explicit deny in|no) (?:an? )?identity-based policy/i, remedy: identityPolicy },
  { words: /(?:explicit deny in|no) (?:a |an )?resource-based policy/i, remedy: trustPolicy },
];

function likelyCauses(facts: AssumeFacts): readonly string[] {
  return [
    ...(facts.agreed
      ? []
      : [
          `Principal: ${facts.callerArn} is none of the agreement's principals. Paste credentials of one, or add it and let account A put the new trust policy in place.`,
        ]),
    trustPolicy(facts),
    identityPolicy(facts),
    externalId(facts),
    ...(facts.mfa
      ? [
          "MFA: the trust policy asks for it. Get a session with it (aws sts get-session-token with --serial-number and --token-code), and paste that.",
        ]
      : []),
    ...(facts.organizationId === ""
      ? []
      : [
          `Organization: account B has to be in ${facts.organizationId}, which the trust policy asks for.`,
        ]),
    ...(facts.validUntil === ""
      ? []
      : [`End date: the trust policy lets nobody in from ${facts.validUntil} on.`]),
    "Time: a role or policy that was just put in place takes effect after a minute or two.",
  ];
}

function trustPolicy({ roleArn }: AssumeFacts): string {
  return `Trust policy, account A: the role has to exist as ${roleArn}, path and upper case included, and to trust the caller. Its steps on this page put that in place.`;
}

function identityPolicy({ roleArn }: AssumeFacts): string {
  return `Identity policy, account B: the caller has to be allowed sts:AssumeRole on ${roleArn}. Its steps on this page put that in place.`;
}

function externalId({ externalId }: AssumeFacts): string {
  return externalId === ""
    ? "External ID: none was sent, because the agreement has none. If the trust policy asks for one, enter it in the agreement."
    : `External ID: ${externalId} was sent. The trust policy has to say exactly the same.`;
}
