import { describe, expect, it } from "vitest";
import { parseConditions } from "#core/proof/condition/condition.ts";
import { contextValues, type RequestContext } from "#core/proof/context.ts";

function holds(
  operator: string,
  value: unknown,
  requested: string | readonly string[] | undefined,
) {
  const conditions = parseConditions({ [operator]: { "aws:Key": value } }, true);
  if (!conditions.ok) return conditions.message;
  const context: RequestContext = {
    "aws:username": "ann",
    ...(requested === undefined ? {} : { "AWS:key": requested }),
  };
  return conditions.value.every((condition) => condition.holds(contextValues(context)));
}

describe("condition operators", () => {
  it.each<readonly [string, unknown, string | readonly string[] | undefined, boolean]>([
    ["StringEquals", "a*", "a*", true],
    ["StringEquals", "a*", "ab", false],
    ["StringEquals", "A", "a", false],
    ["StringEquals", ["b", "a"], "a", true],
    ["StringEquals", [], "a", false],
    ["StringEquals", "$" + "{aws:username}", "ann", true],
    ["StringEquals", "$" + "{aws:missing, 'x'}", "x", true],
    ["StringEquals", "$" + "{*}", "*", true],
    ["StringEquals", "$" + "{unfinished", "$" + "{unfinished", true],
    ["StringNotEquals", ["b", "a"], "a", false],
    ["StringNotEquals", "$" + "{aws:missing}", "a", true],
    ["StringEqualsIgnoreCase", "ABC", "abc", true],
    ["StringNotEqualsIgnoreCase", "ABC", "abc", false],
    ["StringLike", "a*c?", "abbbcd", true],
    ["StringLike", "$" + "{aws:username}/*", "ann/x", true],
    ["StringLike", "$" + "{?}", "x", false],
    ["StringLike", "$" + "{$}", "$", true],
    ["StringNotLike", "a*", "b", true],
    ["NumericEquals", "10", "10.0", true],
    ["NumericNotEquals", 10, "11", true],
    ["NumericLessThan", "10", "9", true],
    ["NumericLessThanEquals", "10", "10", true],
    ["NumericGreaterThan", "10", "10", false],
    ["NumericGreaterThanEquals", "-1.5", "-1.5", true],
    ["NumericEquals", "ten", "ten", false],
    ["DateEquals", "2025-03-14T10:26:53+01:00", "2025-03-14T09:26:53Z", true],
    ["DateEquals", "1767225600", "2026-01-01", true],
    ["DateNotEquals", "2024-02-29", "2024-03-01", true],
    ["DateLessThan", "2024-03-01", "2024-02-29T23:59:59.999Z", true],
    ["DateLessThanEquals", "2000-03-01T00:00Z", "951868800", true],
    ["DateGreaterThan", "1969-12-31", "0", true],
    ["DateGreaterThanEquals", "2100-03-01", "4107542400", true],
    ["DateEquals", "2023-02-29", "2023-02-29", false],
    ["DateEquals", "2023-13-01", "2023-13-01", false],
    ["Bool", "True", "true", true],
    ["Bool", true, "true", true],
    ["Bool", "yes", "yes", false],
    ["BinaryEquals", "QQ==", "QQ==", true],
    ["IpAddress", "203.0.113.0/24", "203.0.113.255", true],
    ["IpAddress", "203.0.113.0/24", "203.0.114.0", false],
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false],
    ["IpAddress", "2001:DB8::/32", "2001:0db8:0:1::", true],
    ["IpAddress", "::ffff:1.2.3.4", "::ffff:102:304", true],
    ["IpAddress", "256.0.0.0/8", "1.2.3.4", false],
    ["IpAddress", "1::2::3", "1::2::3", false],
    ["NotIpAddress", "10.0.0.0/8", "192.168.0.1", true],
    ["ArnEquals", "arn:aws:s3:::b/*", "arn:aws:s3:::b/k:v", true],
    ["ArnLike", "arn:aws:iam::*:role/x", "arn:aws:iam::111122223333:role/x", true],
    ["ArnLike", "arn:aws:*:role/x", "arn:aws:iam::111122223333:role/x", false],
    ["ArnLike", "arn:aws:iam::1:user/$" + "{aws:username}", "arn:aws:iam::1:user/ann", true],
    ["ArnLike", "*", "arn:aws:iam::111122223333:role/x", true],
    ["ArnNotLike", "arn:aws:iam::*:role/x", "arn:aws:iam::1:role/x", false],
    ["ArnNotEquals", "arn:aws:iam::*:role/x", "no arn", true],
    ["Null", "true", undefined, true],
    ["Null", "true", "", false],
    ["Null", false, "a", true],
    ["Null", ["true", "false"], "a", true],
  ])("%s %j on %j is %s", (operator, value, requested, expected) => {
    expect(holds(operator, value, requested)).toBe(expected);
  });

  it.each<readonly [string, boolean]>([
    ["StringEquals", false],
    ["StringNotEquals", true],
    ["StringLike", false],
    ["StringNotLike", true],
    ["NumericEquals", false],
    ["NumericNotEquals", true],
    ["DateLessThan", false],
    ["DateNotEquals", true],
    ["Bool", false],
    ["BinaryEquals", false],
    ["IpAddress", false],
    ["NotIpAddress", true],
    ["ArnLike", false],
    ["ArnNotLike", true],
    ["BoolIfExists", true],
    ["StringNotEqualsIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAllValues:StringNotEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
    ["ForAnyValue:StringEqualsIfExists", true],
  ])("%s on a missing key is %s", (operator, expected) => {
    expect(holds(operator, "1", undefined)).toBe(expected);
  });

  it.each<readonly [string, readonly string[], boolean]>([
    ["ForAllValues:StringLike", ["a1", "a2"], true],
    ["ForAllValues:StringLike", ["a1", "b"], false],
    ["ForAllValues:StringLike", [], true],
    ["ForAllValues:StringNotLike", ["b", "c"], true],
    ["ForAllValues:StringNotLike", ["b", "a"], false],
    ["ForAnyValue:StringLike", ["b", "a1"], true],
    ["ForAnyValue:StringLike", ["b"], false],
    ["ForAnyValue:StringLike", [], false],
    ["ForAnyValue:StringNotLike", ["a", "b"], true],
    ["ForAnyValue:StringNotLike", ["a"], false],
  ])("%s a* over %j is %s", (operator, requested, expected) => {
    expect(holds(operator, "a*", requested)).toBe(expected);
  });

  it("wants every operator and every key to hold", () => {
    const block = { StringEquals: { a: "1", b: "2" }, Bool: { c: "true" } };
    const conditions = parseConditions(block, true);
    const all = (context: RequestContext) =>
      conditions.ok && conditions.value.every((one) => one.holds(contextValues(context)));
    expect(all({ a: "1", b: "2", c: "true" })).toBe(true);
    expect(all({ a: "1", b: "2" })).toBe(false);
    expect(all({ a: "1", b: "3", c: "true" })).toBe(false);
  });
});
