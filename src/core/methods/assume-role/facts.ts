import type { MethodFacts } from "#core/methods/facts.ts";

const USER_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
const ASSUME_ROLE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";

export const facts: MethodFacts = {
  advice: {
    given: {},
    bestFor: ["third-party", "inside-owner"],
    ruledOut: [
      {
        when: {
          consumer: ["team", "third-party", "directory"],
          account: ["yes"],
          client: ["keys", "own"],
        },
        text: "The client has to call AssumeRole and use the temporary credentials that it gets.",
        source: ASSUME_ROLE,
      },
      {
        when: { account: ["no"] },
        text: "Only somebody with AWS credentials can call AssumeRole.",
        source: ASSUME_ROLE,
      },
      {
        when: { consumer: ["quicksight"] },
        text: "QuickSight reads a manifest's files with a role of its own account.",
        source: "https://docs.aws.amazon.com/quick/latest/userguide/s3-admin-setup.html",
      },
      {
        when: { consumer: ["directory"] },
        text: "A trust policy names IAM principals. It cannot name users or groups of a directory.",
        source: `${IAM_GUIDE}reference_policies_elements_principal.html`,
      },
    ],
    behind: [
      {
        when: { scale: ["many"] },
        text: "Whoever assumes the role has all of its access: grantees with prefixes of their own need a role each.",
        source: `${IAM_GUIDE}id_roles.html`,
      },
      {
        when: {},
        text: "It would work too, but in the role's session account B's own permissions are gone: no copy from one account to the other in one call.",
        source: `${IAM_GUIDE}id_roles.html`,
      },
    ],
  },
  comparison: {
    credentials: {
      text: "Temporary, 15 minutes to 12 hours; one hour when a role's session assumes it.",
      source: ASSUME_ROLE,
    },
    scale: {
      text: "One role for many buckets; about 30 principals in its trust policy, or all of account B.",
      source: `${IAM_GUIDE}reference_iam-quotas.html`,
    },
    granularity: {
      text: "Any action, prefix and condition, the same for everybody who assumes the role.",
      source: `${IAM_GUIDE}access_policies.html`,
    },
    audit: {
      text: "CloudTrail shows the role and the session's name; a source identity if it is asked for.",
      source: `${IAM_GUIDE}id_credentials_temp_control-access_monitor.html`,
    },
    console: {
      text: "Works by switching the role: account A's console, with its list of buckets if allowed.",
      source: `${IAM_GUIDE}id_roles_use_switch-role-console.html`,
    },
    services: {
      text: "Yes: whatever the role's policies allow in account A.",
      source: `${IAM_GUIDE}id_roles_common-scenarios_aws-accounts.html`,
    },
    encryption: {
      text: "A customer managed key, granted in account A alone; aws/s3 works too.",
      source: `${USER_GUIDE}UsingKMSEncryption.html`,
    },
    ownerEffort: {
      text: "A role with a trust policy and its permissions. No bucket policy changes.",
      source: `${IAM_GUIDE}id_roles_create_for-user.html`,
    },
    consumerEffort: {
      text: "One identity policy, and a profile or a call that assumes the role.",
      source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html",
    },
  },
};
