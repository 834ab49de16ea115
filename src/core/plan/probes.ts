import { ACCESS_LEVELS, type AccessLevel } from "#core/aws/access.ts";
import { type Prefix, prefixContains } from "#core/aws/prefix.ts";
import type { Agreement, Location } from "#core/parameters/agreement.ts";
import type { Probe } from "./operation.ts";

/** Says what it is to whoever finds it in the bucket. */
const KEY = "s3-handshake-verify";
const ELSEWHERE = `${KEY}-elsewhere/` as Prefix;

const VERBS: Readonly<Record<AccessLevel, string>> = {
  list: "listed",
  read: "read",
  write: "written to",
  delete: "deleted from",
};

/**
 * Requests that show that the sharing grants what was agreed, and nothing beside it: every access at
 * every location, the accesses that were not agreed, and another prefix of the same bucket.
 */
export function sharingProbes({ owner }: Agreement): readonly Probe[] {
  const { locations, buckets } = owner;
  const regions = new Map<string, string>(buckets.map(({ bucket, region }) => [bucket, region]));
  const probe = (
    location: Pick<Location, "bucket" | "prefix">,
    access: AccessLevel,
    expect: Probe["expect"],
  ): Probe => {
    const { bucket, prefix } = location;
    const where = prefix === "" ? `bucket ${bucket}` : `${bucket}/${prefix}`;
    const can = expect === "allowed" ? "can" : "cannot";
    return {
      kind: "probe",
      access,
      bucket,
      region: regions.get(bucket) ?? owner.region,
      path: pathOf(prefix, access, expect),
      ...(access === "read" && expect === "allowed" ? { existing: true } : {}),
      expect,
      shows: `${where} ${can} be ${VERBS[access]}`,
    };
  };
  const places = locations.map((location) => ({
    location,
    granted: accessAt(location, locations),
  }));
  return [
    ...places.flatMap(({ location, granted }) =>
      ACCESS_LEVELS.filter((level) => granted.has(level)).map((access) =>
        probe(location, access, "allowed"),
      ),
    ),
    ...places.flatMap(({ location, granted }) =>
      ACCESS_LEVELS.filter((level) => !granted.has(level)).map((access) =>
        probe(location, access, "denied"),
      ),
    ),
    ...buckets
      .filter(({ bucket }) => accessAt({ bucket, prefix: ELSEWHERE }, locations).size === 0)
      .flatMap(({ bucket }) =>
        (["list", "read", "write"] as const).map((access) =>
          probe({ bucket, prefix: ELSEWHERE }, access, "denied"),
        ),
      ),
  ];
}

/** Everything below a shared prefix is shared, whatever a narrower location says. */
function accessAt(
  { bucket, prefix }: Pick<Location, "bucket" | "prefix">,
  locations: readonly Location[],
): ReadonlySet<AccessLevel> {
  return new Set(
    locations
      .filter((other) => other.bucket === bucket && prefixContains(other.prefix, prefix))
      .flatMap(({ access }) => access),
  );
}

function pathOf(prefix: Prefix, access: AccessLevel, expect: Probe["expect"]): string {
  if (access === "list") return prefix;
  if (access === "read" && expect === "allowed") return prefix;
  return `${prefix}${KEY}-${expect === "allowed" ? "write" : "denied"}.txt`;
}
