import { type KeyArn, keyRegion } from "#core/aws/key-arn.ts";
import type { Agreement, BucketSettings } from "#core/parameters/agreement.ts";
import type { ConditionBlock } from "./document.ts";
import type { Grant } from "./s3-statements.ts";

/** A customer managed key of account A, and what the shared data needs of it. */
export interface KeyUse {
  readonly keyArn: KeyArn;
  readonly action: readonly string[];
}

/**
 * Reading needs Decrypt, writing GenerateDataKey; a multipart upload needs both, and every client
 * turns to multipart for large files. Listing and deleting touch no key.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export function keyUses({ owner }: Agreement): readonly KeyUse[] {
  const uses = new Map<KeyArn, { readonly write: boolean }>();
  for (const { bucket, encryption } of owner.buckets) {
    if (encryption.kind !== "sse-kms") continue;
    const access = accessTo(bucket, owner.locations);
    if (!access.has("read") && !access.has("write")) continue;
    const before = uses.get(encryption.keyArn)?.write ?? false;
    uses.set(encryption.keyArn, { write: before || access.has("write") });
  }
  return [...uses].map(([keyArn, { write }]) => ({
    keyArn,
    action: write ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"],
  }));
}

function accessTo(
  bucket: BucketSettings["bucket"],
  locations: Agreement["owner"]["locations"],
): ReadonlySet<string> {
  return new Set(
    locations.filter((location) => location.bucket === bucket).flatMap(({ access }) => access),
  );
}

/**
 * Holds the use of a key to requests that S3 makes for the caller. The suffix is `.amazonaws.com` in
 * every partition, China included.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
function viaS3(region: string): ConditionBlock {
  return { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } };
}

/** For the policies of callers: named keys, never an alias, never `*`. One statement for keys of a region with the same use. */
export function keyGrants(uses: readonly KeyUse[]): readonly Grant[] {
  const byAction = new Map<string, readonly KeyUse[]>();
  for (const use of uses) {
    const key = [keyRegion(use.keyArn), ...use.action].join();
    byAction.set(key, [...(byAction.get(key) ?? []), use]);
  }
  return [...byAction.values()].map((same) => {
    const arns = same.map(({ keyArn }) => keyArn);
    return {
      name: "S3 Key Use",
      action: same[0]?.action ?? [],
      resource: arns.length === 1 ? (arns[0] ?? arns) : arns,
      condition: viaS3(regionOf(same[0])),
    };
  });
}

function regionOf(use: KeyUse | undefined): string {
  return use === undefined ? "" : keyRegion(use.keyArn);
}

/** For the key policy itself, in which `*` means this key. */
export function keyPolicyGrant({ keyArn, action }: KeyUse): Grant {
  return {
    name: "S3 Use Of Key",
    action,
    resource: "*",
    condition: viaS3(keyRegion(keyArn)),
  };
}
