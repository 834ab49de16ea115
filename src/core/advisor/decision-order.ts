import type { Answers, QuestionId, Situation, Sourced, When } from "#core/methods/facts.ts";

const USER_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

/** A case of the decision order. */
export interface Rule extends Sourced {
  readonly situation: Situation;
  readonly when: When;
  /**
   * What must be true besides; where it is not, the first answer named is what has to be made true
   * before the method can be used.
   */
  readonly needs?: When;
}

const READABLE_KEY = ["customer-key", "sse-s3"] as const satisfies readonly Answers["key"][];

/** The first rule that holds decides. The last one always holds. */
export const DECISION_ORDER: readonly Rule[] = [
  {
    situation: "dashboards",
    when: { consumer: ["quicksight"] },
    needs: { key: READABLE_KEY },
    text: "QuickSight reads S3 files with a service role of its own, by a manifest.",
    source: "https://docs.aws.amazon.com/quick/latest/userguide/s3-admin-setup.html",
  },
  {
    situation: "directory",
    when: { consumer: ["directory"] },
    needs: { client: ["grants"], services: ["no"] },
    text: "S3 Access Grants alone knows users and groups of a directory as grantees.",
    source: `${USER_GUIDE}access-grants-grant-create.html`,
  },
  {
    situation: "keys-only",
    when: { consumer: ["third-party"], client: ["keys"] },
    text: "Without an AWS account, or with a product that only stores access keys, there is nothing else that the third party could use.",
    source: `${IAM_GUIDE}id_credentials_access-keys.html`,
  },
  {
    situation: "third-party",
    when: { consumer: ["third-party"], client: ["role", "grants"] },
    text: "A role with an external ID: no secret is handed over, the credentials end by themselves, and nobody reaches the data through the product in your name.",
    source: `${IAM_GUIDE}id_roles_common-scenarios_third-party.html`,
  },
  {
    situation: "third-party",
    when: { consumer: ["third-party"], scale: ["many"] },
    needs: { client: ["role", "grants"] },
    text: "A role's policies hold more than a bucket policy's 20 KB, and for a third party it takes an external ID.",
    source: `${IAM_GUIDE}id_roles_common-scenarios_third-party.html`,
  },
  {
    situation: "many-grants",
    when: { scale: ["many"], services: ["no"], client: ["grants", "own", "keys"] },
    needs: { client: ["grants"] },
    text: "Each grantee with prefixes of its own is a grant, and there may be 100,000 of them.",
    source: `${USER_GUIDE}access-grants-limitations.html`,
  },
  {
    situation: "inside-owner",
    when: { services: ["yes"] },
    needs: { client: ["role", "grants"] },
    text: "A role in account A reaches whatever its policies allow, S3 and the other services.",
    source: `${IAM_GUIDE}id_roles_common-scenarios_aws-accounts.html`,
  },
  {
    situation: "inside-owner",
    when: { scale: ["many"] },
    text: "A role's policies hold more than a bucket policy's 20 KB. With clients that call S3 Access Grants there would be a better way.",
    source: `${IAM_GUIDE}reference_iam-quotas.html`,
  },
  {
    situation: "inside-owner",
    when: { key: ["aws-s3"], client: ["role", "grants"] },
    text: "A role's session belongs to account A, which may use aws/s3; nobody outside it may.",
    source: `${USER_GUIDE}UsingKMSEncryption.html`,
  },
  {
    situation: "usual",
    when: {},
    needs: { key: READABLE_KEY },
    text: "The consumer keeps its own identity and credentials, and its programs stay as they are.",
    source: `${IAM_GUIDE}reference_policies_evaluation-logic-cross-account.html`,
  },
];

/** What has to be done before an answer becomes another one. */
export const CHANGES: { readonly [Id in QuestionId]?: { readonly [To in Answers[Id]]?: Sourced } } =
  {
    key: {
      "customer-key": {
        text: "Encrypt the objects with a customer managed key: aws/s3 admits account A alone. Objects that are there already have to be copied over themselves.",
        source: `${USER_GUIDE}bucket-encryption.html`,
      },
    },
    client: {
      grants: {
        text: "Have the client call GetDataAccess, or use a plugin that does.",
        source: `${USER_GUIDE}access-grants-credentials.html`,
      },
      role: {
        text: "Have the client assume a role. AWS CLI and SDKs do it by a profile with role_arn.",
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html",
      },
    },
    services: {
      no: {
        text: "Share the other services apart from this, by a role.",
        source: `${IAM_GUIDE}id_roles_common-scenarios_aws-accounts.html`,
      },
    },
  };
