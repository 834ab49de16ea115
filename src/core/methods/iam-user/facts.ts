import type { MethodFacts } from "#core/methods/facts.ts";

const USER_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

export const facts: MethodFacts = {
  advice: {
    given: { consumer: "third-party", client: "keys" },
    bestFor: ["keys-only"],
    ruledOut: [
      {
        when: { consumer: ["team"] },
        text: "They have an AWS account with principals of its own; AWS advises against long-term keys for them.",
        source: `${IAM_GUIDE}best-practices.html`,
      },
      {
        when: { consumer: ["directory"] },
        text: "A shared key has no names: users and groups of a directory would all be the same user.",
        source: `${IAM_GUIDE}best-practices.html`,
      },
      {
        when: { consumer: ["quicksight"] },
        text: "QuickSight takes no access keys for S3; it reads with its service role.",
        source: "https://docs.aws.amazon.com/quick/latest/userguide/s3-admin-setup.html",
      },
      {
        when: { consumer: ["third-party"], client: ["own"] },
        text: "The client cannot store an access key.",
        source: `${IAM_GUIDE}id_credentials_access-keys.html`,
      },
    ],
    behind: [
      {
        when: {},
        text: "Its keys work until somebody deactivates them, for whoever has them. AWS advises a role with an external ID.",
        source: `${IAM_GUIDE}id_roles_common-scenarios_third-party.html`,
      },
    ],
  },
  comparison: {
    credentials: {
      text: "Access keys that work until they are deactivated; rotated by hand.",
      source: `${IAM_GUIDE}id_credentials_access-keys.html`,
    },
    scale: {
      text: "One user for each third party; ten managed policies of 6,144 characters.",
      source: `${IAM_GUIDE}reference_iam-quotas.html`,
    },
    granularity: {
      text: "Any action, prefix and condition.",
      source: `${IAM_GUIDE}access_policies.html`,
    },
    audit: {
      text: "CloudTrail shows the user, never who at the third party used its key.",
      source: `${USER_GUIDE}cloudtrail-logging-s3-info.html`,
    },
    console: {
      text: "No: the user has no password.",
      source: `${IAM_GUIDE}id_users.html`,
    },
    services: {
      text: "Yes: whatever its policies allow in account A.",
      source: `${IAM_GUIDE}access_policies.html`,
    },
    encryption: {
      text: "A customer managed key, granted in account A alone; aws/s3 works too.",
      source: `${USER_GUIDE}UsingKMSEncryption.html`,
    },
    ownerEffort: {
      text: "A user, its policy and keys; handing the secret over, and rotating it for good.",
      source: `${IAM_GUIDE}id-credentials-access-keys-update.html`,
    },
    consumerEffort: {
      text: "Storing a secret safely, and changing it at each rotation. No AWS account.",
      source: `${IAM_GUIDE}id_credentials_access-keys.html`,
    },
  },
};
