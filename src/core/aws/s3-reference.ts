import { splitArn } from "./arn.ts";
import { CONSOLE_HOST_PATTERN } from "./console-links.ts";
import { DNS_SUFFIX, isPartition, type Partition, REGION_PATTERN } from "./region.ts";

/** A place in S3 named by an address; not validated yet. */
export interface S3Reference {
  readonly bucket: string;
  /** "" or text that ends with "/". */
  readonly prefix: string;
  /** The address named one object; `prefix` is what it lies in. */
  readonly object?: string;
  readonly region?: string;
  readonly partition?: Partition;
}

/**
 * Understands `s3://bucket/prefix`, S3 ARNs, virtual-hosted and path-style addresses and the console's pages of
 * buckets, prefixes and objects. One address: a text of several lines names several places, or none.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-bucket-intro.html
 */
export function parseS3Reference(text: string): S3Reference | undefined {
  const trimmed = text.trim();
  if (/[\r\n]/.test(trimmed)) return undefined;
  return fromUri(trimmed) ?? fromArn(trimmed) ?? fromUrl(trimmed);
}

function fromUri(text: string): S3Reference | undefined {
  const match = /^s3(?:a|n)?:\/\/([^/]+)(?:\/(.*))?$/is.exec(text);
  if (match === null) return undefined;
  const [, bucket = "", key = ""] = match;
  return { bucket, ...placeOf(key, "prefix") };
}

function fromArn(text: string): S3Reference | undefined {
  const parts = splitArn(text);
  if (parts === undefined || parts.service !== "s3" || !isPartition(parts.partition))
    return undefined;
  if (parts.region !== "" || parts.account !== "") return undefined;
  const slash = parts.resource.indexOf("/");
  const bucket = slash < 0 ? parts.resource : parts.resource.slice(0, slash);
  const key = slash < 0 ? "" : parts.resource.slice(slash + 1);
  return { bucket, ...placeOf(key, "prefix"), partition: parts.partition };
}

interface Url {
  readonly host: string;
  readonly path: readonly string[];
  readonly query: ReadonlyMap<string, string>;
}

function fromUrl(text: string): S3Reference | undefined {
  const url = splitUrl(text);
  if (url === undefined) return undefined;
  return fromConsole(url) ?? fromVirtualHost(url) ?? fromPathStyle(url);
}

const CONSOLE = new RegExp(`^${CONSOLE_HOST_PATTERN}$`);

function fromConsole({ host, path, query }: Url): S3Reference | undefined {
  const match = CONSOLE.exec(host);
  if (match === null || path[0] !== "s3") return undefined;
  const [, page, bucket] = path;
  if (bucket === undefined || bucket === "") return undefined;
  const region = query.get("region") ?? match.groups?.["region"];
  const at = region === undefined || region === "" ? {} : { region };
  const key = query.get("prefix") ?? path.slice(3).join("/");
  if (page === "buckets") return { bucket, ...placeOf(key, "prefix"), ...at };
  if (page === "object") return { bucket, ...placeOf(key, "object"), ...at };
  return undefined;
}

const SUFFIXES = Object.values(DNS_SUFFIX)
  .map((suffix) => suffix.replaceAll(".", "\\."))
  .join("|");
const ENDPOINT = `s3(?:-fips)?(?:[.-](?:dualstack\\.)?(?<region>${REGION_PATTERN}))?\\.(?:${SUFFIXES})`;
const VIRTUAL_HOST = new RegExp(`^(?<bucket>.+)\\.${ENDPOINT}$`);
const PATH_HOST = new RegExp(`^${ENDPOINT}$`);

function fromVirtualHost({ host, path, query }: Url): S3Reference | undefined {
  const groups = VIRTUAL_HOST.exec(host)?.groups;
  if (groups === undefined) return undefined;
  return { bucket: groups["bucket"] ?? "", ...addressed(path, query), ...regionOf(groups) };
}

function fromPathStyle({ host, path, query }: Url): S3Reference | undefined {
  const groups = PATH_HOST.exec(host)?.groups ?? (PATH_HOST.test(host) ? {} : undefined);
  const bucket = path[0];
  if (groups === undefined || bucket === undefined || bucket === "") return undefined;
  return { bucket, ...addressed(path.slice(1), query), ...regionOf(groups) };
}

/** The address of an object, or of a listing when it carries a prefix. */
function addressed(path: readonly string[], query: ReadonlyMap<string, string>) {
  const listed = query.get("prefix");
  return listed === undefined ? placeOf(path.join("/"), "object") : placeOf(listed, "prefix");
}

function regionOf(groups: { readonly [name: string]: string | undefined }): { region?: string } {
  const region = groups["region"];
  return region === undefined ? {} : { region };
}

/** Endings that no folder has: where a prefix is expected, such a text names an object all the same. */
const FILE_ENDING =
  /\.(?:csv|tsv|txt|json|jsonl|ndjson|parquet|orc|avro|xml|html?|pdf|png|jpe?g|gif|svg|mp[34]|xlsx?|docx?|log|md|ya?ml|sql|gz|tgz|tar|zip|bz2|zst|xz|7z)$/i;

function placeOf(key: string, meant: "prefix" | "object"): { prefix: string; object?: string } {
  const text = key.replace(/\*+$/, "");
  if (text === "" || text.endsWith("/")) return { prefix: text };
  const isObject = meant === "object" || (text === key && FILE_ENDING.test(text));
  if (!isObject) return { prefix: `${text}/` };
  return { prefix: text.slice(0, text.lastIndexOf("/") + 1), object: text };
}

/** Core has no URL class. Host in lower case; path and query decoded. */
function splitUrl(text: string): Url | undefined {
  const match = /^https?:\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/is.exec(text);
  if (match === null) return undefined;
  const [, host = "", path = "", query = ""] = match;
  const pairs = query.split("&").map((pair): [string, string] => {
    const equals = pair.indexOf("=");
    return equals < 0
      ? [decoded(pair), ""]
      : [decoded(pair.slice(0, equals)), decoded(pair.slice(equals + 1).replaceAll("+", " "))];
  });
  return {
    host: host.toLowerCase().replace(/:\d+$/, ""),
    path: path.replace(/^\//, "").split("/").map(decoded),
    query: new Map(pairs),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
