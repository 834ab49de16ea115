import { type AccountId, parseAccountId } from "#core/aws/account-id.ts";
import { accountPage, s3BucketsPage } from "#core/aws/console-links.ts";
import { parseRegion, REGIONS, type Region } from "#core/aws/region.ts";
import type { Parameter } from "./parameter.ts";
import { OWNER_ACCOUNT_PLACEHOLDER, REGION_PLACEHOLDER } from "./placeholders.ts";
import { parseProfile } from "./profile.ts";
import { textSchema } from "./reading.ts";
import { aboutBucket, awsCommand, consoleAt } from "./where.ts";

export const ownerAccount: Parameter<string, AccountId> = {
  id: "owner.account",
  side: "owner",
  label: "Account ID of account A",
  help: "The account that owns the bucket: 12 digits.",
  example: "111122223333",
  where: {
    command: (draft) =>
      awsCommand(draft, "owner", "sts get-caller-identity --query Account --output text"),
    console: (draft) => ({ label: "Account settings", url: accountPage(consoleAt(draft)) }),
  },
  control: { kind: "text", width: "narrow" },
  schema: textSchema(parseAccountId),
  default: "",
  placeholder: OWNER_ACCOUNT_PLACEHOLDER,
  linkKey: "owner",
};

export const ownerRegion: Parameter<string, Region> = {
  id: "owner.region",
  side: "owner",
  label: "AWS Region",
  help: "The region of the buckets; the partition follows from it.",
  example: "eu-west-1",
  where: {
    command: (draft) => aboutBucket(draft, "head-bucket", " --query BucketRegion --output text"),
    console: (draft) => ({
      label: "Buckets and their regions",
      url: s3BucketsPage(consoleAt(draft)),
    }),
  },
  control: {
    kind: "text",
    width: "narrow",
    suggestions: REGIONS.map(({ code, name }) => ({ value: code, label: code, description: name })),
  },
  schema: textSchema(parseRegion),
  default: "",
  placeholder: REGION_PLACEHOLDER,
  linkKey: "region",
};

export const ownerProfile: Parameter<string, string> = {
  id: "owner.profile",
  side: "owner",
  label: "AWS CLI profile of account A",
  help: "Used in account A's commands. Leave empty for the default credentials.",
  example: "a-admin",
  where: {
    command: () => "aws configure list-profiles",
    note: "The name is local to one machine, so a link does not carry it.",
  },
  control: { kind: "text", width: "narrow" },
  schema: textSchema(parseProfile),
  default: "",
  placeholder: "",
  linkKey: null,
  advanced: true,
};
