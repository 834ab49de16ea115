import { isPartition } from "#core/aws/region.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import { assumePolicyName, bucketPolicyName } from "#core/policy/policy-names.ts";
import * as iam from "#core/render/calls/iam.ts";
import type { CliCommand } from "#core/render/command-line.ts";
import { callerOf } from "./end-commands.ts";

/** What account B does for one of the roles and users that a policy of account A named. */
export interface ConsumerEnd {
  readonly principal: string;
  /** Of the policy: guessed, or a word that works nowhere. */
  readonly policyName: string;
  readonly isGuessed: boolean;
  /** None where IAM lets nobody edit it. */
  readonly commands: readonly { readonly title: string; readonly command: CliCommand }[];
  readonly said: string;
}

/** Stands for a name that account A's policy does not tell. */
const UNKNOWN_NAME = "POLICY_NAME";

/** The policy of account A that was ended. */
export interface EndedPolicy {
  readonly kind: string;
  /** Bucket or role name; "" where it is not known. */
  readonly name: string;
  readonly isOurs: boolean;
}

/**
 * Account B's half is a policy of a role or user, of which account A's half tells neither the name nor
 * how it is put there: the commands look first, and take the name that the methods give by themselves.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html
 */
export function consumerEnds(
  principals: readonly string[],
  ended: EndedPolicy,
): readonly ConsumerEnd[] {
  const guess = ended.isOurs && ended.name !== "" ? guessedName(ended) : undefined;
  return principals.map((principal) => endOf(principal, guess));
}

function guessedName({ kind, name }: EndedPolicy): string | undefined {
  if (kind === "bucket-policy") return bucketPolicyName(name);
  return kind === "trust-policy" ? assumePolicyName(name) : undefined;
}

function endOf(principal: string, guess: string | undefined): ConsumerEnd {
  const policyName = guess ?? UNKNOWN_NAME;
  const found = { principal, policyName, isGuessed: guess !== undefined };
  if (principal.includes(":role/aws-reserved/")) {
    return {
      ...found,
      commands: [],
      said: "AWS made this role, and IAM does not let it be edited. One of IAM Identity Center gets its policy from its permission set: take it out there.",
    };
  }
  const [, partition = "aws", , , account = "", resource = ""] = principal.split(":");
  const admin = callerOf({
    partition: isPartition(partition) ? partition : "aws",
    region: "",
    account: "",
  });
  const holder = resource.startsWith("user/") ? "user" : "role";
  const name = nameInArn(principal);
  const inline = { holder, name, policyName } as const;
  const policyArn = `arn:${partition}:iam::${account}:policy/${policyName}`;
  const attached = { holder, name, policyArn } as const;
  return {
    ...found,
    commands: [
      { title: "Names of its inline policies:", command: iam.listInlinePolicies(admin, inline) },
      { title: "What the one says:", command: iam.getInlinePolicy(admin, inline) },
      {
        title: "If it is for this sharing only, delete it:",
        command: iam.deleteInlinePolicy(admin, inline),
      },
      {
        title: "If it is none of those, it is attached:",
        command: iam.listAttachedPolicies(admin, attached),
      },
      {
        title: "If the attached one is for this sharing only, detach it:",
        command: iam.detachPolicy(admin, attached),
      },
    ],
    said:
      guess === undefined
        ? `Account A's policy does not tell the name of this one: put the one that was printed in the place of ${UNKNOWN_NAME}.`
        : `${guess} is guessed: S3 Handshake gives that name where none was chosen. If the list has another one, put that in its place.`,
  };
}
