import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";

export type BucketName = Brand<string, "BucketName">;

/** What an account-regional name must agree with; unknown while the form is being filled. */
export interface BucketOwner {
  readonly account?: string;
  readonly region?: string;
}

const BUCKET_NAME_MIN = 3;
const BUCKET_NAME_MAX = 63;

/** `<prefix>-<account>-<region>-an`, the account-regional namespace. */
const ACCOUNT_REGIONAL =
  /^(?<prefix>[a-z0-9][a-z0-9.-]*)-(?<account>\d{12})-(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d)-an$/;

/** Says what is wrong with a name, or undefined. Tried in order: the first that applies is told. */
type Rule = (name: string) => string | undefined;

const RESERVED_PREFIXES = ["xn--", "sthree-", "amzn-s3-demo-"] as const;
const RESERVED_SUFFIXES = ["-s3alias", "--ol-s3", ".mrap"] as const;

const RULES: readonly Rule[] = [
  (name) => {
    if (!/^arn:/i.test(name)) return undefined;
    if (name.includes(":accesspoint/")) {
      return "This is an access point; enter the name of the bucket behind it.";
    }
    return /^arn:[^:]*:s3:/i.test(name)
      ? "Enter the bucket name instead of its ARN."
      : "This ARN is not that of a bucket; enter the bucket name.";
  },
  (name) =>
    /^s3:\/\/|^https?:\/\/|\//i.test(name)
      ? "Enter only the bucket name, without the slash and what is behind it."
      : undefined,
  (name) =>
    name.endsWith("--x-s3")
      ? "This is a directory bucket; its policies know only s3express:CreateSession, so none of these methods applies. Share a general purpose bucket."
      : undefined,
  (name) =>
    name.endsWith("--table-s3")
      ? "This is a table bucket; it is shared through S3 Tables and Lake Formation. Share a general purpose bucket."
      : undefined,
  (name) => {
    const reserved = RESERVED_SUFFIXES.find((suffix) => name.endsWith(suffix));
    return reserved === undefined
      ? undefined
      : `Names that end with ${reserved} are aliases of access points; enter the name of the bucket behind it.`;
  },
  (name) =>
    /[A-Z_]/.test(name) || name.length > BUCKET_NAME_MAX ? legacySentence(name) : undefined,
  (name) =>
    name.length < BUCKET_NAME_MIN
      ? `“${name}” is too short; a bucket name has ${BUCKET_NAME_MIN} to ${BUCKET_NAME_MAX} characters.`
      : undefined,
  (name) => {
    const wrong = /[^a-z0-9.-]/u.exec(name)?.[0];
    return wrong === undefined
      ? undefined
      : `A bucket name has only a–z, 0–9, hyphens and dots; remove “${wrong}”.`;
  },
  (name) =>
    /^[a-z0-9]/.test(name)
      ? undefined
      : "A bucket name begins with a letter or a digit; remove what stands before it.",
  (name) =>
    /[a-z0-9]$/.test(name)
      ? undefined
      : "A bucket name ends with a letter or a digit; remove what stands after it.",
  (name) =>
    name.includes("..") ? "A bucket name cannot have two dots in a row; remove one." : undefined,
  (name) =>
    /^\d{1,3}(\.\d{1,3}){3}$/.test(name)
      ? "A bucket name cannot look like an IP address; check the name."
      : undefined,
  (name) => {
    const reserved = RESERVED_PREFIXES.find((prefix) => name.startsWith(prefix));
    return reserved === undefined
      ? undefined
      : `Names that begin with ${reserved} are reserved by AWS; check the name.`;
  },
];

/**
 * Accepts the name of a general purpose bucket, also one of the account-regional namespace when it agrees with
 * the account and region given.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function parseBucketName(text: string, owner: BucketOwner = {}): Parsed<BucketName> {
  const name = text.trim();
  if (name === "") return refused("Enter the name of the bucket.");
  for (const rule of RULES) {
    const message = rule(name);
    if (message !== undefined) return refused(message);
  }
  const message = name.endsWith("-an") ? accountRegionalProblem(name, owner) : undefined;
  return message === undefined ? parsed(name as BucketName) : refused(message);
}

function accountRegionalProblem(name: string, owner: BucketOwner): string | undefined {
  const groups = ACCOUNT_REGIONAL.exec(name)?.groups;
  if (groups === undefined) {
    return "Only names of the account-regional namespace end with -an: prefix-<account ID>-<region>-an. Check the name.";
  }
  const { account = "", region = "" } = groups;
  if (owner.account !== undefined && owner.account !== account) {
    return `This name belongs to account ${account}, but account A is ${owner.account}. Correct one of the two.`;
  }
  if (owner.region !== undefined && owner.region !== region) {
    return `This name belongs to region ${region}, but the region is ${owner.region}. Correct one of the two.`;
  }
  return undefined;
}

/** Names from before March 2018 in us-east-1 may have 255 characters, capitals and underscores. */
function legacySentence(name: string): string {
  const found = /[A-Z]/.test(name)
    ? "capital letters"
    : name.includes("_")
      ? "an underscore"
      : `${name.length} characters`;
  const rule =
    found === `${name.length} characters`
      ? `a bucket name has ${BUCKET_NAME_MIN} to ${BUCKET_NAME_MAX}`
      : "a bucket name has only a–z, 0–9, hyphens and dots";
  return `This name has ${found}; ${rule}. Buckets made in us-east-1 before March 2018 may differ; they are not supported, so share a copy in a newer bucket.`;
}
