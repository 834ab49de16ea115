import { type BucketName, parseBucketName } from "#core/aws/bucket-name.ts";
import { type ObjectKey, parseObjectKey } from "#core/aws/object-key.ts";
import type { Parameter, RawRow } from "#core/parameters/parameter.ts";
import { BUCKET_PLACEHOLDER } from "#core/parameters/placeholders.ts";
import { cellText, isRecord } from "#core/parameters/raw.ts";
import { type Problem, parseText, type Reading, readingSchema } from "#core/parameters/reading.ts";

type ObjectAccess = "read" | "write";

/** One object that gets grants of its own. */
export interface SharedObject {
  readonly bucket: BucketName;
  readonly key: ObjectKey;
  /** In the order read, write; never empty. */
  readonly access: readonly ObjectAccess[];
}

/** Ours: each of them gets a grant for each principal. */
const OBJECTS_MAX = 100;
const LEVELS: readonly ObjectAccess[] = ["read", "write"];

export const objects: Parameter<readonly RawRow[], readonly SharedObject[]> = {
  id: "settings.objects",
  side: "owner",
  label: "Single objects",
  help: "Objects that get a grant of their own, beside the locations and in their buckets. Paste s3:// addresses, one a line.",
  example: "s3://acme-share-data/reports/summary.csv",
  control: {
    kind: "rows",
    itemName: "object",
    addLabel: "Add object",
    columns: [
      {
        id: "bucket",
        label: "Bucket",
        help: "One of the buckets of the locations.",
        example: "acme-share-data",
        control: { kind: "text" },
        default: "",
      },
      {
        id: "key",
        label: "Object key",
        help: "The whole key, without wildcard.",
        example: "summaries/2026.csv",
        control: { kind: "text", width: "wide" },
        default: "",
      },
      {
        id: "access",
        label: "Access",
        help: "What account B may do with it.",
        example: "read",
        control: {
          kind: "choices",
          options: [
            { value: "read", label: "Read", description: "Download it." },
            { value: "write", label: "Write", description: "Upload and overwrite it." },
          ],
        },
        default: ["read"],
      },
    ],
    fromLine: objectFromLine,
  },
  schema: readingSchema(readObjects),
  default: [],
  placeholder: [],
  linkKey: "object",
  advanced: true,
};

function readObjects(raw: unknown): Reading<readonly SharedObject[]> {
  if (!Array.isArray(raw)) {
    return { value: [], problems: [{ path: [], message: "Enter a list of objects." }] };
  }
  const problems: Problem[] = [];
  if (raw.length > OBJECTS_MAX) {
    problems.push({
      path: [],
      message: `There are ${raw.length} objects; at most ${OBJECTS_MAX} fit one sharing. Share a prefix around them.`,
    });
  }
  const value = raw.slice(0, OBJECTS_MAX).map((row: unknown, index): SharedObject => {
    const cells = isRecord(row) ? (row as RawRow) : {};
    const bucket = parseText(cellText(cells, "bucket"), parseBucketName);
    const key = parseText(cellText(cells, "key"), parseObjectKey);
    const chosen: readonly unknown[] = Array.isArray(cells["access"]) ? cells["access"] : ["read"];
    const access = LEVELS.filter((level) => chosen.includes(level));
    if (!bucket.ok) problems.push({ path: [index, "bucket"], message: bucket.message });
    if (!key.ok) problems.push({ path: [index, "key"], message: key.message });
    if (access.length === 0 || access.length !== chosen.length) {
      problems.push({ path: [index, "access"], message: "Choose read, write or both." });
    }
    return {
      bucket: bucket.ok ? bucket.value : BUCKET_PLACEHOLDER,
      key: key.ok ? key.value : ("<OBJECT_KEY>" as ObjectKey),
      access: access.length === 0 ? ["read"] : access,
    };
  });
  return { value, problems };
}

function objectFromLine(line: string): RawRow | undefined {
  const [, bucket = "", key = ""] = /^(?:s3:\/\/)?([^/\s]+)\/(\S.*)$/i.exec(line.trim()) ?? [];
  return parseBucketName(bucket).ok && parseObjectKey(key).ok
    ? { bucket, key, access: ["read"] }
    : undefined;
}
