import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";

export type Partition = "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc";

export const PARTITIONS: readonly Partition[] = ["aws", "aws-cn", "aws-us-gov", "aws-eusc"];

export type Region = Brand<string, "Region">;

/** Ends the host names of a partition's services. @see https://github.com/boto/botocore (partitions.json) */
export const DNS_SUFFIX: Readonly<Record<Partition, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
  "aws-eusc": "amazonaws.eu",
};

/**
 * Shape of a partition's region codes; a region launched later fits too. Tested in this order, because
 * us-gov must not be taken for a region of aws.
 * @see https://github.com/boto/botocore (partitions.json)
 */
const REGION_SHAPES: readonly (readonly [Partition, RegExp])[] = [
  ["aws-us-gov", /^us-gov-[a-z]+-\d+$/],
  ["aws-cn", /^cn-[a-z]+-\d+$/],
  ["aws-eusc", /^eusc-de-[a-z]+-\d+$/],
  ["aws", /^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/],
];

const ISO_REGION = /^(us-iso|us-isob|us-isof|eu-isoe)-/;

/** Accepts every region code of the four partitions, also one this version does not list yet. */
export function parseRegion(text: string): Parsed<Region> {
  const code = text.trim();
  if (code === "") return refused("Enter the region of the buckets, for example eu-west-1.");
  if (partitionOfCode(code) !== undefined) return parsed(code as Region);
  const lower = code.toLowerCase();
  if (partitionOfCode(lower) !== undefined) {
    return refused(`Region codes are written in lower case: ${lower}.`);
  }
  if (partitionOfCode(lower.slice(0, -1)) !== undefined && /[a-z]$/.test(lower)) {
    return refused(`“${code}” is an Availability Zone; its region is ${lower.slice(0, -1)}.`);
  }
  if (ISO_REGION.test(lower)) {
    return refused(
      `“${code}” is in an isolated partition, which is not supported; choose a region of aws, aws-cn, aws-us-gov or aws-eusc.`,
    );
  }
  const named = REGIONS.find((region) => region.name.toLowerCase() === lower);
  if (named !== undefined) return refused(`Enter the code of this region: ${named.code}.`);
  return refused(
    `“${code.slice(0, 40)}” is not a region code; choose one from the list, for example eu-west-1.`,
  );
}

/** The partition follows from the shape of the code. @see https://github.com/boto/botocore (partitions.json) */
export function partitionOf(region: Region): Partition {
  return partitionOfCode(region) ?? "aws";
}

function partitionOfCode(code: string): Partition | undefined {
  return REGION_SHAPES.find(([, shape]) => shape.test(code))?.[0];
}

export function isPartition(text: string): text is Partition {
  return (PARTITIONS as readonly string[]).includes(text);
}

/** The regions of a partition that this version lists. */
export function regionsOf(partition: Partition): readonly KnownRegion[] {
  return REGIONS.filter((region) => partitionOfCode(region.code) === partition);
}

/** Where a region's code stands inside another name. */
export const REGION_PATTERN = "[a-z]{2,4}(?:-[a-z]+)+-\\d+";

/** Whether this version lists the region; a region launched later does not, and is still valid. */
export function isKnownRegion(region: Region): boolean {
  return REGIONS.some((known) => known.code === region);
}

export interface KnownRegion {
  readonly code: string;
  readonly name: string;
}

/** Equal to the AWS SDK's list (@aws-sdk/core, partitions) of 2026-11. @see https://github.com/boto/botocore (partitions.json) */
export const REGIONS: readonly KnownRegion[] = [
  { code: "us-east-1", name: "US East (N. Virginia)" },
  { code: "us-east-2", name: "US East (Ohio)" },
  { code: "us-west-1", name: "US West (N. California)" },
  { code: "us-west-2", name: "US West (Oregon)" },
  { code: "af-south-1", name: "Africa (Cape Town)" },
  { code: "ap-east-1", name: "Asia Pacific (Hong Kong)" },
  { code: "ap-east-2", name: "Asia Pacific (Taipei)" },
  { code: "ap-northeast-1", name: "Asia Pacific (Tokyo)" },
  { code: "ap-northeast-2", name: "Asia Pacific (Seoul)" },
  { code: "ap-northeast-3", name: "Asia Pacific (Osaka)" },
  { code: "ap-south-1", name: "Asia Pacific (Mumbai)" },
  { code: "ap-south-2", name: "Asia Pacific (Hyderabad)" },
  { code: "ap-southeast-1", name: "Asia Pacific (Singapore)" },
  { code: "ap-southeast-2", name: "Asia Pacific (Sydney)" },
  { code: "ap-southeast-3", name: "Asia Pacific (Jakarta)" },
  { code: "ap-southeast-4", name: "Asia Pacific (Melbourne)" },
  { code: "ap-southeast-5", name: "Asia Pacific (Malaysia)" },
  { code: "ap-southeast-6", name: "Asia Pacific (New Zealand)" },
  { code: "ap-southeast-7", name: "Asia Pacific (Thailand)" },
  { code: "ca-central-1", name: "Canada (Central)" },
  { code: "ca-west-1", name: "Canada West (Calgary)" },
  { code: "eu-central-1", name: "Europe (Frankfurt)" },
  { code: "eu-central-2", name: "Europe (Zurich)" },
  { code: "eu-north-1", name: "Europe (Stockholm)" },
  { code: "eu-south-1", name: "Europe (Milan)" },
  { code: "eu-south-2", name: "Europe (Spain)" },
  { code: "eu-west-1", name: "Europe (Ireland)" },
  { code: "eu-west-2", name: "Europe (London)" },
  { code: "eu-west-3", name: "Europe (Paris)" },
  { code: "il-central-1", name: "Israel (Tel Aviv)" },
  { code: "me-central-1", name: "Middle East (UAE)" },
  { code: "me-south-1", name: "Middle East (Bahrain)" },
  { code: "me-west-1", name: "Middle East (Saudi Arabia)" },
  { code: "mx-central-1", name: "Mexico (Central)" },
  { code: "sa-east-1", name: "South America (Sao Paulo)" },
  { code: "sa-west-1", name: "South America (Chile)" },
  { code: "cn-north-1", name: "China (Beijing)" },
  { code: "cn-northwest-1", name: "China (Ningxia)" },
  { code: "us-gov-east-1", name: "AWS GovCloud (US-East)" },
  { code: "us-gov-west-1", name: "AWS GovCloud (US-West)" },
  { code: "eusc-de-east-1", name: "AWS European Sovereign Cloud (Germany)" },
];
