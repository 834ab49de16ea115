import type { Rule } from "#core/lint/rule.ts";
import {
  actionsAt,
  isOwnersOwn,
  isPattern,
  serviceOf,
  withoutEntry,
} from "#core/lint/statement-facts.ts";
import { actionTest } from "#core/proof/policy/action.ts";

/** By which whoever has them can give themselves or others more. */
const ESCALATING = [
  "s3:PutBucketPolicy",
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutAccountPublicAccessBlock",
  "s3:PutBucketOwnershipControls",
  "s3:PutLifecycleConfiguration",
  "s3:PutReplicationConfiguration",
  "s3:PutEncryptionConfiguration",
  "s3:BypassGovernanceRetention",
  "s3:CreateAccessPoint",
  "s3:PutAccessPointPolicy",
  "s3:CreateAccessGrant",
  "s3:PutAccessGrantsInstanceResourcePolicy",
  "kms:PutKeyPolicy",
  "kms:CreateGrant",
  "kms:ScheduleKeyDeletion",
  "iam:PassRole",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:UpdateLoginProfile",
  "iam:AttachUserPolicy",
  "iam:AttachRolePolicy",
  "iam:PutUserPolicy",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
  "iam:CreatePolicyVersion",
  "iam:SetDefaultPolicyVersion",
  "iam:AddUserToGroup",
].map((name) => ({ name, lowerCase: name.toLowerCase() }));

/** `s3:*` and `*` have a rule of their own. */
export const escalation: Rule = {
  id: "escalation",
  severity: "warning",
  why: "Whoever may change policies, ACLs, access keys or the lifecycle of data can widen the access, hand it on, or destroy what is shared.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  of: "statement",
  check: (statement, sharing) => {
    if (statement.effect !== "Allow" || isOwnersOwn(statement, sharing)) return [];
    const view = sharing.documents.find(({ document }) => document.id === statement.document.id);
    return statement.actions.flatMap((entry) => {
      const { text, path } = entry;
      if (/^([^:]*:)?\*$/.test(text)) return [];
      const matches = actionTest([text]);
      const reached = ESCALATING.filter(({ lowerCase }) => matches(lowerCase));
      if (reached.length === 0) return [];
      const atResources = new Set(actionsAt(entry, statement).map(({ name }) => name));
      const effective = reached.filter(
        ({ name }) => serviceOf(name) === "iam" || atResources.has(name),
      );
      const [first] = effective;
      if (first === undefined) return [];
      const changes = withoutEntry(view, statement, "Action", entry);
      const what = isPattern(text) ? `${text} includes ${first.name}, which` : text;
      return [
        {
          message: `${what} lets its holder take more than was agreed. Remove it.`,
          path,
          fix: changes === undefined ? undefined : { label: `Remove ${text}`, changes },
        },
      ];
    });
  },
};
