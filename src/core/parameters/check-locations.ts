import { accessCovers } from "#core/aws/access.ts";
import { parseBucketName } from "#core/aws/bucket-name.ts";
import { prefixWarnings } from "#core/aws/prefix.ts";
import type { Location } from "./agreement.ts";
import { type Check, error, warning } from "./check.ts";
import { locationCovers } from "./distinct-locations.ts";
import type { Issue } from "./parameter.ts";

/** A name of the account-regional namespace names its account and region. */
export const bucketsAreOwners: Check = {
  needs: ["owner.account", "owner.region", "owner.locations"],
  find: ({ agreement: { owner }, isValid }) => {
    return owner.locations.flatMap(({ bucket }, index) => {
      const at = `owner.locations.${index}.bucket`;
      const settings = owner.buckets.find((one) => one.bucket === bucket);
      const known = {
        ...(isValid("owner.account") ? { account: owner.account } : {}),
        ...(isValid("owner.region") ? { region: settings?.region ?? owner.region } : {}),
      };
      const name = isValid(at) ? parseBucketName(bucket, known) : undefined;
      return name === undefined || name.ok ? [] : [error(at, name.message)];
    });
  },
};

export const prefixesAreMeant: Check = {
  needs: ["owner.locations"],
  find: ({ agreement: { owner }, isValid }) =>
    owner.locations.flatMap(({ prefix }, index) => {
      const at = `owner.locations.${index}.prefix`;
      return isValid(at) ? prefixWarnings(prefix).map((message) => warning(at, message)) : [];
    }),
};

/** Nothing is granted twice: a location inside another one adds nothing unless it has more access. */
export const locationsAreDistinct: Check = {
  needs: ["owner.locations"],
  find: ({ agreement: { owner }, isValid }) => {
    const readable = owner.locations
      .map((location, index) => ({ location, index }))
      .filter(({ index }) =>
        ["bucket", "prefix"].every((column) => isValid(`owner.locations.${index}.${column}`)),
      );
    return readable.flatMap((inner): readonly Issue[] => {
      const outer = readable.find((other) => other !== inner && says(other, inner));
      return outer === undefined
        ? []
        : [
            warning(
              `owner.locations.${inner.index}.prefix`,
              overlapSentence(outer.location, inner.location),
            ),
          ];
    });
  },
};

interface Placed {
  readonly location: Location;
  readonly index: number;
}

/** Whether `other` is the reason to warn at `inner`; of two equal ones only the later is told. */
function says(other: Placed, inner: Placed): boolean {
  if (other.location.bucket !== inner.location.bucket) return false;
  const isSamePlace = other.location.prefix === inner.location.prefix;
  return isSamePlace ? other.index < inner.index : locationCovers(other.location, inner.location);
}

function overlapSentence(outer: Location, inner: Location): string {
  const place = placeName(inner);
  if (outer.prefix !== inner.prefix) {
    return `${place} is inside ${placeName(outer)}, which is shared with the same access or more. Remove one of the two.`;
  }
  const isSame =
    accessCovers(outer.access, inner.access) && accessCovers(inner.access, outer.access);
  return isSame
    ? `${place} is listed twice. Remove one of the two.`
    : `${place} is listed twice with different access, which adds up. Join the two.`;
}

function placeName({ bucket, prefix }: Location): string {
  return prefix === "" ? `the whole bucket ${bucket}` : `${bucket}/${prefix}`;
}
