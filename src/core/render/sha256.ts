import { strToU8 } from "fflate";

/**
 * SHA-256 of bytes, in hexadecimal. Written here because core runs where neither the browser's nor
 * Node's crypto exists, and because the browser's answers only later, while a bundle is made at once.
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */
export function sha256(bytes: Uint8Array): string {
  const blocks = padded(bytes);
  const words = new Uint32Array(64);
  let state: readonly number[] = INITIAL_STATE;
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    state = compressed(state, blocks, offset, words);
  }
  return state.map((word) => word.toString(16).padStart(8, "0")).join("");
}

export function sha256OfText(text: string): string {
  return sha256(strToU8(text));
}

/** The message, a one bit, zeros, and its length in bits as 64-bit number. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const all = new Uint8Array(length);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, (bytes.length * 8) >>> 0);
  return view;
}

function compressed(
  state: readonly number[],
  blocks: DataView,
  offset: number,
  words: Uint32Array,
): readonly number[] {
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 64; index += 1) {
    words[index] =
      index < 16
        ? blocks.getUint32(offset + index * 4)
        : small1(word(index - 2)) + word(index - 7) + small0(word(index - 15)) + word(index - 16);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + large1(e) + choice + (ROUND[index] ?? 0) + word(index)) | 0;
    const second = (large0(a) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  const added = [a, b, c, d, e, f, g, h];
  return state.map((value, index) => (value + (added[index] ?? 0)) >>> 0);
}

const rotated = (value: number, by: number): number => (value >>> by) | (value << (32 - by));
const small0 = (x: number): number => rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
const small1 = (x: number): number => rotated(x, 17) ^ rotated(x, 19) ^ (x >>> 10);
const large0 = (x: number): number => rotated(x, 2) ^ rotated(x, 13) ^ rotated(x, 22);
const large1 = (x: number): number => rotated(x, 6) ^ rotated(x, 11) ^ rotated(x, 25);

const PRIMES = firstPrimes(64);

/** First 32 bits of the fractional parts of the square roots of the first eight primes. */
const INITIAL_STATE: readonly number[] = PRIMES.slice(0, 8).map((prime) => fraction(prime, 2));

/** The same of the cube roots of the first 64 primes. */
const ROUND: readonly number[] = PRIMES.map((prime) => fraction(prime, 3));

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** Exact: the whole root of prime · 2^(32·degree), of which the low 32 bits are the fraction. */
function fraction(prime: number, degree: 2 | 3): number {
  const scaled = BigInt(prime) << BigInt(32 * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}
