import { decompress } from "#core/link/compressed.ts";
import { crc32 } from "#core/link/crc32.ts";
import { canonicalValue } from "#core/link/escape.ts";
import type { LinkPairs } from "#core/link/versions.ts";

export const VERSION_KEY = "v";
export const SIDE_KEY = "as";
export const COMPRESSED_KEY = "z";
export const CHECKSUM_KEY = "c";
/** No parameter may take these as its `linkKey`. */
export const RESERVED_LINK_KEYS: readonly string[] = [
  VERSION_KEY,
  SIDE_KEY,
  COMPRESSED_KEY,
  CHECKSUM_KEY,
];

/** What a link's text says, before anybody asks which method and parameters there are. */
export interface Address {
  readonly methodId: string;
  readonly stepId: string;
  /** `whole`: the checksum agrees. `altered`: it does not, or something is damaged. */
  readonly state: "whole" | "altered" | "cut-off" | "no-values";
  readonly version: number | undefined;
  readonly side: string;
  /** Without version, side and checksum. */
  readonly pairs: LinkPairs;
  /** Another program wrote some characters in another way than we do. */
  readonly respelled: boolean;
  /** Something followed the checksum. */
  readonly followed: boolean;
}

const ADDRESS = /#\/?([A-Za-z0-9-]+)(?:\/([A-Za-z0-9-]*))?\/?(?:\?(.*))?$/s;
const ENDED = /^(.*?)&c=([0-9A-Fa-f]{8})(.*)$/s;

/**
 * The checksum is that of the canonical text between the step and itself, with the method's id.
 * The step is outside: which screen a link opens changes nothing that is agreed.
 */
export function checksum(methodId: string, query: string): string {
  return crc32(`${methodId}?${query}`);
}

/** Undefined when the text holds no address of ours. */
export function readAddress(text: string): Address | undefined {
  const found = ADDRESS.exec(text);
  const methodId = found?.[1];
  if (methodId === undefined) return undefined;
  const stepId = found?.[2] ?? "";
  const query = found?.[3] ?? "";
  const nothing = { methodId, stepId, version: undefined, side: "", pairs: [] };
  if (query === "") {
    return { ...nothing, state: "no-values", respelled: false, followed: false };
  }
  const ended = ENDED.exec(query);
  const body = ended?.[1] ?? query;
  const read = readQuery(body);
  const whole = read.intact && ended?.[2]?.toLowerCase() === checksum(methodId, read.canonical);
  return {
    methodId,
    stepId,
    state: whole ? "whole" : ended ? "altered" : "cut-off",
    version: read.version,
    side: read.side,
    pairs: read.pairs,
    respelled: read.canonical !== body,
    followed: Boolean(ended?.[3]),
  };
}

interface Query {
  readonly intact: boolean;
  readonly canonical: string;
  readonly version: number | undefined;
  readonly side: string;
  readonly pairs: LinkPairs;
}

function readQuery(body: string): Query {
  const outer = readPairs(body);
  const zipped = textOf(outer.pairs, COMPRESSED_KEY);
  const inner = zipped === undefined ? undefined : decompress(zipped);
  const unzipped = readPairs(inner ?? "");
  const version = textOf(outer.pairs, VERSION_KEY);
  const own = outer.pairs.filter(([key]) => !RESERVED_LINK_KEYS.includes(key));
  return {
    intact: outer.intact && unzipped.intact && (zipped === undefined || inner !== undefined),
    canonical: outer.pairs.map(([key, text]) => `${key}=${text}`).join("&"),
    version: version !== undefined && /^[1-9]\d{0,3}$/.test(version) ? Number(version) : undefined,
    side: textOf(outer.pairs, SIDE_KEY) ?? "",
    pairs: [...own, ...unzipped.pairs],
  };
}

/** Damaged values are left out, and `intact` is false. */
function readPairs(text: string): { readonly intact: boolean; readonly pairs: LinkPairs } {
  if (text === "") return { intact: true, pairs: [] };
  const pairs: [string, string][] = [];
  let intact = true;
  for (const part of text.split("&")) {
    const equals = part.indexOf("=");
    const value = equals < 1 ? undefined : canonicalValue(part.slice(equals + 1));
    if (value === undefined) intact = false;
    else pairs.push([part.slice(0, equals), value]);
  }
  return { intact, pairs };
}

function textOf(pairs: LinkPairs, key: string): string | undefined {
  return pairs.find(([name]) => name === key)?.[1];
}
