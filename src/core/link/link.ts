import {
  type Address,
  CHECKSUM_KEY,
  COMPRESSED_KEY,
  checksum,
  SIDE_KEY,
  VERSION_KEY,
} from "#core/link/address.ts";
import { compress } from "#core/link/compressed.ts";
import { findAddress } from "#core/link/repairs.ts";
import { decodeValue, encodeValue, sameValue } from "#core/link/values.ts";
import { type LinkPairs, migratePairs, newestVersion } from "#core/link/versions.ts";
import { withoutHidden, withValue } from "#core/link/visible.ts";
import type { Method } from "#core/methods/method.ts";
import { fittedValue } from "#core/parameters/fitted-value.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { rawValue, safeDraft } from "#core/parameters/raw.ts";
import { SIDES, type Side } from "#core/side.ts";

export interface LinkPlace {
  /** Screen to open. */
  readonly step?: string | undefined;
  /** The side whose owner the link is made for. */
  readonly side?: Side | undefined;
}

/** What a pasted text or the page's own address turned out to be. */
export type OpenedLink =
  | { readonly kind: "none" }
  | {
      readonly kind: "opened";
      readonly method: Method;
      readonly draft: Draft;
      readonly step?: string;
      readonly side?: Side;
      /** What was mended, a sentence each. */
      readonly repairs: readonly string[];
      /** What could not be used, or reads differently now, a sentence each. */
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly method?: Method;
      /** What could be read: to be shown, never to be used. */
      readonly draft?: Draft;
    };

/** Mail programs and chat clients cut links that are longer than about this. */
export const LONGEST_READABLE_LINK = 2_000;
/** Far above any link we make; longer text is not looked at. */
export const MAX_LINK_CHARACTERS = 65_536;

/** Both are left of a link whose address nobody can find any more. */
const REMAINS: readonly RegExp[] = [/v=\d/, /&c=[0-9a-f]{8}/i];
const ASK_AGAIN = "Ask for the link again, or for agreement.json.";

const STEPS_AFTER_THE_METHOD = ["review", "hand-over"];

/**
 * What follows `#`: readable keys in the order of the method's parameters, defaults left out, and
 * a checksum at the end. Compressed when it would be too long. Only parameters with a `linkKey`
 * travel.
 */
export function linkFragment(method: Method, draft: Draft, place: LinkPlace = {}): string {
  const path = `/${method.id}${place.step ? `/${place.step}` : ""}`;
  const values = pairsText(draftPairs(method, draft));
  if (values === "" && !place.side) return path;
  const head = `${VERSION_KEY}=${newestVersion()}${place.side ? `&${SIDE_KEY}=${place.side}` : ""}`;
  const readable = sealed(method, path, [head, values]);
  if (readable.length <= LONGEST_READABLE_LINK) return readable;
  return sealed(method, path, [head, `${COMPRESSED_KEY}=${compress(values)}`]);
}

/**
 * Reads an address, a whole URL or a text with a link in it. Damage is mended where the checksum
 * proves the mending right; everything else is refused with a sentence, never half used.
 */
export function openLink(text: string, methods: readonly Method[]): OpenedLink {
  if (text.length > MAX_LINK_CHARACTERS) {
    return {
      kind: "refused",
      message:
        "This is too long for a link of S3 Handshake and was not read. Ask for agreement.json instead.",
    };
  }
  const found = findAddress(text);
  if (!found && REMAINS.every((part) => part.test(text))) {
    return { kind: "refused", message: altered() };
  }
  if (!found || found.address.state === "no-values") return { kind: "none" };
  const { address, repairs } = found;
  const method = methods.find(({ id }) => id === address.methodId);
  const problem = problemOf(address, method);
  if (problem !== undefined || !method) return refusal(problem ?? "", address, method);

  const { pairs, told } = migratePairs(method.id, address.version ?? 1, address.pairs);
  const { draft, warnings } = readDraft(method, pairs);
  const steps = [...method.steps.map(({ id }) => id), ...STEPS_AFTER_THE_METHOD];
  const side = SIDES.find((known) => known === address.side);
  return {
    kind: "opened",
    method,
    draft,
    ...(steps.includes(address.stepId) ? { step: address.stepId } : {}),
    ...(side ? { side } : {}),
    repairs,
    warnings: [...told, ...warnings],
  };
}

function draftPairs(method: Method, draft: Draft): LinkPairs {
  const shown = withoutHidden(method, safeDraft(draft));
  return method.parameters.flatMap((parameter): LinkPairs => {
    if (parameter.linkKey === null) return [];
    const { control } = parameter;
    const { value } = fittedValue(control, rawValue(shown, parameter.id));
    if (value === undefined || sameValue(value, parameter.default)) return [];
    return [[parameter.linkKey, encodeValue(control, value)]];
  });
}

function pairsText(pairs: LinkPairs): string {
  return pairs.map(([key, text]) => `${key}=${text}`).join("&");
}

function sealed(method: Method, path: string, parts: readonly string[]): string {
  const query = parts.filter((part) => part !== "").join("&");
  return `${path}?${query}&${CHECKSUM_KEY}=${checksum(method.id, query)}`;
}

function altered(): string {
  return `This link was changed on its way: its checksum does not agree with what it says, and nothing of it was used. ${ASK_AGAIN}`;
}

function problemOf(address: Address, method: Method | undefined): string | undefined {
  if (address.version !== undefined && address.version > newestVersion()) {
    return `This link was made by a newer version of S3 Handshake (link version ${address.version}; this page reads up to ${newestVersion()}). Reload the page, or open the link where it was made.`;
  }
  if (address.state === "cut-off") {
    return `This link is cut off: its end is missing, and nothing of it was used. ${ASK_AGAIN}`;
  }
  if (address.state === "altered" || address.version === undefined) {
    return altered();
  }
  if (!method) {
    return `This link is for the method “${address.methodId}”, which this version of S3 Handshake does not have. Reload the page, or open the link where it was made.`;
  }
  return undefined;
}

function refusal(message: string, address: Address, method: Method | undefined): OpenedLink {
  if (!method || (address.version ?? 1) > newestVersion()) return { kind: "refused", message };
  const { pairs } = migratePairs(method.id, address.version ?? 1, address.pairs);
  return { kind: "refused", message, method, draft: readDraft(method, pairs).draft };
}

function readDraft(
  method: Method,
  pairs: LinkPairs,
): { readonly draft: Draft; readonly warnings: readonly string[] } {
  let draft = method.emptyDraft();
  const warnings: string[] = [];
  const read = new Set<string>();
  for (const [key, text] of pairs) {
    const parameter = method.parameters.find(({ linkKey }) => linkKey === key);
    const value = parameter && decodeValue(parameter.control, text);
    if (!parameter) {
      warnings.push(
        `The link carries “${key}”, which this version does not know; it was left out.`,
      );
    } else if (read.has(key)) {
      warnings.push(`The link says ${parameter.label} more than once; the first was used.`);
    } else if (value === undefined) {
      warnings.push(`What the link says for ${parameter.label} cannot be read; fill it in again.`);
    } else {
      draft = withValue(draft, parameter, value);
    }
    read.add(key);
  }
  return { draft, warnings };
}
