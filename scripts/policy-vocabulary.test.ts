import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { policyVocabulary } from "./policy-vocabulary.js";

it("is what the editors complete: the written file is up to date", async () => {
  const written = await readFile("src/ui/documents/data/policy-vocabulary.ts", "utf8");
  expect(written).toBe(await policyVocabulary());
});

it("names the actions that sharing S3 needs", async () => {
  const text = await policyVocabulary();
  for (const name of ["GetObject", "ListBucket", "GenerateDataKey", "AssumeRole"]) {
    expect(text).toContain(`"${name}"`);
  }
});
