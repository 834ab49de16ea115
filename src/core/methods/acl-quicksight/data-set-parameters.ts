import { parseAccountId } from "#core/aws/account-id.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import { parseBucketName } from "#core/aws/bucket-name.ts";
import {
  type ObjectAddress,
  type PrefixAddress,
  parseObjectUri,
  parsePrefixUri,
} from "#core/aws/object-uri.ts";
import {
  parseColumnName,
  parseManifestKey,
  parseQuicksightId,
  parseQuicksightName,
  parseQuicksightUser,
} from "#core/aws/quicksight.ts";
import { parseRegion } from "#core/aws/region.ts";
import type { Draft, Parameter } from "#core/parameters/parameter.ts";
import { rawText } from "#core/parameters/raw.ts";
import {
  choiceSchema,
  optionalText,
  readingSchema,
  readList,
  textSchema,
} from "#core/parameters/reading.ts";
import { toggleParameter } from "#core/parameters/toggle.ts";
import { aboutBucket, awsCommand, regionForCommand } from "#core/parameters/where.ts";

export type Format = "CSV" | "TSV" | "CLF" | "ELF" | "JSON";
export type Qualifier = "double" | "single";

export type DataSetSettings = {
  readonly files: readonly ObjectAddress[];
  readonly prefixes: readonly PrefixAddress[];
  readonly format: Format;
  readonly textQualifier: Qualifier;
  readonly containsHeader: boolean;
  readonly columns: readonly string[];
  readonly manifestBucket: BucketName;
  readonly manifestKey: string;
  readonly quicksightUser: string;
  /** "" for the buckets' region. */
  readonly quicksightRegion: string;
  readonly assetId: string;
  readonly assetName: string;
};

/** More than a manifest takes, so that the limit is told as one. */
const FILES_MAX = 2_000;
const COLUMNS_MAX = 2_000;

const files: Parameter<readonly string[], readonly ObjectAddress[]> = {
  id: "settings.files",
  side: "owner",
  label: "Files (URIs)",
  help: "Each file that QuickSight reads, at most 1,000. All have the same columns in the same order.",
  example: "s3://acme-share-data/reports/2026/01.csv",
  where: {
    command: (draft) =>
      aboutBucket(draft, "list-objects-v2", ' --query "Contents[].Key" --output text'),
    note: "Leave it empty to read whole prefixes. Access control lists are set on each file: name all of them.",
  },
  control: { kind: "list", itemName: "file", addLabel: "Add file" },
  schema: readingSchema((raw) =>
    readList(raw, {
      parse: parseObjectUri,
      max: FILES_MAX,
      tooMany: (count) => `There are ${count} files, and a manifest takes 1,000. Use URI prefixes.`,
    }),
  ),
  default: [],
  placeholder: [],
  linkKey: "file",
};

const prefixes: Parameter<readonly string[], readonly PrefixAddress[]> = {
  id: "settings.prefixes",
  side: "owner",
  label: "URI prefixes",
  help: "QuickSight reads every file below them, folders included. With no files and no prefixes, it reads all that is shared.",
  example: "s3://acme-share-data/reports/2026/",
  control: { kind: "list", itemName: "prefix", addLabel: "Add prefix" },
  schema: readingSchema((raw) =>
    readList(raw, {
      parse: parsePrefixUri,
      max: FILES_MAX,
      tooMany: (count) => `There are ${count} prefixes. Use one above several of them.`,
    }),
  ),
  default: [],
  placeholder: [],
  linkKey: "files-below",
};

const format: Parameter<string, Format> = {
  id: "settings.format",
  side: "owner",
  label: "Format",
  help: "Of all files: a data set mixes no formats.",
  example: "CSV",
  control: {
    kind: "choice",
    options: [
      { value: "CSV", label: "CSV", description: "Fields separated by commas." },
      { value: "TSV", label: "TSV", description: "Fields separated by tabs." },
      { value: "CLF", label: "CLF", description: "Common log format." },
      { value: "ELF", label: "ELF", description: "Extended log format." },
      { value: "JSON", label: "JSON", description: "One object a line, or a list of objects." },
    ],
  },
  schema: choiceSchema(["CSV", "TSV", "CLF", "ELF", "JSON"]),
  default: "CSV",
  placeholder: "CSV",
  linkKey: "format",
};

/** Only of delimited text: QuickSight takes nothing but the format for the others. */
function isDelimited(draft: Draft): boolean {
  return !["CLF", "ELF", "JSON"].includes(rawText(draft, "settings.format"));
}

const textQualifier: Parameter<string, Qualifier> = {
  id: "settings.textQualifier",
  side: "owner",
  label: "Text qualifier",
  help: "What encloses a field that has the delimiter in it.",
  example: "Double quote",
  control: {
    kind: "choice",
    options: [
      { value: "double", label: 'Double quote (")' },
      { value: "single", label: "Single quote (')" },
    ],
  },
  schema: choiceSchema(["double", "single"]),
  default: "double",
  placeholder: "double",
  linkKey: "qualifier",
  appliesWhen: isDelimited,
};

const containsHeader = toggleParameter(
  {
    id: "settings.containsHeader",
    side: "owner",
    label: "Header row",
    help: "The first line of each file has the names of the columns.",
    linkKey: "header",
    appliesWhen: isDelimited,
  },
  true,
);

const columns: Parameter<readonly string[], readonly string[]> = {
  id: "settings.columns",
  side: "owner",
  label: "Columns",
  help: "Their names in the order of the files. All are read as text; types are set in Quick Sight afterwards.",
  example: "day",
  where: { note: "Paste them one a line. A name has at most 127 characters." },
  control: { kind: "list", itemName: "column", addLabel: "Add column" },
  schema: readingSchema((raw) =>
    readList(raw, {
      parse: parseColumnName,
      max: COLUMNS_MAX,
      tooMany: (count) => `There are ${count} columns; QuickSight takes at most ${COLUMNS_MAX}.`,
      empty: "Name the columns: CreateDataSet does not find them out by itself.",
      placeholder: "<COLUMN_NAME>",
    }),
  ),
  default: [],
  placeholder: ["<COLUMN_NAME>"],
  linkKey: "column",
};

const manifestBucket: Parameter<string, BucketName> = {
  id: "settings.manifestBucket",
  side: "consumer",
  label: "Bucket for the manifest",
  help: "A bucket of account B that QuickSight may read. The manifest, which says what to read, is uploaded there.",
  example: "b-quicksight-manifests",
  where: { command: (draft) => awsCommand(draft, "consumer", "s3 ls") },
  control: { kind: "text", width: "wide" },
  schema: textSchema(parseBucketName),
  default: "",
  placeholder: "<MANIFEST_BUCKET>" as BucketName,
  linkKey: "manifest-bucket",
};

const manifestKey: Parameter<string, string> = {
  id: "settings.manifestKey",
  side: "consumer",
  label: "Key of the manifest",
  help: "Ends with .json. A manifest of another data set needs another key.",
  example: "s3-handshake/manifest.json",
  control: { kind: "text", width: "wide" },
  schema: textSchema(parseManifestKey),
  default: "s3-handshake/manifest.json",
  placeholder: "s3-handshake/manifest.json",
  linkKey: "manifest-key",
  advanced: true,
};

/** For commands about QuickSight. */
export function quicksightRegionForCommand(draft: Draft): string {
  const own = parseRegion(rawText(draft, "settings.quicksightRegion"));
  return own.ok ? own.value : regionForCommand(draft);
}

const quicksightUser: Parameter<string, string> = {
  id: "settings.quicksightUser",
  side: "consumer",
  label: "QuickSight user",
  help: "Who owns the data source and the data set. Without an owner nobody sees them in Quick Sight.",
  example: "arn:aws:quicksight:eu-west-1:444455556666:user/default/alice",
  where: {
    command: (draft) => {
      const account = parseAccountId(rawText(draft, "consumer.account"));
      return awsCommand(
        draft,
        "consumer",
        `quicksight list-users --aws-account-id ${account.ok ? account.value : "<ACCOUNT_B_ID>"} --namespace default --query "UserList[].Arn" --output text --region ${quicksightRegionForCommand(draft)}`,
      );
    },
    note: "Users are listed in the region in which QuickSight was set up.",
  },
  control: { kind: "text", width: "wide" },
  schema: textSchema(parseQuicksightUser),
  default: "",
  placeholder: "<QUICKSIGHT_USER>",
  linkKey: "quicksight-user",
};

const quicksightRegion: Parameter<string, string> = {
  id: "settings.quicksightRegion",
  side: "consumer",
  label: "QuickSight Region",
  help: "Where the data set is created. Leave empty for the Region of the buckets.",
  example: "eu-west-1",
  control: { kind: "text", width: "narrow" },
  schema: textSchema(
    optionalText((text) => {
      const region = parseRegion(text);
      return region.ok ? { ok: true, value: String(region.value) } : region;
    }),
  ),
  default: "",
  placeholder: "",
  linkKey: "quicksight-region",
  advanced: true,
};

const assetId: Parameter<string, string> = {
  id: "settings.assetId",
  side: "consumer",
  label: "Data set ID",
  help: "Also of the data source. Leave empty for xacct- and the bucket's name.",
  example: "xacct-acme-share-data",
  where: { note: "A new one: the scripts stop where the id is there already." },
  control: { kind: "text" },
  schema: textSchema(optionalText(parseQuicksightId)),
  default: "",
  placeholder: "",
  linkKey: "data-set",
  advanced: true,
};

const assetName: Parameter<string, string> = {
  id: "settings.assetName",
  side: "consumer",
  label: "Data set name",
  help: "As people see it in Quick Sight. Leave empty for the bucket's name.",
  example: "Acme share",
  control: { kind: "text" },
  schema: textSchema(optionalText(parseQuicksightName)),
  default: "",
  placeholder: "",
  linkKey: "data-set-name",
  advanced: true,
};

export const DATA_SET_OWN = {
  files,
  prefixes,
  format,
  textQualifier,
  containsHeader,
  columns,
  manifestBucket,
  manifestKey,
  quicksightUser,
  quicksightRegion,
  assetId,
  assetName,
};
