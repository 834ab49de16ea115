import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { exampleDraft, ROLE_ARN } from "#core/parameters/running-example.ts";
import { LOG_DELIVERY } from "#core/policy/testing/awkward-policies.ts";
import { withExisting } from "./with-existing.ts";

const OTHER = "arn:aws:iam::444455556666:role/loader";
const DOCUMENT = "bucket-policy-acme-share-data";

function prepared(principals: readonly string[], prefix = "reports/") {
  const method = METHODS.find(({ id }) => id === "bucket-policy");
  const example = exampleDraft("bucket-policy", { consumer: { principals } });
  const locations = [{ bucket: "acme-share-data", prefix, access: ["list", "read"] }];
  if (method === undefined) throw new Error("There is no method.");
  return method.prepare({ ...example, owner: { ...example.owner, locations } });
}

function put(sharing: ReturnType<typeof prepared>, text: string): string {
  const [merge] = withExisting(sharing, new Map([[DOCUMENT, text]])).merges;
  if (merge?.merged.ok !== true) throw new Error("It cannot be merged.");
  return merge.merged.value.text;
}

const BEFORE = put(prepared([ROLE_ARN, OTHER]), LOG_DELIVERY);

function renewed(sharing: ReturnType<typeof prepared>, choose: boolean) {
  const existing = new Map([[DOCUMENT, BEFORE]]);
  const [first] = withExisting(sharing, existing).merges;
  const ids = first?.older.map(({ id }) => id) ?? [];
  const [merge] = withExisting(sharing, existing, new Map([[DOCUMENT, choose ? ids : []]])).merges;
  if (merge?.merged.ok !== true) throw new Error("It cannot be merged.");
  return { ...merge, text: merge.merged.value.text, said: merge.merged.value.said };
}

it("offers to replace what an agreement that has dropped a role leaves, and says who loses", () => {
  const sharing = prepared([ROLE_ARN]);
  const kept = renewed(sharing, false);
  expect(kept.older).toEqual([
    {
      id: expect.any(String),
      statements: [3, 4, 5],
      sids: ["XacctListReports", "XacctLocation", "XacctReadReports"],
      who: "role analytics-app of 444455556666 and role loader of 444455556666",
      sameSids: true,
    },
  ]);
  expect(kept.text).toContain(OTHER);
  expect(kept.change.changes).toEqual([]);
  const replaced = renewed(sharing, true);
  expect(replaced.text).not.toContain(OTHER);
  expect(replaced.text).toContain(LOG_DELIVERY.slice(0, -8));
  expect(JSON.parse(replaced.text).Statement).toHaveLength(7);
  expect(replaced.said).toContain("3 earlier versions of our statements: replaced.");
  expect(replaced.change.changes.map(({ sentence }) => sentence).join(" ")).toMatch(
    /Role loader of 444455556666 loses ListBucket/,
  );
  expect(replaced.change.changes.map(({ sentence }) => sentence).join(" ")).not.toMatch(
    /analytics-app of 444455556666 loses/,
  );
});

it("tells another prefix for the same people from the same Sids", () => {
  const { older } = renewed(prepared([ROLE_ARN], "exports/"), false);
  expect(older).toContainEqual(
    expect.objectContaining({
      sids: ["XacctListReports", "XacctReadReports"],
      sameSids: false,
    }),
  );
  const replaced = renewed(prepared([ROLE_ARN], "exports/"), true);
  expect(replaced.text).not.toContain("reports/");
  expect(replaced.change.changes.map(({ sentence }) => sentence).join(" ")).toMatch(
    /loses .*reports/,
  );
});

it("offers nothing of other people's sharings, and forgets a choice that fits nothing", () => {
  const text = put(prepared(["arn:aws:iam::444455556666:role/somebody"], "exports/"), LOG_DELIVERY);
  const sharing = prepared([ROLE_ARN]);
  const existing = new Map([[DOCUMENT, text]]);
  const [plain] = withExisting(sharing, existing).merges;
  expect(plain?.older.filter(({ sameSids }) => !sameSids)).toEqual([]);
  const [chosen] = withExisting(sharing, existing, new Map([[DOCUMENT, ["0 Stmt1"]]])).merges;
  expect(chosen).toEqual(plain);
});
