import { type GrantPermission, grantPermission } from "#core/aws/grant-permission.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Location } from "#core/parameters/agreement.ts";
import { distinctLocations } from "#core/parameters/distinct-locations.ts";
import { agreementIn } from "#core/parameters/regions.ts";
import type { Grantee } from "#core/plan/access-grants-operation.ts";
import { type Instance, instancesOf } from "./names.ts";
import type { LocationScope, Settings } from "./parameters.ts";
import type { SharedObject } from "./parameters-objects.ts";

/**
 * Of one sharing, in all its regions. Ours: beyond it the scripts are too long to be read, and nothing more is written
 * into the plan. AWS takes 100,000 in an instance.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-limitations.html
 */
export const GRANTS_MAX = 2_500;

/** What one grant is for, whoever it is given to. */
export interface Target {
  readonly instance: Instance;
  readonly bucket: string;
  /** `reports/*`, `*` for the whole bucket, or the key of one object. */
  readonly path: string;
  readonly isObject: boolean;
  readonly permission: GrantPermission;
  /** Scope of the registered location that it lies in. */
  readonly locationScope: string;
  /** What follows it. */
  readonly subPrefix: string;
  /** Undefined for a single object. */
  readonly location: Location | undefined;
}

/** Everything that is granted, region by region; nothing twice. */
export function targetsOf(sharing: Shared<Settings>): readonly Target[] {
  const { agreement, settings } = sharing;
  return instancesOf(sharing).flatMap((instance) => {
    const part = agreementIn(agreement, instance.region as typeof agreement.owner.region);
    const locations = distinctLocations(part.owner.locations);
    const names = new Set<string>(part.owner.buckets.map(({ bucket }) => bucket));
    const scopes = locations.map((location) => scopeOf(settings.locationScope, location));
    return [
      ...locations.map((location) => prefixTarget(settings.locationScope, instance, location)),
      ...distinctObjects(settings.objects)
        .filter(({ bucket }) => names.has(bucket))
        .map((object) => objectTarget(settings.locationScope, instance, object, scopes)),
    ];
  });
}

/**
 * `s3://` must be narrowed by every grant; a bucket and a prefix are registered with the slash at
 * their end, so that nothing but what lies below follows.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location-register.html
 */
function scopeOf(
  kind: LocationScope,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
): string {
  if (kind === "default") return "s3://";
  return kind === "bucket" ? `s3://${bucket}/` : `s3://${bucket}/${prefix}`;
}

function prefixTarget(kind: LocationScope, instance: Instance, location: Location): Target {
  const { bucket, prefix, access } = location;
  const path = `${prefix}*`;
  const locationScope = scopeOf(kind, location);
  return {
    instance,
    bucket,
    path,
    isObject: false,
    permission: grantPermission(access),
    locationScope,
    subPrefix: `s3://${bucket}/${path}`.slice(locationScope.length),
    location,
  };
}

function objectTarget(
  kind: LocationScope,
  instance: Instance,
  { bucket, key, access }: SharedObject,
  scopes: readonly string[],
): Target {
  const address = `s3://${bucket}/${key}`;
  const around = scopes
    .filter((scope) => address.startsWith(scope))
    .toSorted((one, other) => other.length - one.length)[0];
  const folder = key.slice(0, key.lastIndexOf("/") + 1);
  const locationScope = around ?? scopeOf(kind, { bucket, prefix: folder });
  return {
    instance,
    bucket,
    path: key,
    isObject: true,
    permission: grantPermission(access),
    locationScope,
    subPrefix: address.slice(locationScope.length),
    location: undefined,
  };
}

function distinctObjects(objects: readonly SharedObject[]): readonly SharedObject[] {
  const known = new Map<string, SharedObject>();
  for (const object of objects) {
    const address = `${object.bucket}/${object.key}`;
    const before = known.get(address)?.access ?? [];
    const access = (["read", "write"] as const).filter(
      (level) => before.includes(level) || object.access.includes(level),
    );
    known.set(address, { ...object, access });
  }
  return [...known.values()];
}

/** Locations to be registered in a region, each once. */
export function locationScopes(targets: readonly Target[], instance: Instance): readonly string[] {
  const own = targets.filter((target) => target.instance.arn === instance.arn);
  return [...new Set(own.map(({ locationScope }) => locationScope))];
}

/** Each of them gets a grant for each target. */
export function granteesOf({ agreement, settings }: Shared<Settings>): readonly Grantee[] {
  return [
    ...[...new Set(agreement.consumer.principals.map(({ arn }) => arn))].map(
      (identifier): Grantee => ({ type: "IAM", identifier }),
    ),
    ...settings.directoryUsers.map(
      (identifier): Grantee => ({ type: "DIRECTORY_USER", identifier }),
    ),
    ...settings.directoryGroups.map(
      (identifier): Grantee => ({ type: "DIRECTORY_GROUP", identifier }),
    ),
  ];
}
