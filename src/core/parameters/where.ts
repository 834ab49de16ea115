import { parseAccountId } from "#core/aws/account-id.ts";
import { parseBucketName } from "#core/aws/bucket-name.ts";
import { type Partition, parseRegion, partitionOf, regionsOf } from "#core/aws/region.ts";
import type { Side } from "#core/side.ts";
import type { Draft } from "./parameter.ts";
import { parseProfile } from "./profile.ts";
import { cellText, rawRows, rawText } from "./raw.ts";

/** For the "where do I find this?" of a field. Only values that have been parsed get into a command. */

/** `aws …` in that side's account, with its profile. */
export function awsCommand(draft: Draft, side: Side, command: string): string {
  const profile = parseProfile(rawText(draft, `${side}.profile`));
  const name = profile.ok ? profile.value : "";
  return `aws ${command}${name === "" ? "" : ` --profile ${quoted(name)}`}`;
}

/** The same quotes hold for bash and PowerShell, because a profile has none of their special characters. */
function quoted(text: string): string {
  return /^\w[\w.:/+=@-]*$/.test(text) ? text : `"${text}"`;
}

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

/** `s3api <call> --bucket … --expected-bucket-owner …`, about the first bucket. */
export function aboutBucket(draft: Draft, call: string, rest = ""): string {
  const owner = parseAccountId(rawText(draft, "owner.account"));
  const expected = owner.ok ? ` --expected-bucket-owner ${owner.value}` : "";
  const bucket = firstBucket(draft) ?? "<BUCKET_NAME>";
  return awsCommand(draft, "owner", `s3api ${call} --bucket ${bucket}${expected}${rest}`);
}
