import { roleArn } from "#core/aws/arn.ts";
import type { ObjectAddress } from "#core/aws/object-uri.ts";
import type { RolePrincipal } from "#core/aws/principal.ts";
import { SERVICE_ROLE_PATH } from "#core/aws/quicksight.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Agreement, Location } from "#core/parameters/agreement.ts";
import { bucketPolicyName } from "#core/policy/policy-names.ts";
import type { Settings } from "./parameters.ts";

/**
 * The agreement as QuickSight needs it: its roles are the principals, and a bucket policy lets them
 * list the whole bucket, since QuickSight looks into it without a prefix before it reads anything.
 */
export function agreementOf({ agreement, settings }: Shared<Settings>): Agreement {
  const { owner, consumer } = agreement;
  return {
    ...agreement,
    owner: settings.variant === "acl" ? owner : { ...owner, locations: listedWhole(owner) },
    consumer: { ...consumer, principals: rolesOf({ agreement, settings }) },
  };
}

function rolesOf({ agreement, settings }: Shared<Settings>): readonly RolePrincipal[] {
  const { partition, consumer } = agreement;
  return settings.serviceRoles.flatMap((choice): readonly RolePrincipal[] => {
    if (choice === "custom") {
      const at = { partition, account: consumer.account, path: "/", name: "<ROLE_NAME>" };
      return [settings.customRole ?? { kind: "role", arn: roleArn(at), ...at }];
    }
    const at = { partition, account: consumer.account, path: SERVICE_ROLE_PATH, name: choice };
    return [{ kind: "role", arn: roleArn(at), ...at }];
  });
}

function listedWhole({ locations, buckets }: Agreement["owner"]): readonly Location[] {
  return buckets.flatMap(({ bucket }): readonly Location[] => {
    const own = locations.filter((location) => location.bucket === bucket);
    const whole = own.find(({ prefix }) => prefix === "");
    if (whole !== undefined) return [whole];
    return [
      { bucket, prefix: "" as Location["prefix"], access: ["list"] },
      ...own.map((location): Location => ({ ...location, access: ["read"] })),
    ];
  });
}

/** The files that lists are set on, each once. */
export function listedFiles({ settings }: Shared<Settings>): readonly ObjectAddress[] {
  const byUri = new Map(settings.files.map((one) => [JSON.stringify([one.bucket, one.key]), one]));
  return [...byUri.values()];
}

export function policyNameOf({ agreement, settings }: Shared<Settings>): string {
  if (settings.policyName !== "") return settings.policyName;
  return bucketPolicyName(firstBucketOf(agreement));
}

const ASSET_ID_MAX = 64;

export function assetIdOf({ agreement, settings }: Shared<Settings>): string {
  if (settings.assetId !== "") return settings.assetId;
  const name = firstBucketOf(agreement).replaceAll(".", "-");
  return `xacct-${name}`.slice(0, ASSET_ID_MAX);
}

export function assetNameOf({ agreement, settings }: Shared<Settings>): string {
  return settings.assetName === "" ? firstBucketOf(agreement) : settings.assetName;
}

function firstBucketOf({ owner }: Agreement): string {
  const [first] = owner.buckets;
  return first?.bucket ?? "<BUCKET_NAME>";
}

export function quicksightRegionOf({ agreement, settings }: Shared<Settings>): string {
  return settings.quicksightRegion === "" ? agreement.owner.region : settings.quicksightRegion;
}

/** Of the first import; a later one needs an id of its own. */
export const INGESTION_ID = "s3-handshake-1";
