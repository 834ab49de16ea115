import { describe, expect, it } from "vitest";
import type { DataGrant } from "#core/policy/access-path.ts";
import { coveringGrants, type GrantTarget, grantCovers } from "./instance-policies.ts";

const INSTANCE = "arn:aws:s3:eu-west-1:111122223333:access-grants/default";
const PATHS = ["*", "reports/*", "reports/2026/*", "reports/a.csv", "reports*"];
const TARGETS = [...PATHS, "reports/b.csv", "reports-old/*", "x", ""];

describe("coveringGrants", () => {
  it("finds the grants that cover a target, of that instance and in that bucket", () => {
    const grants = ["acme-share-data", "acme-other"].flatMap((bucket) =>
      PATHS.flatMap((path) =>
        (["READ", "WRITE", "READWRITE"] as const).flatMap((permission) =>
          [true, false].map(
            (isObject): DataGrant => ({
              instanceArn: INSTANCE,
              grantees: [],
              permission,
              bucket,
              path,
              isObject,
            }),
          ),
        ),
      ),
    );
    const covering = coveringGrants(grants);
    for (const path of TARGETS) {
      const target: GrantTarget = { bucket: "acme-share-data", path, permission: "READ" };
      const expected = grants.filter((grant) => grantCovers(grant, target));
      expect(new Set(covering(INSTANCE, target)), path).toEqual(new Set(expected));
      expect(covering(`${INSTANCE}-old`, target)).toEqual([]);
    }
  });
});
