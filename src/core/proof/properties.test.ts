import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "#core/proof/evaluate.ts";
import type { Policies } from "#core/proof/policies.ts";
import { decideCase } from "#core/proof/vector-case.ts";

interface Input {
  readonly principalArn: string;
  readonly action: string;
  readonly resourceArn: string;
  readonly resourceAccount: string;
  readonly context: { readonly [key: string]: string | readonly string[] };
  readonly identityPolicies: readonly { readonly name: string; readonly policy: Json }[];
  readonly resourcePolicy?: Json;
}
type Json = { readonly [element: string]: unknown };

const inputs: readonly Input[] = readFileSync(
  new URL("./vectors/vectors-public.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line).input);

const anInput = fc.constantFrom(...inputs);
const statementsOf = (policy: Json): readonly Json[] =>
  [policy["Statement"]].flat().filter((item): item is Json => typeof item === "object");
const aStatement = fc
  .constantFrom(...inputs)
  .map((input) => statementsOf(input.resourcePolicy ?? {}).at(0))
  .filter((statement) => statement !== undefined);

const verdict = (input: unknown) => {
  const decided = decideCase(input);
  return decided.ok ? decided.value.decision : decided.message;
};

/** Applies a change to every policy of a case. */
function withPolicies(input: Input, change: (policy: Json) => Json): Input {
  const { resourcePolicy } = input;
  return {
    ...input,
    identityPolicies: input.identityPolicies.map(({ name, policy }) => ({
      name,
      policy: change(policy),
    })),
    ...(resourcePolicy === undefined ? {} : { resourcePolicy: change(resourcePolicy) }),
  };
}

const adding = (input: Input, statement: Json, effect: "Allow" | "Deny"): Input => {
  const policy = input.resourcePolicy ?? { Version: "2012-10-17", Statement: [] };
  const Statement = [...statementsOf(policy), { ...statement, Effect: effect }];
  return { ...input, resourcePolicy: { ...policy, Statement } };
};

function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  return items
    .map((item, index) => ({ item, order: Math.imul(index + 1, seed | 1) % 1009 }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ item }) => item);
}

describe("properties of the evaluator", () => {
  it("never allows because a Deny was added", () => {
    fc.assert(
      fc.property(anInput, aStatement, (input, statement) => {
        const after = verdict(adding(input, statement, "Deny"));
        if (verdict(input) !== "allowed") expect(after).not.toBe("allowed");
      }),
      { numRuns: 500 },
    );
  });

  it("never denies because an Allow was added", () => {
    fc.assert(
      fc.property(anInput, aStatement, (input, statement) => {
        const after = verdict(adding(input, statement, "Allow"));
        if (verdict(input) === "allowed") expect(after).toBe("allowed");
      }),
      { numRuns: 500 },
    );
  });

  it("decides the same in any order of statements", () => {
    fc.assert(
      fc.property(anInput, fc.integer(), (input, seed) => {
        const mixed = withPolicies(input, (policy) => ({
          ...policy,
          Statement: shuffled(statementsOf(policy), seed),
        }));
        expect(verdict(mixed)).toBe(verdict(input));
      }),
      { numRuns: 500 },
    );
  });

  it("decides the same however the JSON is laid out", () => {
    fc.assert(
      fc.property(anInput, fc.integer({ min: 0, max: 8 }), (input, indent) => {
        const { identityPolicies, resourcePolicy, ...rest } = input;
        const asText = (policy: Json) =>
          JSON.stringify(Object.fromEntries(Object.entries(policy).toReversed()), null, indent);
        const policies = (read: (policy: Json) => unknown): Policies => ({
          identity: identityPolicies.map(({ name, policy }) => ({
            document: name,
            policy: read(policy),
          })),
          ...(resourcePolicy && {
            resource: { document: "resource", policy: read(resourcePolicy) },
          }),
        });
        const decide = (read: (policy: Json) => unknown) => evaluate(rest, policies(read)).decision;
        expect(decide(asText)).toBe(decide((policy) => policy));
      }),
      { numRuns: 500 },
    );
  });

  it("reads a single text as a list of one, and a list of one as a single text", () => {
    const LISTS = ["Action", "NotAction", "Resource", "NotResource", "Statement"];
    const inList = (value: unknown) => (Array.isArray(value) ? value : [value]);
    const outOfList = (value: unknown) =>
      Array.isArray(value) && value.length === 1 ? value[0] : value;
    const rewritten = (change: (value: unknown) => unknown) => (policy: Json) => ({
      ...policy,
      Statement: statementsOf(policy).map((statement) =>
        Object.fromEntries(
          Object.entries(statement).map(([element, value]) => [
            element,
            LISTS.includes(element) ? change(value) : value,
          ]),
        ),
      ),
    });
    for (const input of inputs) {
      expect(verdict(withPolicies(input, rewritten(inList)))).toBe(verdict(input));
      expect(verdict(withPolicies(input, rewritten(outOfList)))).toBe(verdict(input));
    }
  });

  it("never throws, whatever stands where a policy should", () => {
    const anything = fc.oneof(fc.jsonValue(), fc.anything({ maxDepth: 2 }));
    const statement = fc.record(
      {
        Effect: fc.oneof(fc.constantFrom("Allow", "Deny"), fc.jsonValue()),
        Principal: fc.oneof(fc.constant("*"), fc.record({ AWS: fc.jsonValue() }), fc.jsonValue()),
        NotPrincipal: fc.jsonValue(),
        Action: fc.oneof(fc.constantFrom("s3:*", "*"), fc.jsonValue()),
        Resource: fc.oneof(fc.constant("*"), fc.string(), fc.jsonValue()),
        Condition: fc.oneof(
          fc.dictionary(
            fc.constantFrom("StringLike", "IpAddress", "DateLessThan", "Null", "Bool", "ArnLike"),
            fc.dictionary(fc.constantFrom("aws:SourceIp", "s3:prefix"), fc.jsonValue()),
          ),
          fc.jsonValue(),
        ),
      },
      { requiredKeys: [] },
    );
    const aPolicy = fc.oneof(
      anything,
      fc.string(),
      fc.record({ Version: fc.constant("2012-10-17"), Statement: fc.array(statement) }),
    );
    fc.assert(
      fc.property(anInput, aPolicy, aPolicy, (input, policy, resource) => {
        const asked = { ...input, context: { ...input.context, "aws:SourceIp": "1.2.3.4" } };
        const decided = evaluate(asked, {
          identity: [{ document: "hostile", policy }],
          resource: { document: "hostile", policy: resource },
        });
        expect(["allowed", "explicitDeny", "implicitDeny"]).toContain(decided.decision);
        expect(() => decideCase(policy)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
