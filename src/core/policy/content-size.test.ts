import { expect, it } from "vitest";
import { contentSize, textSize } from "./content-size.ts";
import type { SharingDocument } from "./document.ts";
import { documentText } from "./document-text.ts";

const uris = (count: number) => ({
  fileLocations: [
    { URIs: Array.from({ length: count }, (_item, index) => `s3://acme-share-data/${index}`) },
    { URIPrefixes: ["s3://acme-share-data/reports/"] },
  ],
});

const manifest: SharingDocument = {
  id: "manifest",
  side: "consumer",
  fileName: "01-manifest.json",
  title: "Manifest",
  summary: "Which files are read.",
  kind: "manifest",
  attachedTo: [],
  extent: "whole",
  content: { Version: 1, fileLocations: [], Id: "in the order it was made in" },
};

it.each([
  [3, "fits"],
  [900, "near"],
  [1000, "near"],
  [1001, "over"],
] as const)("counts the %s files that a manifest names", (used, state) => {
  expect(contentSize("manifest", uris(used))).toMatchObject({ used, unit: "files", state });
});

it("counts the grants of an access control list", () => {
  const content = { Owner: {}, Grants: [{}, {}] };
  expect(contentSize("access-control-list", content)).toMatchObject({
    used: 2,
    limit: 100,
    unit: "grants",
  });
});

it("measures nothing where AWS states no limit, or the text is not as it should be", () => {
  expect(contentSize("request", { DataSetId: "acme" })).toBeUndefined();
  expect(contentSize("manifest", [])).toBeUndefined();
  expect(contentSize("manifest", { fileLocations: [{ URIs: 1 }, null, 2] })).toMatchObject({
    used: 0,
  });
  expect(textSize(manifest, "{")).toBeUndefined();
  expect(textSize(manifest, '{"fileLocations":[{"URIs":["s3://a/b"]}]}')).toMatchObject({
    used: 1,
  });
});

it("keeps the order of what is no policy, and lays it out", () => {
  expect(documentText(manifest)).toBe(
    '{\n  "Version": 1,\n  "fileLocations": [],\n  "Id": "in the order it was made in"\n}',
  );
});
