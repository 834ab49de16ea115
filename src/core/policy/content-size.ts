import { ACL_MAX_GRANTS, MANIFEST_MAX_FILES } from "#core/aws/limits.ts";
import { type ContentKind, isPolicy, type SharingDocument } from "./document.ts";
import { type DocumentSize, documentSize } from "./size.ts";

interface Count {
  readonly unit: DocumentSize["unit"];
  readonly limit: number;
  readonly of: (content: Readonly<Record<string, unknown>>) => number;
  readonly wayOut: string;
}

/** What AWS counts in a document that is no policy; nothing where no limit is known. */
const COUNTS: Readonly<Partial<Record<ContentKind, Count>>> = {
  "access-control-list": {
    unit: "grants",
    limit: ACL_MAX_GRANTS,
    of: ({ Grants }) => (Array.isArray(Grants) ? Grants.length : 0),
    wayOut: "Name fewer grantees, or use a bucket policy.",
  },
  manifest: {
    unit: "files",
    limit: MANIFEST_MAX_FILES,
    of: listedFiles,
    wayOut: "List prefixes in place of single files, or split the files over several data sets.",
  },
};

/** Files by name; what lies below a prefix is not known here. */
function listedFiles({ fileLocations }: Readonly<Record<string, unknown>>): number {
  if (!Array.isArray(fileLocations)) return 0;
  return fileLocations
    .flatMap((location: unknown) =>
      typeof location === "object" && location !== null && "URIs" in location
        ? [location.URIs]
        : [],
    )
    .reduce((sum: number, uris) => sum + (Array.isArray(uris) ? uris.length : 0), 0);
}

/**
 * How much of AWS's limit the content uses; undefined where there is none to measure against.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 * @see https://docs.aws.amazon.com/quick/latest/userguide/data-source-limits.html
 */
export function contentSize(kind: ContentKind, content: unknown): DocumentSize | undefined {
  const count = COUNTS[kind];
  if (count === undefined || !isRecord(content)) return undefined;
  const { unit, limit, wayOut } = count;
  const used = count.of(content);
  return {
    used,
    limit,
    unit,
    share: Math.min(used / limit, 1),
    state: used > limit ? "over" : used >= limit * 0.9 ? "near" : "fits",
    wayOut,
  };
}

/** Of any document, as its text stands. */
export function textSize(document: SharingDocument, text: string): DocumentSize | undefined {
  if (isPolicy(document)) return documentSize(document, text);
  try {
    return contentSize(document.kind, JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
