import { expect, it } from "vitest";
import { fileTree, mediaType, sizeText } from "./file-tree.ts";

it("puts files without a folder first and counts bytes, not characters", () => {
  const files = new Map([
    ["README.md", "é"],
    ["account-a/apply.sh", "true"],
    ["account-a/undo.sh", ""],
  ]);
  expect(fileTree(files)).toEqual([
    { name: "", files: [{ path: "README.md", name: "README.md", bytes: 2 }] },
    {
      name: "account-a",
      files: [
        { path: "account-a/apply.sh", name: "apply.sh", bytes: 4 },
        { path: "account-a/undo.sh", name: "undo.sh", bytes: 0 },
      ],
    },
  ]);
});

it("writes sizes short", () => {
  expect([sizeText(1023), sizeText(1024), sizeText(20480)]).toEqual([
    "1023 B",
    "1.0 KB",
    "20.0 KB",
  ]);
});

it("saves unknown files as text", () => {
  expect(mediaType("account-a/apply.ps1")).toBe("text/plain");
  expect(mediaType("agreement.json")).toBe("application/json");
});
