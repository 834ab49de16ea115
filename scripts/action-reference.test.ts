import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { actionReference } from "./action-reference.js";

it("is what the findings read: the written file is up to date", async () => {
  const written = await readFile("src/core/lint/data/action-reference.ts", "utf8");
  expect(written).toBe(await actionReference());
});
