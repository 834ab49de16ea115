import { ACCESS_LEVELS, accessCovers } from "#core/aws/access.ts";
import { prefixContains } from "#core/aws/prefix.ts";
import type { Location } from "./agreement.ts";

/** Everything `inner` grants is granted by `outer` as well. */
export function locationCovers(outer: Location, inner: Location): boolean {
  return (
    outer.bucket === inner.bucket &&
    prefixContains(outer.prefix, inner.prefix) &&
    accessCovers(outer.access, inner.access)
  );
}

/**
 * The same grant with nothing said twice: access to one prefix is joined, and a location that another one covers
 * is left out. In order of first mention.
 */
export function distinctLocations(locations: readonly Location[]): readonly Location[] {
  const joined = new Map<string, Location>();
  for (const location of locations) {
    const key = `${location.bucket}/${location.prefix}`;
    const before = joined.get(key);
    const access = ACCESS_LEVELS.filter(
      (level) => location.access.includes(level) || before?.access.includes(level),
    );
    joined.set(key, { ...location, access });
  }
  const all = [...joined.values()];
  // Only shorter prefixes can be around one, and most are of a few lengths.
  const lengths = [...new Set(all.map(({ prefix }) => prefix.length))];
  const isCovered = (one: Location) =>
    lengths.some((length) => {
      if (length >= one.prefix.length) return false;
      const around = joined.get(`${one.bucket}/${one.prefix.slice(0, length)}`);
      return around !== undefined && locationCovers(around, one);
    });
  return all.filter((one) => !isCovered(one));
}
