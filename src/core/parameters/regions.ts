import type { Region } from "#core/aws/region.ts";
import type { Agreement } from "./agreement.ts";

/** Regions of the shared buckets, in order of first mention; never none. */
export function regionsOf({ owner }: Agreement): readonly Region[] {
  const regions = new Set(owner.buckets.map(({ region }) => region));
  return regions.size === 0 ? [owner.region] : [...regions];
}

/** What of the agreement lies in one region. */
export function agreementIn(agreement: Agreement, region: Region): Agreement {
  const buckets = agreement.owner.buckets.filter((bucket) => bucket.region === region);
  const names = new Set(buckets.map(({ bucket }) => bucket));
  const locations = agreement.owner.locations.filter(({ bucket }) => names.has(bucket));
  return { ...agreement, owner: { ...agreement.owner, region, buckets, locations } };
}

/** Region of a bucket; where nothing is said of it, that of the agreement. */
export function regionOfBucket({ owner }: Agreement, bucket: string): Region {
  return owner.buckets.find((one) => one.bucket === bucket)?.region ?? owner.region;
}
