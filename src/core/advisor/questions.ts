import type { Answers, QuestionId, When } from "#core/methods/facts.ts";
import type { ParameterId, RawValue } from "#core/parameters/parameter.ts";

/** A value of the wizard that an answer settles, where the method asks for it. */
export type Settled =
  | { readonly parameter: ParameterId; readonly value: RawValue }
  /** The same in every row that follows from other values, e.g. for each bucket. */
  | { readonly parameter: ParameterId; readonly column: string; readonly value: string };

export interface AnswerOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  /** As a condition: "if …". */
  readonly inSentence: string;
  readonly settles?: Settled;
}

export interface Question<Id extends QuestionId = QuestionId> {
  readonly id: Id;
  readonly title: string;
  readonly help?: string;
  /** Asked while this holds; otherwise its answer follows from the others. */
  readonly askedWhen: When;
  readonly options: readonly AnswerOption<Answers[Id]>[];
  /** What is taken while nobody has answered. */
  readonly usual: Answers[Id];
}

type Questions = { readonly [Id in QuestionId]: Question<Id> };

/** In the order in which they are asked: an answer may spare the questions after it. */
export const QUESTIONS: Questions = {
  consumer: {
    id: "consumer",
    title: "Who gets access to the data?",
    askedWhen: {},
    options: [
      {
        value: "team",
        label: "Roles or users of another AWS account",
        description: "Another team, another company's own account, programs that run there.",
        inSentence: "roles or users of another AWS account get access",
      },
      {
        value: "third-party",
        label: "A third party's product",
        description: "A vendor who serves other customers as well.",
        inSentence: "a third party's product gets access",
        settles: { parameter: "settings.thirdParty", value: true },
      },
      {
        value: "quicksight",
        label: "Amazon QuickSight",
        description: "Data sets over files, in another account (today: Amazon Quick, Quick Sight).",
        inSentence: "it is for Amazon QuickSight",
      },
      {
        value: "directory",
        label: "Users or groups of a directory",
        description: "By name, through IAM Identity Center.",
        inSentence: "users or groups of a directory get access",
      },
    ],
    usual: "team",
  },
  account: {
    id: "account",
    title: "Does the third party have an AWS account?",
    askedWhen: { consumer: ["third-party"] },
    options: [
      { value: "yes", label: "Yes", inSentence: "the third party has an AWS account" },
      { value: "no", label: "No", inSentence: "the third party has no AWS account" },
    ],
    usual: "yes",
  },
  client: {
    id: "client",
    title: "What can their client do?",
    help: "The program that reads or writes. AWS CLI and SDKs can assume a role by a profile.",
    askedWhen: { consumer: ["team", "third-party", "directory"], account: ["yes"] },
    options: [
      {
        value: "role",
        label: "Assume a role",
        description: "Call AssumeRole, or use a profile with role_arn.",
        inSentence: "their client can assume a role",
      },
      {
        value: "grants",
        label: "Assume a role, and call S3 Access Grants",
        description: "GetDataAccess, or a plugin that calls it.",
        inSentence: "their client can call S3 Access Grants",
      },
      {
        value: "own",
        label: "Only use the AWS identity it has",
        description: "Its code or its configuration cannot be changed.",
        inSentence: "their client can only use the AWS identity it has",
      },
      {
        value: "keys",
        label: "Only store an access key",
        inSentence: "their client can only store an access key",
      },
    ],
    usual: "role",
  },
  scale: {
    id: "scale",
    title: "How many grantees and prefixes are there?",
    help: "Count a pair for each grantee and each prefix of its own. Three roles with two prefixes each are six pairs.",
    askedWhen: { consumer: ["team", "third-party"], account: ["yes"] },
    options: [
      { value: "few", label: "Up to 20 pairs", inSentence: "there are up to 20 pairs" },
      {
        value: "many",
        label: "More than 20 pairs",
        description: "Or the bucket policy already has more than 18 KB.",
        inSentence: "there are more than 20 pairs of a grantee and a prefix",
      },
    ],
    usual: "few",
  },
  services: {
    id: "services",
    title: "Do they need other services of account A too?",
    help: "DynamoDB, SQS, Athena: anything but S3 and the key of its objects.",
    askedWhen: { consumer: ["team", "third-party", "directory"] },
    options: [
      { value: "no", label: "No, S3 only", inSentence: "S3 is all they need" },
      { value: "yes", label: "Yes", inSentence: "they need other services too" },
    ],
    usual: "no",
  },
  key: {
    id: "key",
    title: "How are the objects encrypted?",
    help: "In the S3 console: the bucket, Properties, Default encryption. Objects may differ from it.",
    askedWhen: {},
    options: [
      {
        value: "sse-s3",
        label: "SSE-S3",
        description: "The default since January 2023.",
        inSentence: "the objects are encrypted with SSE-S3",
      },
      {
        value: "customer-key",
        label: "SSE-KMS, customer managed key",
        inSentence: "the objects are encrypted with a customer managed key",
        settles: { parameter: "owner.buckets", column: "encryption", value: "sse-kms" },
      },
      {
        value: "aws-s3",
        label: "SSE-KMS, AWS managed key aws/s3",
        inSentence: "the objects are encrypted with aws/s3",
        settles: { parameter: "owner.buckets", column: "encryption", value: "aws-managed-key" },
      },
    ],
    usual: "sse-s3",
  },
};

export const QUESTION_IDS = Object.keys(QUESTIONS) as readonly QuestionId[];
