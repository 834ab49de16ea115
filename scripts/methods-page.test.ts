import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { Method, MethodCase, Prepared } from "#core/methods/method.ts";

const PAGE = readFileSync(join(import.meta.dirname, "..", "docs", "methods.md"), "utf8");

const modules = import.meta.glob<{ readonly cases: readonly MethodCase[] }>(
  "/src/core/methods/*/cases.ts",
  { eager: true },
);

/** Every name a method has, by what the page calls it. */
function namesOf(method: Method): Readonly<Record<string, ReadonlySet<string>>> {
  const cases = modules[`/src/core/methods/${method.id}/cases.ts`]?.cases ?? [];
  const prepared: readonly Prepared[] = cases.map(({ draft }) => method.prepare(draft));
  const steps = prepared.flatMap(({ plan }) => plan.steps);
  return {
    wizard: new Set(method.steps.map(({ id }) => id)),
    field: new Set(method.parameters.map(({ id }) => id)),
    document: new Set(prepared.flatMap(({ documents }) => documents.map(({ id }) => id))),
    step: new Set(steps.map(({ id }) => id)),
    call: new Set(
      steps
        .flatMap(({ operations, check, undo }) => [
          ...operations,
          ...check,
          ...(undo.kind === "operations" ? undo.operations : []),
        ])
        .map(({ kind }) => kind),
    ),
  };
}

interface Row {
  readonly method: string;
  readonly step: string;
  readonly names: readonly (readonly [kind: string, name: string])[];
}

function rowsOf(page: string): readonly Row[] {
  return page.split(/^## /m).flatMap((section) => {
    const method = /^[^\n]*\(`([a-z-]+)`\)/.exec(section)?.[1];
    if (method === undefined) return [];
    return section
      .split("\n")
      .filter((line) => line.startsWith("|") && !/^\| (?:-|The guide's step)/.test(line))
      .map((line) => {
        const [, step = "", here = ""] = line.split("|").map((cell) => cell.trim());
        const found = [...here.matchAll(/\b(wizard|field|document|step|call) `([^`]+)`/g)];
        return {
          method,
          step,
          names: found.map(([, kind = "", name = ""]) => [kind, name] as const),
        };
      });
  });
}

function isKnown(names: ReadonlySet<string> | undefined, name: string): boolean {
  return [...(names ?? [])].some((one) => one === name || one.startsWith(`${name}-`));
}

function stale(page: string): readonly string[] {
  return rowsOf(page).flatMap(({ method: id, names }) => {
    const method = findMethod(id);
    // Not offered yet: looked up as soon as it is.
    if (method === undefined) return [];
    const known = namesOf(method);
    return names
      .filter(([kind, name]) => !isKnown(known[kind], name))
      .map(([kind, name]) => `${id}: ${kind} ${name}`);
  });
}

it("names only what there is", () => {
  expect(stale(PAGE)).toEqual([]);
});

it("has a table for every method, and something for every step of its guide", () => {
  const rows = rowsOf(PAGE);
  expect(rows.length).toBeGreaterThan(40);
  for (const { id } of METHODS) {
    expect(rows.filter(({ method }) => method === id).length, id).toBeGreaterThan(7);
  }
  for (const { method, step, names } of rows)
    expect(names.length, `${method}: ${step}`).toBeGreaterThan(0);
});

it("would notice a name that is gone", () => {
  const broken = PAGE.replace("call `put-bucket-policy`", "call `put-bucket-polity`").replace(
    "wizard `role`",
    "wizard `roles`",
  );
  expect(stale(broken)).toEqual([
    "bucket-policy: call put-bucket-polity",
    "assume-role: wizard roles",
  ]);
});
