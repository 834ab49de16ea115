import { type Principal, principalLabel } from "#core/aws/principal.ts";
import type { Location } from "#core/parameters/agreement.ts";
import { distinctLocations } from "#core/parameters/distinct-locations.ts";

/** Beyond these a sentence is no longer read: they are counted instead. */
const NAMED = 2;

/** "role analytics-app", "role a and user b", "12 principals". */
export function whoText(principals: readonly Principal[]): string {
  const labels = [
    ...new Set(
      principals.map((principal) =>
        principal.kind === "account"
          ? "whomever account B's admin chooses"
          : principalLabel(principal),
      ),
    ),
  ];
  return labels.length > NAMED ? `${labels.length} principals` : labels.join(" and ");
}

/** "list and read acme-share-data/reports/", "use 3 locations in 2 buckets". */
export function whatText(all: readonly Location[]): string {
  const locations = distinctLocations(all);
  const buckets = new Set(locations.map(({ bucket }) => bucket));
  if (locations.length > NAMED) {
    const where = buckets.size === 1 ? [...buckets].join() : `${buckets.size} buckets`;
    return `use ${locations.length} locations in ${where}`;
  }
  return locations
    .map(({ bucket, prefix, access }) => {
      const verbs = [access.slice(0, -1).join(", "), ...access.slice(-1)].filter(Boolean);
      return `${verbs.join(" and ")} ${prefix === "" ? `all of ${bucket}` : `${bucket}/${prefix}`}`;
    })
    .join(", ");
}
