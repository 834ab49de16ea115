/** An address or range as its binary digits: 32 for IPv4, 128 for IPv6. */
export interface IpRange {
  readonly bits: string;
  readonly prefixLength: number;
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const LENGTH = /^\d{1,3}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;

/** Reads `203.0.113.0/24`, `2001:db8::/32` or a single address; undefined for any other text. */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf("/");
  const address = slash < 0 ? text : text.slice(0, slash);
  const bits = ipv4Bits(address) ?? ipv6Bits(address);
  if (bits === undefined) return undefined;
  if (slash < 0) return { bits, prefixLength: bits.length };
  const length = text.slice(slash + 1);
  if (!LENGTH.test(length) || Number(length) > bits.length) return undefined;
  return { bits, prefixLength: Number(length) };
}

function ipv4Bits(address: string): string | undefined {
  const octets = IPV4.exec(address)?.slice(1).map(Number);
  if (octets === undefined || octets.some((octet) => octet > 255)) return undefined;
  return octets.map((octet) => octet.toString(2).padStart(8, "0")).join("");
}

function ipv6Bits(address: string): string | undefined {
  if (address.length > 45) return undefined;
  const lastColon = address.lastIndexOf(":");
  const embedded = ipv4Bits(address.slice(lastColon + 1));
  if (embedded !== undefined && lastColon >= 0) {
    const high = Number.parseInt(embedded.slice(0, 16), 2).toString(16);
    const low = Number.parseInt(embedded.slice(16), 2).toString(16);
    return ipv6Bits(`${address.slice(0, lastColon + 1)}${high}:${low}`);
  }
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const zeros = GROUPS - head.length - tail.length;
  if (halves.length === 2 ? zeros < 1 : zeros !== 0) return undefined;
  const groups = [...head, ...Array<string>(zeros).fill("0"), ...tail];
  if (!groups.every((group) => GROUP.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, "0")).join("");
}
