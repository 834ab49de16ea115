import { s3BucketsPage } from "#core/aws/console-links.ts";
import { parseRegion, REGIONS, type Region } from "#core/aws/region.ts";
import { accountParameter } from "./account-parameter.ts";
import type { Parameter } from "./parameter.ts";
import { OWNER_ACCOUNT_PLACEHOLDER, REGION_PLACEHOLDER } from "./placeholders.ts";
import { profileParameter } from "./profile-parameter.ts";
import { textSchema } from "./reading.ts";
import { aboutBucket, consoleAt } from "./where.ts";

export const ownerAccount = accountParameter(
  "owner",
  {
    label: "Account ID of account A",
    help: "The account that owns the bucket: 12 digits.",
    example: "111122223333",
  },
  OWNER_ACCOUNT_PLACEHOLDER,
);

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

export const ownerProfile = profileParameter({
  id: "owner.profile",
  side: "owner",
  label: "AWS CLI profile of account A",
  help: "Used in account A's commands. Leave empty for the default credentials.",
  example: "a-admin",
});
