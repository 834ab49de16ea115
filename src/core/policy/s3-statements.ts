import { actionsFor } from "#core/aws/access.ts";
import { bucketArn, objectArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import { type Prefix, policyLiteral } from "#core/aws/prefix.ts";
import type { Partition } from "#core/aws/region.ts";
import type { BucketSettings, Location } from "#core/parameters/agreement.ts";
import { distinctLocations } from "#core/parameters/distinct-locations.ts";
import type { ConditionBlock, OneOrMany } from "./document.ts";
import { wordsOf } from "./sid.ts";

/** What one statement lets do, before it is said who may and under which conditions. */
export interface Grant {
  /** For the Sid: `ListReports`. */
  readonly name: string;
  readonly action: readonly string[];
  readonly resource: OneOrMany;
  readonly condition: ConditionBlock;
}

interface Scope {
  readonly partition: Partition;
  readonly locations: readonly Location[];
  readonly buckets: readonly BucketSettings[];
  /** Adds listing of the folders above a shared prefix, so that people can click their way to it. */
  readonly browse: boolean;
}

interface Place {
  readonly bucket: BucketName;
  readonly prefix: Prefix;
}

/** Actions that are granted in the same way at every place. */
interface Piece {
  readonly group: "listing" | "browsing" | "bucket" | "object" | "deletion";
  readonly action: readonly string[];
  readonly places: readonly Place[];
}

/**
 * The S3 grants of an agreement, as few statements as say it exactly. Bucket-level and object-level
 * actions never share a statement; listing is held to the shared prefixes by `s3:prefix`, with the
 * slash, so that `reports/` does not open `reports-old/`; GetBucketLocation stands apart, because its
 * request carries no `s3:prefix`.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
export function s3Grants(scope: Scope): readonly Grant[] {
  const locations = distinctLocations(scope.locations);
  const pieces = merged(locations.flatMap((location) => piecesOf(location, scope)));
  const bucketCount = new Set(locations.map(({ bucket }) => bucket)).size;
  return GROUP_ORDER.flatMap((group) =>
    pieces
      .filter((piece) => piece.group === group)
      .map((piece) => grantOf(piece, scope.partition, bucketCount)),
  );
}

/**
 * Shows the names of all buckets of the caller's account: what the S3 console's start page and bucket pickers ask for.
 * The action knows no resource but `*`.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function listAllBuckets(name: string): Grant {
  return { name, action: ["s3:ListAllMyBuckets"], resource: "*", condition: {} };
}

const GROUP_ORDER: readonly Piece["group"][] = [
  "listing",
  "browsing",
  "bucket",
  "object",
  "deletion",
];

function piecesOf(location: Location, scope: Scope): readonly Piece[] {
  const { bucket, prefix } = location;
  const versioned =
    scope.buckets.find((settings) => settings.bucket === bucket)?.versioned ?? false;
  const actions = actionsFor(location.access, { versioned });
  const at = (group: Piece["group"], action: readonly string[]): readonly Piece[] =>
    action.length === 0 ? [] : [{ group, action, places: [{ bucket, prefix }] }];
  const browsing =
    scope.browse && actions.listing.length > 0 && !isListedWhole(bucket, scope)
      ? ["s3:ListBucket"]
      : [];
  return [
    ...at("listing", actions.listing),
    ...at("browsing", browsing),
    ...at("bucket", actions.bucket),
    ...at("object", actions.object),
    ...at("deletion", actions.deletion),
  ];
}

function isListedWhole(bucket: BucketName, { locations }: Scope): boolean {
  return locations.some(
    (location) =>
      location.bucket === bucket && location.prefix === "" && location.access.includes("list"),
  );
}

/**
 * Statements on objects and on buckets as such can be joined freely. A listing statement joins every
 * bucket it names with every prefix it names, so only buckets with the same prefixes are joined.
 */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const byBucket = joined(pieces, ({ group, action, places }) =>
    JSON.stringify([group, action, hasPrefixCondition(group) ? places[0]?.bucket : ""]),
  );
  return joined(byBucket, (piece) =>
    JSON.stringify([
      piece.group,
      piece.action,
      hasPrefixCondition(piece.group) ? prefixPatterns(piece) : [],
    ]),
  );
}

function joined(pieces: readonly Piece[], keyOf: (piece: Piece) => string): readonly Piece[] {
  const groups = new Map<string, Piece & { readonly places: Place[] }>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    const before = groups.get(key);
    if (before === undefined) groups.set(key, { ...piece, places: [...piece.places] });
    else before.places.push(...piece.places);
  }
  return [...groups.values()];
}

function hasPrefixCondition(group: Piece["group"]): boolean {
  return group === "listing" || group === "browsing";
}

function grantOf(piece: Piece, partition: Partition, bucketCount: number): Grant {
  const places = withoutRepeats(piece.places);
  return {
    name: `${stemOf(piece)} ${placeName(piece.group, places, bucketCount)}`,
    action: piece.action,
    resource: resourceOf(piece.group, places, partition),
    condition: conditionOf(piece),
  };
}

function resourceOf(
  group: Piece["group"],
  places: readonly Place[],
  partition: Partition,
): OneOrMany {
  if (group === "object" || group === "deletion") {
    return places.map(({ bucket, prefix }) => objectArn(partition, bucket, prefix));
  }
  const arns = [...new Set(places.map(({ bucket }) => bucketArn(partition, bucket)))];
  return arns.length === 1 ? (arns[0] ?? arns) : arns;
}

function conditionOf(piece: Piece): ConditionBlock {
  if (piece.group === "browsing") {
    return { StringEquals: { "s3:prefix": prefixPatterns(piece), "s3:delimiter": "/" } };
  }
  if (piece.group !== "listing") return {};
  const patterns = prefixPatterns(piece);
  return patterns.includes("*") ? {} : { StringLike: { "s3:prefix": patterns } };
}

/** A pattern for what lies below each prefix, or, for browsing, the folders above it. */
function prefixPatterns({ group, places }: Piece): readonly string[] {
  const patterns = new Set(
    places.flatMap(({ prefix }) =>
      group === "browsing" ? foldersAbove(prefix) : [`${policyLiteral(prefix)}*`],
    ),
  );
  return patterns.has("*") && group === "listing" ? ["*"] : [...patterns];
}

/** `a/b/c/` lies below "", `a/` and `a/b/`. */
function foldersAbove(prefix: string): readonly string[] {
  const parts = prefix.split("/").slice(0, -2);
  return ["", ...parts.map((_part, index) => `${parts.slice(0, index + 1).join("/")}/`)].map(
    policyLiteral,
  );
}

function stemOf({ group, action }: Piece): string {
  if (group === "listing") return "List";
  if (group === "browsing") return "Browse";
  if (group === "bucket") return "Location";
  if (group === "deletion") return "Delete";
  const read = action.includes("s3:GetObject");
  const write = action.includes("s3:PutObject");
  return read && write ? "ReadWrite" : write ? "Write" : "Read";
}

function placeName(group: Piece["group"], places: readonly Place[], bucketCount: number): string {
  const buckets = new Set(places.map(({ bucket }) => bucket));
  const [first] = places;
  if (first === undefined || buckets.size > 1) return "Buckets";
  const bucketName = bucketCount > 1 ? first.bucket : "";
  if (group === "bucket") return bucketName;
  if (places.length > 1) return `${bucketName} ${bucketCount > 1 ? "" : "Prefixes"}`;
  return `${bucketName} ${first.prefix === "" ? "Bucket" : wordsOf(first.prefix).slice(0, 40)}`;
}

function withoutRepeats(places: readonly Place[]): readonly Place[] {
  return [
    ...new Map(
      places.map((place) => [JSON.stringify([place.bucket, place.prefix]), place]),
    ).values(),
  ];
}
