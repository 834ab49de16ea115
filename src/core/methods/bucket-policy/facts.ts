import type { MethodFacts } from "#core/methods/facts.ts";

const USER_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
const KEY_POLICY =
  "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html";

export const facts: MethodFacts = {
  advice: {
    given: {},
    bestFor: ["usual"],
    ruledOut: [
      {
        when: { key: ["aws-s3"] },
        text: "Nobody outside account A can use the AWS managed key aws/s3: its key policy cannot be edited.",
        source: KEY_POLICY,
      },
      {
        when: { services: ["yes"] },
        text: "A bucket policy grants S3 only; the other services would need grants of their own.",
        source: `${USER_GUIDE}bucket-policies.html`,
      },
      {
        when: { scale: ["many"] },
        text: "A bucket policy holds 20 KB: with more than about 20 grants it is full.",
        source: `${USER_GUIDE}bucket-policies.html`,
      },
      {
        when: { consumer: ["directory"] },
        text: "Its principals are IAM principals. It cannot name users or groups of a directory.",
        source: `${IAM_GUIDE}reference_policies_elements_principal.html`,
      },
      {
        when: { consumer: ["third-party"], client: ["keys"] },
        text: "The third party has no principal of its own that the policy could name.",
        source: `${IAM_GUIDE}reference_policies_elements_principal.html`,
      },
    ],
    behind: [
      {
        when: { consumer: ["quicksight"] },
        text: "It would let QuickSight's service role read the files, but makes no manifest, data source and data set.",
        source: "https://docs.aws.amazon.com/quick/latest/userguide/s3-admin-setup.html",
      },
      {
        when: { consumer: ["third-party"] },
        text: "It has no external ID: somebody else could use the third party's product to reach the data in your name.",
        source: `${IAM_GUIDE}id_roles_common-scenarios_third-party.html`,
      },
      {
        when: {},
        text: "It would work too. The other one fits these answers more closely.",
        source: `${USER_GUIDE}bucket-policies.html`,
      },
    ],
  },
  comparison: {
    credentials: {
      text: "Account B's own. Nothing new to hand out or to rotate.",
      source: `${IAM_GUIDE}access_policies-cross-account-resource-access.html`,
    },
    scale: {
      text: "20 KB for each bucket: about 20 grantees with a prefix of their own.",
      source: `${USER_GUIDE}bucket-policies.html`,
    },
    granularity: {
      text: "Any action, prefix and condition.",
      source: `${USER_GUIDE}amazon-s3-policy-keys.html`,
    },
    audit: {
      text: "CloudTrail shows account B's own principal, in both accounts.",
      source: `${USER_GUIDE}cloudtrail-logging-s3-info.html`,
    },
    console: {
      text: "Works by the bucket's direct address; account B's list of buckets does not show it.",
      source: `${USER_GUIDE}example-walkthroughs-managing-access-example2.html`,
    },
    services: {
      text: "No, S3 only.",
      source: `${USER_GUIDE}bucket-policies.html`,
    },
    encryption: {
      text: "A customer managed key, granted in both accounts. Not aws/s3.",
      source: KEY_POLICY,
    },
    ownerEffort: {
      text: "A statement or two in the bucket policy, merged with what is there.",
      source: `${USER_GUIDE}add-bucket-policy.html`,
    },
    consumerEffort: {
      text: "One identity policy. Programs stay as they are.",
      source: `${IAM_GUIDE}reference_policies_evaluation-logic-cross-account.html`,
    },
  },
};
