import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RESERVED_LINK_KEYS } from "#core/link/address.ts";
import { linkFragment, openLink } from "#core/link/link.ts";
import { withoutHidden } from "#core/link/visible.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Method, MethodCase } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";

const FOLDER = join(import.meta.dirname, "..", "methods");

async function casesOf(method: Method): Promise<readonly MethodCase[]> {
  expect(readdirSync(join(FOLDER, method.id))).toContain("cases.ts");
  const module = await import(`../methods/${method.id}/cases.ts`);
  return module.cases as readonly MethodCase[];
}

/** What the other owner sees of a draft: the same sharing, less what stays at home. */
function told(method: Method, draft: Draft): unknown {
  const { documents, issues, complete } = method.prepare(draft);
  return { documents, issues, complete };
}

describe.each(METHODS)("a link for $id", (method) => {
  it("has a key of its own for each parameter that travels", () => {
    const keys = method.parameters.flatMap(({ linkKey }) => (linkKey === null ? [] : [linkKey]));
    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      expect(key).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(RESERVED_LINK_KEYS).not.toContain(key);
    }
  });

  it("keeps AWS CLI profiles at home: they are names on one person's machine", () => {
    const travelling = method.parameters.filter(({ linkKey }) => linkKey !== null);
    expect(travelling.filter(({ id }) => /profile$/i.test(id))).toEqual([]);
  });

  it("carries every case to the same documents and findings", async () => {
    const cases = await casesOf(method);
    expect(cases.length).toBeGreaterThan(0);
    for (const { name, draft } of cases) {
      const link = openLink(`#${linkFragment(method, draft, { side: "consumer" })}`, METHODS);
      if (link.kind !== "opened") throw new Error(`${name}: ${link.kind}`);
      expect(link.warnings, name).toEqual([]);
      expect(link.repairs, name).toEqual([]);
      expect(told(method, link.draft), name).toEqual(told(method, draft));
    }
  });

  it("carries every value that is shown, and is written the same by whoever opens it", async () => {
    for (const { name, draft } of await casesOf(method)) {
      const fragment = linkFragment(method, draft);
      const link = openLink(`#${fragment}`, METHODS);
      if (link.kind !== "opened") throw new Error(`${name}: ${link.kind}`);
      expect(linkFragment(method, link.draft), name).toBe(fragment);
      const shown = withoutHidden(method, draft);
      for (const { id, linkKey, default: initial } of method.parameters) {
        const arrived = rawValue(link.draft, id);
        if (linkKey === null) expect(arrived, `${name} ${id}`).toEqual(initial);
        else expect(arrived, `${name} ${id}`).toMatchObject(rawValue(shown, id) ?? initial);
      }
    }
  });
});
