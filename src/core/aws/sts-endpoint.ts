import {
  DNS_SUFFIX,
  type Partition,
  parseRegion,
  partitionOf,
  REGIONS,
  regionsOf,
} from "./region.ts";

/**
 * AWS STS answers in every region at an endpoint of its own, and a session from there is valid in all of them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html
 * @see https://github.com/boto/botocore (data/sts/endpoint-rule-set-1.json)
 */
export function stsEndpoint(region: string): string | undefined {
  const parsed = parseRegion(region);
  if (!parsed.ok || !REGIONS.some(({ code }) => code === parsed.value)) return undefined;
  return `https://sts.${parsed.value}.${DNS_SUFFIX[partitionOf(parsed.value)]}`;
}

/** One for each region that this version lists: what the page may connect to, and nothing else. */
export const STS_ENDPOINTS: readonly string[] = REGIONS.flatMap(
  ({ code }) => stsEndpoint(code) ?? [],
);

/**
 * A region of the partition in which STS is active for every account and cannot be switched off.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html
 */
const ALWAYS_ACTIVE: Readonly<Partial<Record<Partition, string>>> = { aws: "us-east-1" };

/** Where STS answers whichever regions an account has enabled. */
export function stsHomeRegion(partition: Partition): string {
  return ALWAYS_ACTIVE[partition] ?? regionsOf(partition)[0]?.code ?? "us-east-1";
}

/** Where to ask STS: in this region, or when it is not known in its partition's first. */
export function stsRegionFor(region: string): string {
  if (stsEndpoint(region) !== undefined) return region;
  const parsed = parseRegion(region);
  return stsHomeRegion(parsed.ok ? partitionOf(parsed.value) : "aws");
}
