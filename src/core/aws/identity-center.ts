import { type Parsed, parsed, refused } from "#core/brand.ts";
import { splitArn } from "./arn.ts";
import { isPartition } from "./region.ts";

/** ARN of an instance of IAM Identity Center. @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_InstanceMetadata.html */
export function parseIdentityCenterArn(text: string): Parsed<string> {
  const arn = text.trim();
  const parts = splitArn(arn);
  const isOne =
    parts !== undefined &&
    isPartition(parts.partition) &&
    parts.service === "sso" &&
    parts.region === "" &&
    /^(\d{12})?$/.test(parts.account) &&
    /^instance\/(sso)?ins-[a-zA-Z0-9.-]{16}$/.test(parts.resource);
  return isOne
    ? parsed(arn)
    : refused(
        "This is not the ARN of an IAM Identity Center instance, which looks like arn:aws:sso:::instance/ssoins-0123456789abcdef. Copy it from the settings of IAM Identity Center.",
      );
}

/** Id of a user or group of the directory. @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_User.html */
export function parseDirectoryId(text: string): Parsed<string> {
  const id = text.trim();
  return /^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}$/.test(id)
    ? parsed(id)
    : refused(
        "Enter the ID that IAM Identity Center gives the user or group, for example 1234abcd-12ab-34cd-56ef-1234567890ab, not its name.",
      );
}
