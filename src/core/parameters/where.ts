import { parseAccountId } from "#core/aws/account-id.ts";
import { parseBucketName } from "#core/aws/bucket-name.ts";
import { type Partition, parseRegion, partitionOf, regionsOf } from "#core/aws/region.ts";
import type { Side } from "#core/side.ts";
import type { Draft } from "./parameter.ts";
import { parseProfile } from "./profile.ts";
import { cellText, rawRows, rawText } from "./raw.ts";

/** For the "where do I find this?" of a field. Only values that have been parsed get into a command. */

/**
 * `aws …` in that side's account, with its profile. Outside the partition `aws` the CLI learns from the region which
 * endpoints of IAM and STS it has to ask.
 * @see https://docs.aws.amazon.com/general/latest/gr/iam-service.html
 */
export function awsCommand(draft: Draft, side: Side, command: string): string {
  return asProfile(draft, rawText(draft, `${side}.profile`), command);
}

/** The same as the consuming identity. */
export function appCommand(draft: Draft, command: string): string {
  return asProfile(draft, rawText(draft, "consumer.appProfile"), command);
}

function asProfile(draft: Draft, text: string, command: string): string {
  const profile = parseProfile(text);
  const region =
    draftPartition(draft) === "aws" || command.includes(" --region ")
      ? ""
      : ` --region ${regionForCommand(draft)}`;
  return `aws ${command}${region}${profileOption(profile.ok ? profile.value : "")}`;
}

/**
 * ` --profile …` behind a command; nothing for the default credentials. The same quotes hold for bash and PowerShell,
 * because a parsed profile has none of their special characters.
 */
export function profileOption(profile: string): string {
  if (profile === "") return "";
  return ` --profile ${/^\w[\w.:/+=@-]*$/.test(profile) ? profile : `"${profile}"`}`;
}

/** Of the region as typed; `aws` while there is none. */
export function draftPartition(draft: Draft): Partition {
  const region = parseRegion(rawText(draft, "owner.region"));
  return region.ok ? partitionOf(region.value) : "aws";
}

/** Where a console page opens: the buckets' region, or the partition's first. */
export function consoleAt(draft: Draft): {
  readonly partition: Partition;
  readonly region: string;
} {
  const region = parseRegion(rawText(draft, "owner.region"));
  const partition = draftPartition(draft);
  return {
    partition,
    region: region.ok ? region.value : (regionsOf(partition)[0]?.code ?? "us-east-1"),
  };
}

export function regionForCommand(draft: Draft): string {
  const region = parseRegion(rawText(draft, "owner.region"));
  return region.ok ? region.value : "<REGION>";
}

/** The first valid bucket of the locations. */
export function firstBucket(draft: Draft): string | undefined {
  for (const row of rawRows(draft, "owner.locations")) {
    const bucket = parseBucketName(cellText(row, "bucket"));
    if (bucket.ok) return bucket.value;
  }
  return undefined;
}

/** `s3api <call> --bucket … --expected-bucket-owner …`; about the first bucket unless another is named. */
export function aboutBucket(
  draft: Draft,
  call: string,
  rest = "",
  bucket = firstBucket(draft) ?? "<BUCKET_NAME>",
): string {
  const owner = parseAccountId(rawText(draft, "owner.account"));
  const expected = owner.ok ? ` --expected-bucket-owner ${owner.value}` : "";
  return awsCommand(draft, "owner", `s3api ${call} --bucket ${bucket}${expected}${rest}`);
}
