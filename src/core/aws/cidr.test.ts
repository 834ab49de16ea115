import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cidrWarnings, parseCidr } from "./cidr.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe("parseCidr", () => {
  it.each([
    ["203.0.113.0/24", "203.0.113.0/24"],
    [" 203.0.113.7 ", "203.0.113.7/32"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["255.255.255.255/32", "255.255.255.255/32"],
    ["2001:db8::/48", "2001:db8::/48"],
    ["2001:DB8:0:0:0:0:0:0/48", "2001:db8::/48"],
    ["2001:0db8::1", "2001:db8::1/128"],
    ["::/0", "::/0"],
    ["::1", "::1/128"],
    ["1::", "1::/128"],
    ["::ffff:203.0.113.7", "::ffff:cb00:7107/128"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3/128"],
    ["1:0:0:2:0:0:3:4", "1::2:0:0:3:4/128"],
    ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8/128"],
    ["1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8/128"],
  ])("reads %j as %s", (text, range) => {
    expect(parseCidr(text)).toEqual({ ok: true, value: range });
  });

  it.each([
    ["", "Enter an IP range, for example 203.0.113.0/24."],
    ["203.0.113.0/33", "An IPv4 range has at most /32; correct the number after the slash."],
    ["2001:db8::/129", "An IPv6 range has at most /128; correct the number after the slash."],
    ["203.0.113.0/x", "After the slash comes the number of fixed bits, 0 to 32; check it."],
    ["203.0.113.0/", "After the slash comes the number of fixed bits, 0 to 32; check it."],
    ["203.0.113.0/024", "After the slash comes the number of fixed bits, 0 to 32; check it."],
    [
      "203.0.113.7/24",
      "203.0.113.7/24 sets bits beyond /24. Write 203.0.113.0/24 for the range or 203.0.113.7/32 for the one address.",
    ],
    [
      "2001:db8::1/48",
      "2001:db8::1/48 sets bits beyond /48. Write 2001:db8::/48 for the range or 2001:db8::1/128 for the one address.",
    ],
    ...[
      "203.0.113",
      "203.0.113.256",
      "203.0.113.01",
      "1.2.3.4.5",
      "2001:db8",
      "1:2:3:4:5:6:7:8:9",
      "1::2::3",
      ":::",
      "1:2:3:4:5:6:7:8::",
      "fe80::1%eth0",
      "12345::",
      "203.0.113.0/24/1",
      "everywhere",
    ].map((text) => [
      text,
      `“${text}” is not an IP range; write it like 203.0.113.0/24 or 2001:db8::/48.`,
    ]),
  ])("says what to do about %j", (text, message) => {
    expect(parseCidr(text ?? "")).toEqual({ ok: false, message });
  });

  it("never throws, and reads its own output as the same", () => {
    const blocks = fc.oneof(
      fc.string({ unit: ANY_UNIT }),
      fc.ipV4(),
      fc.ipV6(),
      fc.tuple(fc.ipV6(), fc.nat(128)).map(([address, bits]) => `${address}/${bits}`),
    );
    fc.assert(
      fc.property(blocks, (text) => {
        const range = parseCidr(text);
        if (range.ok) expect(parseCidr(range.value)).toEqual(range);
      }),
    );
  });

  it("accepts every address", () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => parseCidr(text).ok));
  });
});

describe("cidrWarnings", () => {
  it.each([
    [
      "0.0.0.0/0",
      "0.0.0.0/0 is broader than /8, so it limits little, and S3 counts a policy that rests on it as public. Enter narrower ranges.",
    ],
    [
      "32.0.0.0/7",
      "32.0.0.0/7 is broader than /8, so it limits little, and S3 counts a policy that rests on it as public. Enter narrower ranges.",
    ],
    [
      "2001::/16",
      "2001::/16 is broader than /32, so it limits little, and S3 counts a policy that rests on it as public. Enter narrower ranges.",
    ],
    ...[
      "10.0.0.0/8",
      "10.1.0.0/16",
      "172.31.0.0/16",
      "192.168.1.1/32",
      "100.64.0.0/10",
      "127.0.0.1/32",
      "fd00::/48",
    ].map((range) => [
      range,
      `${range} is private: S3 sees the public address of a request, and through a VPC endpoint aws:SourceIp is absent. Enter the public addresses, or use VPC endpoints instead.`,
    ]),
  ])("warns about %s", (range, message) => {
    expect(cidrWarnings(range ?? "")).toEqual([message]);
  });

  it.each(["203.0.113.0/24", "33.0.0.0/8", "172.32.0.0/16", "172.0.0.0/11", "2001:db8::/32"])(
    "says nothing about %s",
    (range) => {
      expect(cidrWarnings(range)).toEqual([]);
    },
  );
});
