import type { MethodFacts } from "#core/methods/facts.ts";

const USER_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
const ADMIN_SETUP = "https://docs.aws.amazon.com/quick/latest/userguide/s3-admin-setup.html";
const MANIFEST =
  "https://docs.aws.amazon.com/quick/latest/userguide/supported-manifest-file-format.html";

export const facts: MethodFacts = {
  advice: {
    given: { consumer: "quicksight" },
    bestFor: ["dashboards"],
    ruledOut: [
      {
        when: { consumer: ["team", "third-party", "directory"] },
        text: "It serves the data sets of Amazon QuickSight and nobody else.",
        source: ADMIN_SETUP,
      },
      {
        when: { key: ["aws-s3"] },
        text: "QuickSight's role is in account B, and nobody outside account A can use the AWS managed key aws/s3.",
        source:
          "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
      },
    ],
    behind: [
      {
        when: {},
        text: "It would work too. The other one fits these answers more closely.",
        source: ADMIN_SETUP,
      },
    ],
  },
  comparison: {
    credentials: {
      text: "QuickSight's own service role in account B. Nothing to hand out.",
      source: ADMIN_SETUP,
    },
    scale: {
      text: "A few buckets; 1,000 files for each manifest.",
      source: MANIFEST,
    },
    granularity: {
      text: "Reading, by prefix; with ACLs object by object.",
      source: `${USER_GUIDE}acl-overview.html`,
    },
    audit: {
      text: "CloudTrail shows the service role, not who looks at the dashboard.",
      source: `${USER_GUIDE}cloudtrail-logging-s3-info.html`,
    },
    console: {
      text: "No: the data is seen in QuickSight.",
      source: ADMIN_SETUP,
    },
    services: {
      text: "No, QuickSight's data sets over S3 only.",
      source: ADMIN_SETUP,
    },
    encryption: {
      text: "A customer managed key, granted in both accounts. Not aws/s3.",
      source: ADMIN_SETUP,
    },
    ownerEffort: {
      text: "A bucket policy; with ACLs also the bucket's ownership setting and every single object.",
      source: `${USER_GUIDE}about-object-ownership.html`,
    },
    consumerEffort: {
      text: "A policy on the service role, the bucket ticked in QuickSight, a manifest and a data set.",
      source: ADMIN_SETUP,
    },
  },
};
