import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Prefix,
  parsePrefix,
  policyLiteral,
  prefixContains,
  prefixWarnings,
} from "./prefix.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe("parsePrefix", () => {
  it.each([
    ["", ""],
    ["   ", ""],
    ["reports", "reports/"],
    ["reports/", "reports/"],
    [" reports/2026 ", "reports/2026/"],
    ["/reports", "/reports/"],
    ["a b/c", "a b/c/"],
    ["café/", "café/"],
    ["why?/$5", "why?/$5/"],
  ])("reads %j as %j", (text, prefix) => {
    expect(parsePrefix(text)).toEqual({ ok: true, value: prefix });
  });

  it.each([
    [
      "reports/*",
      "Remove the *: a prefix covers everything below it anyway. Leave it empty for the whole bucket.",
    ],
    [
      "*",
      "Remove the *: a prefix covers everything below it anyway. Leave it empty for the whole bucket.",
    ],
    [
      "s3://acme-share-data/reports",
      "Enter only the part after the bucket name, for example reports/.",
    ],
    [
      "arn:aws:s3:::acme-share-data/reports",
      "Enter only the part after the bucket name, for example reports/.",
    ],
    [
      "報告/",
      "“報” (U+5831) cannot be written in an IAM policy, which takes only U+0020 to U+00FF. Share a prefix above it.",
    ],
    [
      "📦/",
      "“📦” (U+1F4E6) cannot be written in an IAM policy, which takes only U+0020 to U+00FF. Share a prefix above it.",
    ],
    ["a\u0000b", "The prefix contains the control character U+0000; remove it."],
    ["a\nb", "The prefix contains the control character U+000A; remove it."],
    [
      "x".repeat(1024),
      "The prefix has 1025 bytes; an object key has at most 1024. Share a shorter prefix.",
    ],
    [
      "é".repeat(512),
      "The prefix has 1025 bytes; an object key has at most 1024. Share a shorter prefix.",
    ],
  ])("says what to do about %j", (text, message) => {
    expect(parsePrefix(text)).toEqual({ ok: false, message });
  });

  it("accepts as many bytes as a key can have", () => {
    expect(parsePrefix("x".repeat(1023)).ok).toBe(true);
    expect(parsePrefix(`${"é".repeat(511)}x`).ok).toBe(true);
  });

  it("never throws; what it accepts is empty or ends with a slash, and stays the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: ANY_UNIT }), fc.string()), (text) => {
        const prefix = parsePrefix(text);
        if (!prefix.ok) return;
        expect(prefix.value === "" || prefix.value.endsWith("/")).toBe(true);
        expect(prefix.value).not.toMatch(/[^\u0020-\u00ff]|\*/);
        expect(parsePrefix(prefix.value)).toEqual(prefix);
      }),
    );
  });
});

describe("prefixContains", () => {
  it.each([
    ["reports/", "reports/2026/", true],
    ["reports/", "reports/", true],
    ["", "reports/", true],
    ["reports/", "reports-old/", false],
    ["reports/2026/", "reports/", false],
    ["reports/", "", false],
  ])("says of %j and %j: %s", (outer, inner, contains) => {
    expect(prefixContains(outer as Prefix, inner as Prefix)).toBe(contains);
  });
});

describe("policyLiteral", () => {
  it("escapes what a policy would read as wildcard or variable", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy's own escapes
    expect(policyLiteral("a*b?c$d/${x}")).toBe("a${*}b${?}c${$}d/${$}{x}");
    expect(policyLiteral("reports/")).toBe("reports/");
  });
});

describe("prefixWarnings", () => {
  it.each([
    [
      "/reports/",
      "“/reports/” begins with a slash, so it covers only keys that begin with one too. Remove the first slash unless they do.",
    ],
    [
      "a//b/",
      "“a//b/” has two slashes in a row, so it covers only keys that have them too. Remove one unless they do.",
    ],
    [
      "a/../b/",
      "“a/../b/” has a part that is only dots; many clients cannot reach such keys. Check the prefix.",
    ],
    [
      "a#b/",
      "“a#b/” contains #, which S3 advises to avoid in keys. Check that the keys really have it.",
    ],
    [
      "a\u0085b/",
      "“a\u0085b/” contains U+0085, which S3 advises to avoid in keys. Check that the keys really have it.",
    ],
  ])("warns about %j", (prefix, message) => {
    expect(prefixWarnings(prefix as Prefix)).toEqual([message]);
  });

  it.each(["", "reports/", "a b/c_d/e.f/", "year=2026/month=01/"])(
    "says nothing about %j",
    (prefix) => {
      expect(prefixWarnings(prefix as Prefix)).toEqual([]);
    },
  );
});
