import { describe, expect, it } from "vitest";
import type { Location } from "./agreement.ts";
import { distinctLocations } from "./distinct-locations.ts";
import { locationFromLine, readLocations } from "./locations.ts";

const READ = ["list", "read"];

describe("locationFromLine", () => {
  it.each([
    ["s3://acme-share-data/reports/", "acme-share-data", "reports/", READ],
    ["acme-share-data/reports read,list", "acme-share-data", "reports/", READ],
    ["acme-share-data", "acme-share-data", "", READ],
    ["acme-share-data write", "acme-share-data", "", ["write"]],
    [
      "  s3://acme-share-data/in box/ , Write + Delete ",
      "acme-share-data",
      "in box/",
      ["write", "delete"],
    ],
    ["arn:aws:s3:::acme-share-data/reports/*\tlist read", "acme-share-data", "reports/", READ],
    [
      "https://s3.console.aws.amazon.com/s3/buckets/acme-share-data?region=eu-west-1&prefix=reports/ read",
      "acme-share-data",
      "reports/",
      ["read"],
    ],
    ["acme-share-data,reports/,read", "acme-share-data", "reports/", ["read"]],
    ["acme-share-data\treports\tlist read", "acme-share-data", "reports/", READ],
    ["acme-share-data/read", "acme-share-data", "read/", READ],
    ["acme-share-data/報告", "acme-share-data", "報告", READ],
  ])("reads %j", (line, bucket, prefix, access) => {
    expect(locationFromLine(line)).toEqual({ bucket, prefix, access });
  });

  it.each(["", "# buckets", "Not a bucket", "some words here", "arn:aws:iam::444455556666:role/x"])(
    "leaves %j to its field",
    (line) => {
      expect(locationFromLine(line)).toBeUndefined();
    },
  );

  it("does not widen one object to the prefix around it", () => {
    expect(locationFromLine("s3://acme-share-data/reports/2026.csv")).toBeUndefined();
  });
});

describe("readLocations", () => {
  it("gives a row without access list and read", () => {
    expect(readLocations([{ bucket: "acme-share-data" }]).value).toEqual([
      { bucket: "acme-share-data", prefix: "", access: READ },
    ]);
  });

  it("orders access the same way however it was chosen", () => {
    const row = { bucket: "acme-share-data", access: ["delete", "read", "list"] };
    expect(readLocations([row]).value[0]?.access).toEqual(["list", "read", "delete"]);
  });
});

describe("distinctLocations", () => {
  const at = (prefix: string, ...access: string[]) =>
    ({ bucket: "acme-share-data", prefix, access }) as unknown as Location;

  it("joins access to one prefix and drops what another location covers", () => {
    expect(
      distinctLocations([
        at("reports/2026/", "read"),
        at("reports/", "read"),
        at("inbox/", "write"),
        at("reports/", "list"),
        at("reports/inbox/", "write"),
      ]),
    ).toEqual([
      at("reports/", "list", "read"),
      at("inbox/", "write"),
      at("reports/inbox/", "write"),
    ]);
  });

  it("keeps buckets apart", () => {
    const other = { ...at("", "read"), bucket: "other-data" } as unknown as Location;
    expect(distinctLocations([at("reports/", "read"), other])).toHaveLength(2);
  });
});
