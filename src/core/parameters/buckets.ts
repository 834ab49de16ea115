import { parseBucketName } from "#core/aws/bucket-name.ts";
import { type KeyArn, parseKeyArn } from "#core/aws/key-arn.ts";
import { parseRegion, type Region } from "#core/aws/region.ts";
import type { BucketSettings, Encryption, ObjectOwnership } from "./agreement.ts";
import { BUCKET_COLUMNS } from "./bucket-columns.ts";
import { LOCATIONS_MAX } from "./locations.ts";
import type { Draft, Parameter, RawRow } from "./parameter.ts";
import { keyPlaceholder, REGION_PLACEHOLDER } from "./placeholders.ts";
import { cellText, isRecord, rawRows } from "./raw.ts";
import { type Problem, parseText, type Reading, readingSchema } from "./reading.ts";

export const ownerBuckets: Parameter<readonly RawRow[], readonly BucketSettings[]> = {
  id: "owner.buckets",
  side: "owner",
  label: "Buckets",
  help: "What is true of each bucket, whichever of its prefixes are shared.",
  example: "acme-share-data: SSE-S3, Bucket owner enforced",
  control: {
    kind: "rows",
    itemName: "bucket",
    addLabel: "Add bucket",
    columns: BUCKET_COLUMNS,
    keys: { column: "bucket", of: distinctBuckets },
  },
  schema: readingSchema((raw) => readBuckets(raw)),
  default: [],
  placeholder: [],
  linkKey: "bucket",
};

/** Valid bucket names of the locations, each once, in order of first mention. */
function distinctBuckets(draft: Draft): readonly string[] {
  const names = rawRows(draft, "owner.locations")
    .slice(0, LOCATIONS_MAX)
    .map((row) => parseBucketName(cellText(row, "bucket")));
  return [...new Set(names.flatMap((name) => (name.ok ? [name.value] : [])))];
}

/** What holds for a bucket nobody has said anything about. */
export const DEFAULT_BUCKET_SETTINGS: Omit<BucketSettings, "bucket" | "region"> = {
  encryption: { kind: "sse-s3" },
  ownership: "BucketOwnerEnforced",
  versioned: false,
};

/**
 * One setting for each row that names a bucket, or only those of `shared` buckets: a row stays in the draft after
 * its last location went. What is said of a bucket first holds. `region` is that of a bucket that names none.
 */
export function readBuckets(
  raw: unknown,
  keyStandIn: KeyArn = keyPlaceholder(),
  region: Region = REGION_PLACEHOLDER,
  shared?: ReadonlySet<string>,
): Reading<readonly BucketSettings[]> {
  if (!Array.isArray(raw)) {
    return { value: [], problems: [{ path: [], message: "Enter a list of buckets." }] };
  }
  const settings = new Map<string, BucketSettings>();
  const problems: Problem[] = [];
  for (const [index, row] of raw.slice(0, LOCATIONS_MAX).entries()) {
    const cells = isRecord(row) ? (row as RawRow) : {};
    const bucket = parseText(cellText(cells, "bucket"), parseBucketName);
    if (!bucket.ok || settings.has(bucket.value)) continue;
    if (shared !== undefined && !shared.has(bucket.value)) continue;
    const report = (column: string, message: string) =>
      problems.push({ path: [index, column], message });
    settings.set(bucket.value, {
      bucket: bucket.value,
      region: readRegion(cells, region, report),
      encryption: readEncryption(cells, keyStandIn, report),
      ownership: readOwnership(cells, report),
      versioned: Object.hasOwn(cells, "versioned") && cells["versioned"] === true,
    });
  }
  return { value: [...settings.values()], problems };
}

type Report = (column: string, message: string) => void;

function readRegion(row: RawRow, ofAll: Region, report: Report): Region {
  const text = cellText(row, "region");
  if (text === "") return ofAll;
  const region = parseText(text, parseRegion);
  if (region.ok) return region.value;
  report("region", region.message);
  return ofAll;
}

function readEncryption(row: RawRow, keyStandIn: KeyArn, report: Report): Encryption {
  const kind = cellText(row, "encryption");
  if (kind === "sse-s3" || kind === "") return { kind: "sse-s3" };
  if (kind === "aws-managed-key") return { kind };
  if (kind === "sse-kms") {
    const key = parseText(cellText(row, "keyArn"), parseKeyArn);
    if (key.ok) return { kind, keyArn: key.value };
    report("keyArn", key.message);
    return { kind, keyArn: keyStandIn };
  }
  report("encryption", "Choose one of the three kinds of encryption.");
  return { kind: "sse-s3" };
}

const OWNERSHIPS: readonly ObjectOwnership[] = [
  "BucketOwnerEnforced",
  "BucketOwnerPreferred",
  "ObjectWriter",
];

function readOwnership(row: RawRow, report: Report): ObjectOwnership {
  const text = cellText(row, "ownership");
  const ownership = OWNERSHIPS.find((one) => one === text);
  if (ownership === undefined && text !== "") {
    report("ownership", "Choose one of the three settings of Object Ownership.");
  }
  return ownership ?? DEFAULT_BUCKET_SETTINGS.ownership;
}

/** Path of a cell of the row about this bucket, or of the whole parameter when nothing was said of it. */
export function bucketCell(draft: Draft, bucket: string, column: string): string {
  const index = rawRows(draft, "owner.buckets").findIndex(
    (row) => cellText(row, "bucket") === bucket,
  );
  return index < 0 ? "owner.buckets" : `owner.buckets.${index}.${column}`;
}
