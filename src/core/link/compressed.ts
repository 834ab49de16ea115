import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";

/** Names the algorithm, so that another one can follow. */
const PREFIX = "deflate:";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What a link may unfold to; the largest agreement that AWS's limits allow is a tenth of it. */
export const MAX_UNFOLDED_BYTES = 262_144;
/** Deflate unfolds at most 1,032-fold, so one piece cannot exceed the limit by much. */
const PIECE_BYTES = 256;

/** ASCII text, deflated, in characters that no mail program touches. */
export function compress(text: string): string {
  return PREFIX + toBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/** Undefined when damaged, of an unknown algorithm, or too large. */
export function decompress(value: string): string | undefined {
  if (!value.startsWith(PREFIX)) return undefined;
  const bytes = fromBase64Url(value.slice(PREFIX.length));
  return bytes && inflateBounded(bytes);
}

function inflateBounded(bytes: Uint8Array): string | undefined {
  const pieces: string[] = [];
  let total = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    total += piece.length;
    ended = final;
    pieces.push(strFromU8(piece, true));
  });
  try {
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const end = start + PIECE_BYTES;
      inflate.push(bytes.subarray(start, end), end >= bytes.length);
      if (total > MAX_UNFOLDED_BYTES) return undefined;
    }
  } catch {
    return undefined;
  }
  return ended ? pieces.join("") : undefined;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63));
    text += digits.slice(0, third === undefined ? (second === undefined ? 2 : 3) : 4).join("");
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let written = 0;
  for (const digit of text) {
    const value = ALPHABET.indexOf(digit);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[written] = (bits >> count) & 0xff;
      written += 1;
    }
  }
  return bytes.subarray(0, written);
}
