import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const HERE = import.meta.dirname;
const FOLDERS = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A kind of operation or document may be called like a method; a decision about the method may not. */
const NAMES_A_METHOD = (id: string) =>
  new RegExp(
    [
      `method\\w*(\\??\\.id)?\\s*(={1,3}|!==?|:)\\s*["'\`]${id}["'\`]`,
      `["'\`]${id}["'\`]\\s*(===?|!==?)\\s*method`,
      `findMethod\\(\\s*["'\`]${id}`,
      `methods/${id}/`,
      `["'\`]#?/${id}\\b`,
    ].join("|"),
    "i",
  );

it("has no method's id in a shared file", () => {
  const shared = sharedFiles(join(HERE, "..", ".."));
  expect(shared.length).toBeGreaterThan(50);
  for (const file of shared) {
    const text = readFileSync(file, "utf8");
    for (const id of FOLDERS) {
      expect(NAMES_A_METHOD(id).test(text), `${file} names the method ${id}`).toBe(false);
    }
  }
});

it("would notice a method's id in a shared file", () => {
  for (const line of [
    'if (method.id === "bucket-policy") {',
    'prepared.method?.id !== "bucket-policy"',
    'const draft = { method: "bucket-policy" }',
    'import { plan } from "#core/methods/bucket-policy/plan.ts";',
    'navigate("/bucket-policy/owner")',
  ]) {
    expect(NAMES_A_METHOD("bucket-policy").test(line), line).toBe(true);
  }
  expect(NAMES_A_METHOD("bucket-policy").test('kind: "bucket-policy",')).toBe(false);
});

function sharedFiles(source: string): readonly string[] {
  return ["core", "ui", "platform", "cli"]
    .map((area) => join(source, area))
    .filter(existsSync)
    .flatMap((area) =>
      readdirSync(area, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((file) => !/\.test\.tsx?$|\/testing\/|\/test-/.test(file))
    .filter((file) => file !== join(HERE, "index.ts"))
    .filter((file) => !FOLDERS.some((folder) => file.startsWith(join(HERE, folder))));
}
