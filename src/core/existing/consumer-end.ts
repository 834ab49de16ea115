import { isPartition } from "#core/aws/region.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import {
  assumePolicyName,
  bucketPolicyName,
  GRANTS_POLICY_NAME,
} from "#core/policy/policy-names.ts";
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

/** Stands for an ARN, of which the path is not known either. */
const POLICY_ARN = "POLICY_ARN";

/** Stands for the role of a grant. */
const ROLE_NAME = "ROLE_NAME";

/** The policy of account A that was ended. */
export interface EndedPolicy {
  readonly kind: string;
  /** Bucket, instance or role name; "" where it is not known. */
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
  return principals.map((principal) => {
    const account = /^arn:([^:]*):iam::(\d{12}):root$/.exec(principal);
    if (account === null) return endOf(principal, guess);
    const [, partition = "aws", id = ""] = account;
    const end = endOf(`arn:${partition}:iam::${id}:role/${ROLE_NAME}`, guess);
    return {
      ...end,
      principal,
      said: `The roles and users of this account that had grants: put each in the place of ${ROLE_NAME}. ${end.said}`,
    };
  });
}

function guessedName({ kind, name }: EndedPolicy): string | undefined {
  if (kind === "bucket-policy") return bucketPolicyName(name);
  if (kind === "instance-policy") return GRANTS_POLICY_NAME;
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
  // Without a path, as the methods make it; of another policy only the list tells the path.
  const policyArn =
    guess === undefined ? POLICY_ARN : `arn:${partition}:iam::${account}:policy/${policyName}`;
  const attached = { holder, name, policyArn } as const;
  const theArn =
    guess === undefined
      ? `with its ARN in the place of ${POLICY_ARN}`
      : "with the ARN that was printed, which has the policy's path; here the path is /";
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
        title: `If the attached one is for this sharing only, detach it, ${theArn}:`,
        command: iam.detachPolicy(admin, attached),
      },
      {
        title: "Then, if it is its own and no other role, user or group has it, delete it:",
        command: iam.deletePolicy(admin, policyArn),
      },
    ],
    said:
      guess === undefined
        ? `Account A's policy does not tell the name of this one: put the one that was printed in the place of ${UNKNOWN_NAME}.`
        : `${guess} is guessed: S3 Handshake gives that name where none was chosen. If the list has another one, put that in its place.`,
  };
}
