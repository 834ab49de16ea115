import { expect, it } from "vitest";
import type { Picture, PictureArrow, PictureNode } from "#core/methods/method.ts";
import { pictureCards } from "./picture-cards.ts";

function principals(count: number): readonly PictureNode[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    side: "consumer" as const,
    kind: "principal" as const,
    label: `app-${index}`,
  }));
}

const BUCKET: PictureNode = { id: "b", side: "owner", kind: "bucket", label: "acme-share-data" };
const PREFIX: PictureNode = {
  id: "x",
  side: "owner",
  kind: "prefix",
  label: "reports/",
  inside: "b",
};
const KEY: PictureNode = { id: "k", side: "owner", kind: "key", label: "key 1234abcd" };

function arrows(from: readonly PictureNode[], to: string, verb: string): readonly PictureArrow[] {
  return from.map(({ id }) => ({ from: id, to, verb, documents: ["on-resource", "identity"] }));
}

it("draws principals that may do the same as one box with one line to each target", () => {
  const all = principals(50);
  const picture: Picture = {
    nodes: [...all, BUCKET, PREFIX, KEY],
    arrows: [...arrows(all, "x", "list, read"), ...arrows(all, "k", "decrypt")],
  };
  const { blocks, lines } = pictureCards(picture);
  expect(blocks.map(({ kind, nodes }) => [kind, nodes.length])).toEqual([
    ["principal", 50],
    ["bucket", 1],
    ["key", 1],
  ]);
  expect(lines.map(({ from, to, verbs }) => [from, to, verbs])).toEqual([
    ["p0", "x", ["list, read"]],
    ["p0", "k", ["decrypt"]],
  ]);
});

it("keeps principals apart that may do different things", () => {
  const [one, two] = principals(2);
  if (one === undefined || two === undefined) throw new Error("two principals");
  const { blocks } = pictureCards({
    nodes: [one, two, BUCKET, PREFIX],
    arrows: [...arrows([one], "x", "read"), ...arrows([two], "x", "write")],
  });
  expect(blocks.filter(({ kind }) => kind === "principal")).toHaveLength(2);
});

it("counts the buckets beyond the third and leads their prefixes' lines to the count", () => {
  const all = principals(1);
  const buckets = Array.from({ length: 10 }, (_, index) => index);
  const { blocks, lines } = pictureCards({
    nodes: [
      ...all,
      ...buckets.flatMap((index) => [
        { ...BUCKET, id: `b${index}`, label: `bucket-${index}` },
        { ...PREFIX, id: `x${index}`, inside: `b${index}` },
      ]),
    ],
    arrows: buckets.flatMap((index) => [
      { from: "p0", to: `x${index}`, verb: "read", documents: [`bucket-policy-${index}`] },
    ]),
  });
  const drawn = blocks.filter(({ kind }) => kind === "bucket");
  expect(drawn.map(({ nodes }) => nodes.length)).toEqual([1, 1, 8]);
  expect(lines).toHaveLength(3);
  expect(lines[2]?.documents).toHaveLength(8);
});

it("loses no document of any arrow", () => {
  const all = principals(7).map((node, index) => ({ node, documents: [`d${index}`, "shared"] }));
  const { lines } = pictureCards({
    nodes: [...all.map(({ node }) => node), BUCKET, PREFIX],
    arrows: all.map(({ node, documents }) => ({ from: node.id, to: "x", verb: "read", documents })),
  });
  expect(new Set(lines.flatMap(({ documents }) => documents))).toEqual(
    new Set(["shared", ...all.map((_, index) => `d${index}`)]),
  );
});
