import { ACCESS_LEVELS, type AccessLevel } from "#core/aws/access.ts";
import { parseBucketName } from "#core/aws/bucket-name.ts";
import { s3BucketsPage } from "#core/aws/console-links.ts";
import { parsePrefix } from "#core/aws/prefix.ts";
import { parseS3Reference, type S3Reference } from "#core/aws/s3-reference.ts";
import type { Location } from "./agreement.ts";
import type { Column, Option, Parameter, RawRow } from "./parameter.ts";
import { BUCKET_PLACEHOLDER, PREFIX_PLACEHOLDER } from "./placeholders.ts";
import { cellText, isRecord } from "./raw.ts";
import { type Problem, parseText, type Reading, readingSchema } from "./reading.ts";
import { awsCommand, consoleAt, firstBucket } from "./where.ts";

/** Ours, not AWS's: a bucket policy of 20 KB is full long before. */
export const LOCATIONS_MAX = 500;

const DEFAULT_ACCESS: readonly AccessLevel[] = ["list", "read"];

const ACCESS_OPTIONS: readonly Option[] = [
  { value: "list", label: "List", description: "See the names of the objects." },
  { value: "read", label: "Read", description: "Download objects." },
  { value: "write", label: "Write", description: "Upload and overwrite objects." },
  { value: "delete", label: "Delete", description: "Delete objects, but no versions for good." },
];

const COLUMNS: readonly Column[] = [
  {
    id: "bucket",
    label: "Bucket",
    help: "Name of a general purpose bucket in account A.",
    example: "acme-share-data",
    where: {
      command: (draft) => awsCommand(draft, "owner", "s3 ls"),
      console: (draft) => ({ label: "Buckets", url: s3BucketsPage(consoleAt(draft)) }),
    },
    control: { kind: "text", width: "wide" },
    default: "",
  },
  {
    id: "prefix",
    label: "Prefix",
    help: "Share only the keys below it. Leave empty for the whole bucket.",
    example: "reports/",
    where: {
      command: (draft) =>
        awsCommand(draft, "owner", `s3 ls s3://${firstBucket(draft) ?? "<BUCKET_NAME>"}/`),
    },
    control: { kind: "text", width: "wide" },
    default: "",
  },
  {
    id: "access",
    label: "Access",
    help: "What account B may do there. Write alone is a drop box.",
    example: "list, read",
    control: { kind: "choices", options: ACCESS_OPTIONS },
    default: DEFAULT_ACCESS,
  },
];

export const ownerLocations: Parameter<readonly RawRow[], readonly Location[]> = {
  id: "owner.locations",
  side: "owner",
  label: "Locations",
  help: "What is shared: bucket, prefix and access. Paste s3:// addresses, ARNs or console addresses, one a line.",
  example: "s3://acme-share-data/reports/",
  control: {
    kind: "rows",
    itemName: "location",
    addLabel: "Add location",
    columns: COLUMNS,
    fromLine: locationFromLine,
  },
  schema: readingSchema(readLocations),
  default: [],
  placeholder: [{ bucket: BUCKET_PLACEHOLDER, prefix: PREFIX_PLACEHOLDER, access: DEFAULT_ACCESS }],
  linkKey: "loc",
};

/** One location for each row, at the same position; placeholders stand for cells that cannot be read. */
export function readLocations(raw: unknown): Reading<readonly Location[]> {
  if (!Array.isArray(raw)) {
    return { value: [], problems: [{ path: [], message: "Enter a list of locations." }] };
  }
  const problems: Problem[] = [];
  if (raw.length === 0) {
    problems.push({ path: [], message: "Add at least one location: the bucket that is shared." });
  }
  if (raw.length > LOCATIONS_MAX) {
    problems.push({
      path: [],
      message: `There are ${raw.length} locations; at most ${LOCATIONS_MAX} fit one sharing. Share a common prefix, or split them over several sharings.`,
    });
  }
  const value = raw.slice(0, LOCATIONS_MAX).map((row: unknown, index) => {
    const cells = isRecord(row) ? (row as RawRow) : {};
    const bucket = parseText(cellText(cells, "bucket"), parseBucketName);
    const prefix = parseText(cellText(cells, "prefix"), parsePrefix);
    const access = readAccess(cells);
    if (!bucket.ok) problems.push({ path: [index, "bucket"], message: bucket.message });
    if (!prefix.ok) problems.push({ path: [index, "prefix"], message: prefix.message });
    if (access.message !== undefined) {
      problems.push({ path: [index, "access"], message: access.message });
    }
    return {
      bucket: bucket.ok ? bucket.value : BUCKET_PLACEHOLDER,
      prefix: prefix.ok ? prefix.value : PREFIX_PLACEHOLDER,
      access: access.levels,
    };
  });
  return { value, problems };
}

/** A row without the cell has the default; a row whose levels are all switched off is refused. */
function readAccess(row: RawRow): { levels: readonly AccessLevel[]; message?: string } {
  const cell: unknown = Object.hasOwn(row, "access") ? row["access"] : undefined;
  if (cell === undefined) return { levels: DEFAULT_ACCESS };
  const texts: readonly unknown[] = Array.isArray(cell) ? cell : [];
  const levels = ACCESS_LEVELS.filter((level) => texts.includes(level));
  if (levels.length === 0) {
    return { levels: DEFAULT_ACCESS, message: "Choose at least one: list, read, write or delete." };
  }
  if (texts.some((text) => !(ACCESS_LEVELS as readonly unknown[]).includes(text))) {
    return { levels, message: "Access is made of list, read, write and delete; choose again." };
  }
  return { levels };
}

const LEVEL = "(?:list|read|write|delete)";
const TRAILING_ACCESS = new RegExp(`[\\s,;]+(${LEVEL}(?:[\\s,;+|/]+${LEVEL})*)$`, "i");

/**
 * `s3://bucket/prefix`, an ARN, a console or object address, or `bucket/prefix`, each with access levels behind it
 * or not: `acme-share-data/reports read,list`.
 */
export function locationFromLine(line: string): RawRow | undefined {
  const text = line.trim();
  const words = TRAILING_ACCESS.exec(text)?.[1];
  const place = words === undefined ? text : text.replace(TRAILING_ACCESS, "");
  const access =
    words === undefined
      ? DEFAULT_ACCESS
      : ACCESS_LEVELS.filter((level) =>
          words
            .toLowerCase()
            .split(/[\s,;+|/]+/)
            .includes(level),
        );
  const reference = parseS3Reference(place) ?? plainReference(place);
  // The prefix around an object covers more than was pasted; that is for a person to decide.
  if (reference === undefined || reference.object !== undefined) return undefined;
  return { bucket: reference.bucket, prefix: reference.prefix, access };
}

/** `bucket/prefix` without a scheme, or both as cells of a table: `bucket,prefix`. */
export function plainReference(text: string): S3Reference | undefined {
  const [, name = text, rest = ""] = /^([^/,;\t]*)[/,;\t]\s*(.*)$/s.exec(text) ?? [];
  const bucket = parseBucketName(name);
  if (!bucket.ok) return undefined;
  const prefix = parsePrefix(rest);
  return { bucket: bucket.value, prefix: prefix.ok ? prefix.value : rest };
}
