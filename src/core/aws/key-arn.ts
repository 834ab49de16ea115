import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";
import { isAccountId } from "./account-id.ts";
import { type ArnParts, splitArn } from "./arn.ts";
import { isPartition, parseRegion, partitionOf } from "./region.ts";

/** ARN of a KMS key, never of an alias. */
export type KeyArn = Brand<string, "KeyArn">;

/** A key's own id; `mrk-` is a multi-Region key. */
const KEY_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/**
 * Accepts the full ARN of a KMS key. An alias is refused: in a policy its ARN denotes the alias, and S3 resolves
 * it in the requester's account.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
export function parseKeyArn(text: string): Parsed<KeyArn> {
  const arn = text.trim();
  if (arn === "") return refused("Enter the ARN of the KMS key.");
  if (KEY_ID.test(arn)) {
    return refused(
      `This is only the key ID; enter the whole ARN: arn:aws:kms:<region>:<account>:key/${arn}.`,
    );
  }
  const alias = /(?:^|:)(alias\/.*)$/s.exec(arn)?.[1];
  if (alias !== undefined) return refused(aliasSentence(alias));
  const parts = splitArn(arn);
  if (parts === undefined) {
    return refused(
      "This is not an ARN; a key ARN looks like arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
    );
  }
  const problem = keyProblem(parts);
  return problem === undefined ? parsed(arn as KeyArn) : refused(problem);
}

function aliasSentence(alias: string): string {
  if (alias.startsWith("alias/aws/")) {
    return `${alias.slice(0, 60)} is an AWS managed key; its key policy cannot be edited. Choose “AWS managed key” as the encryption, or enter the ARN of a customer managed key.`;
  }
  return `This is an alias, which policies cannot use; enter the ARN of the key behind it, which \`aws kms describe-key --key-id ${/^alias\/[\w/-]{1,250}$/.test(alias) ? alias : "<alias>"}\` prints.`;
}

function keyProblem({
  partition,
  service,
  region,
  account,
  resource,
}: ArnParts): string | undefined {
  if (service !== "kms") {
    return `This is an ARN of ${service === "" ? "no service" : service.slice(0, 20)}; enter the ARN of a KMS key.`;
  }
  if (!isPartition(partition)) {
    return `“${partition.slice(0, 20)}” is not a partition; a key ARN begins with arn:aws:, arn:aws-cn:, arn:aws-us-gov: or arn:aws-eusc:.`;
  }
  const known = parseRegion(region);
  if (!known.ok || known.value !== region) {
    return "The region is missing in this key ARN or misspelt; it stands after arn:aws:kms:.";
  }
  if (partitionOf(known.value) !== partition) {
    return `${region} is no region of partition ${partition}; copy the whole ARN again.`;
  }
  if (!isAccountId(account)) {
    return "The account in this key ARN does not have 12 digits; copy the whole ARN again.";
  }
  const id = resource.replace(/^key\//, "");
  if (id === resource) return "A key ARN ends with key/ and the key ID; copy the whole ARN again.";
  if (KEY_ID.test(id)) return undefined;
  if (KEY_ID.test(id.toLowerCase()))
    return "A key ID is written in lower case; copy the ARN again.";
  return "The key ID at the end is incomplete or misspelt; copy the whole ARN again.";
}

/** The partition, region and account of a key, as its ARN says them. */
export function keyPartition(arn: KeyArn): string {
  return splitArn(arn)?.partition ?? "";
}

export function keyRegion(arn: KeyArn): string {
  return splitArn(arn)?.region ?? "";
}

export function keyAccount(arn: KeyArn): string {
  return splitArn(arn)?.account ?? "";
}
