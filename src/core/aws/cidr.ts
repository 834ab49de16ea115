import { type Parsed, parsed, refused } from "#core/brand.ts";

interface Block {
  readonly family: 4 | 6;
  /** 32 or 128 bits. */
  readonly address: bigint;
  readonly bits: number;
}

const WIDTH = { 4: 32, 6: 128 } as const;

/**
 * Accepts an IPv4 or IPv6 range for `aws:SourceIp`, and a single address as the range of one; gives it in one
 * canonical form.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parseCidr(text: string): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed === "") return refused("Enter an IP range, for example 203.0.113.0/24.");
  const [addressText = "", bitsText, ...more] = trimmed.split("/");
  const family = addressText.includes(":") ? 6 : 4;
  const address = family === 6 ? parseIpv6(addressText) : parseIpv4(addressText);
  if (address === undefined || more.length > 0) {
    return refused(
      `“${trimmed.slice(0, 60)}” is not an IP range; write it like 203.0.113.0/24 or 2001:db8::/48.`,
    );
  }
  const width = WIDTH[family];
  if (bitsText !== undefined && !/^(0|[1-9]\d{0,2})$/.test(bitsText)) {
    return refused(`After the slash comes the number of fixed bits, 0 to ${width}; check it.`);
  }
  const bits = bitsText === undefined ? width : Number(bitsText);
  if (bits > width) {
    return refused(
      `An IPv${family} range has at most /${width}; correct the number after the slash.`,
    );
  }
  const network = (address >> BigInt(width - bits)) << BigInt(width - bits);
  if (network !== address) {
    const [range, single] = [network, address].map((each) => formatAddress(family, each));
    return refused(
      `${trimmed} sets bits beyond /${bits}. Write ${range}/${bits} for the range or ${single}/${width} for the one address.`,
    );
  }
  return parsed(formatBlock({ family, address, bits }));
}

/** Broader ranges do not count as a limit when S3 judges whether a policy is public. */
const BROADEST_NON_PUBLIC = { 4: 8, 6: 32 } as const;

/** Ranges that no request to S3's public endpoints comes from. @see RFC 1918, RFC 6598, RFC 4193 */
const PRIVATE_RANGES = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "fc00::/7",
];

/**
 * Sentences about a range that is valid and does not limit what it seems to.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function cidrWarnings(cidr: string): readonly string[] {
  const block = readBlock(cidr);
  if (block === undefined) return [];
  const broadest = BROADEST_NON_PUBLIC[block.family];
  if (block.bits < broadest) {
    return [
      `${cidr} is broader than /${broadest}, so it limits little, and S3 counts a policy that rests on it as public. Enter narrower ranges.`,
    ];
  }
  if (PRIVATE_RANGES.some((range) => contains(readBlock(range), block))) {
    return [
      `${cidr} is private: S3 sees the public address of a request, and through a VPC endpoint aws:SourceIp is absent. Enter the public addresses, or use VPC endpoints instead.`,
    ];
  }
  return [];
}

function contains(outer: Block | undefined, inner: Block): boolean {
  if (outer === undefined || outer.family !== inner.family || outer.bits > inner.bits) return false;
  const shift = BigInt(WIDTH[outer.family] - outer.bits);
  return outer.address >> shift === inner.address >> shift;
}

function readBlock(cidr: string): Block | undefined {
  const [addressText = "", bitsText = ""] = cidr.split("/");
  const family = addressText.includes(":") ? 6 : 4;
  const address = family === 6 ? parseIpv6(addressText) : parseIpv4(addressText);
  return address === undefined ? undefined : { family, address, bits: Number(bitsText) };
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let address = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    address = (address << 8n) | BigInt(part);
  }
  return address;
}

function parseIpv6(text: string): bigint | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(ipv6Groups);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const behind = tail ?? [];
  const missing = 8 - head.length - behind.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...behind];
  return groups.reduce((address, group) => (address << 16n) | BigInt(group), 0n);
}

/** Groups of one side of `::`; the last may be an IPv4 address. */
function ipv6Groups(text: string): readonly number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      const embedded = index === parts.length - 1 ? parseIpv4(part) : undefined;
      if (embedded === undefined) return undefined;
      groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    }
  }
  return groups;
}

function formatBlock({ family, address, bits }: Block): string {
  return `${formatAddress(family, address)}/${bits}`;
}

function formatAddress(family: 4 | 6, address: bigint): string {
  if (family === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join(".");
  }
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  );
  return shortened(groups);
}

/** The longest run of zero groups becomes `::`. @see RFC 5952 */
function shortened(groups: readonly string[]): string {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= groups.length; index += 1) {
    if (groups[index] === "0") continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  if (best.length < 2) return groups.join(":");
  const head = groups.slice(0, best.start).join(":");
  return `${head}::${groups.slice(best.start + best.length).join(":")}`;
}
