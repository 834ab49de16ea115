import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decideCase } from "#core/proof/vector-case.ts";

interface Case {
  readonly id: string;
  readonly input: unknown;
  readonly expected: { readonly decision: string };
  readonly why?: string;
}

const DECISIONS: Readonly<Record<string, string>> = {
  Allowed: "allowed",
  ExplicitlyDenied: "explicitDeny",
  ImplicitlyDenied: "implicitDeny",
};

function cases(file: string): readonly Case[] {
  const lines = readFileSync(new URL(`./vectors/${file}`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

function disagreements(all: readonly Case[]): readonly string[] {
  return all.flatMap(({ id, input, expected, why }) => {
    const decided = decideCase(input);
    const decision = decided.ok ? decided.value.decision : decided.message;
    const wanted = DECISIONS[expected.decision];
    return decision === wanted ? [] : [`${id}: ${decision}, expected ${wanted}. ${why ?? ""}`];
  });
}

describe("evaluation vectors", () => {
  it.each([
    ["vectors-public.jsonl", 1530],
    ["handmade.jsonl", 233],
  ])("decides every case of %s as AWS documents it", (file, count) => {
    const all = cases(file);
    expect(all).toHaveLength(count);
    expect(disagreements(all)).toEqual([]);
  });
});
