import { describe, expect, it } from "vitest";
import { assumeRole } from "#core/methods/assume-role/index.ts";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import type { Prepared } from "#core/methods/method.ts";
import { bundle } from "./bundle.ts";
import { CASES } from "./testing/cases.ts";
import { LINK, runningExample } from "./testing/sharing.ts";

function readmeOf(prepared: Prepared): string {
  const made = bundle(prepared, { link: LINK, edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  return made.value.files.get("README.md") ?? "";
}

describe("the README of a bundle", () => {
  it.each([bucketPolicy, assumeRole])("tells the running example by $id", async (method) => {
    const text = readmeOf(method.prepare(runningExample(method.id)));
    await expect(text).toMatchFileSnapshot(`golden/readme-${method.id}.md`);
  });

  it("has every step of both sides in the order of the plan, and every file", () => {
    for (const { name, prepared } of CASES) {
      const text = readmeOf(prepared);
      const numbers = text.match(/^\d+\. \*\*/gm) ?? [];
      expect(numbers.length, name).toBe(prepared.plan.steps.length);
      for (const { fileName } of prepared.documents) expect(text, name).toContain(fileName);
    }
  });

  it("has as many columns in every row of a table as in its head", () => {
    for (const { name, prepared } of CASES) {
      const rows = readmeOf(prepared)
        .split("\n")
        .filter((line) => line.startsWith("|"));
      expect(rows.length).toBeGreaterThan(6);
      const widths = rows.map((row) => row.match(/(?<!\\)\|/g)?.length ?? 0);
      expect(
        widths.every((width) => [4, 5].includes(width)),
        name,
      ).toBe(true);
    }
  });
});
