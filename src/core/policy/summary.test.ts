import { expect, it } from "vitest";
import type { AccessLevel } from "#core/aws/access.ts";
import type { AccountId } from "#core/aws/account-id.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import type { Prefix } from "#core/aws/prefix.ts";
import { parsePrincipal } from "#core/aws/principal.ts";
import type { Location } from "#core/parameters/agreement.ts";
import { whatText, whoText } from "./summary.ts";

const principals = (...names: readonly string[]) =>
  names.flatMap((name) => {
    const outcome = parsePrincipal(`arn:aws:iam::${"444455556666" as AccountId}:${name}`);
    return outcome.ok ? [outcome.value] : [];
  });
const place = (prefix: string, access: readonly AccessLevel[], bucket = "acme-share-data") =>
  ({ bucket: bucket as BucketName, prefix: prefix as Prefix, access }) satisfies Location;

it("names principals while they are few", () => {
  expect(whoText(principals("role/analytics-app"))).toBe("role analytics-app");
  expect(whoText(principals("role/apps/loader", "user/alice"))).toBe(
    "role apps/loader and user alice",
  );
  expect(whoText(principals("root"))).toBe("whomever account B's admin chooses");
  expect(whoText(principals("role/a", "role/b", "role/c"))).toBe("3 principals");
});

it("says what may be done where", () => {
  expect(whatText([place("reports/", ["list", "read"])])).toBe(
    "list and read acme-share-data/reports/",
  );
  expect(whatText([place("", ["list", "read", "write"]), place("inbox/", ["delete"])])).toBe(
    "list, read and write all of acme-share-data, delete acme-share-data/inbox/",
  );
  const many = ["a/", "b/", "c/"].map((prefix) => place(prefix, ["read"]));
  expect(whatText(many)).toBe("use 3 locations in acme-share-data");
  expect(whatText([...many, place("", ["read"], "acme-archive")])).toBe(
    "use 4 locations in 2 buckets",
  );
});
