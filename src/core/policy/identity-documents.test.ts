import fc from "fast-check";
import { expect, it } from "vitest";
import type { Attachment } from "./document.ts";
import { identityDocuments } from "./identity-documents.ts";
import { policyCharacters } from "./size.ts";
import type { NamedStatement } from "./statements.ts";

const ROLE: Attachment = { kind: "role", arn: "arn:aws:iam::444455556666:role/analytics-app" };
const USER: Attachment = { kind: "user", arn: "arn:aws:iam::444455556666:user/alice" };
const SET: Attachment = { kind: "permission-set", name: "Analyst" };

function made(statements: readonly NamedStatement[], attachedTo: readonly Attachment[]) {
  return identityDocuments({
    id: "identity-policy",
    side: "consumer",
    first: 3,
    title: "Identity policy",
    summary: "One.",
    statements,
    attachedTo,
  });
}

function reads(count: number): NamedStatement {
  return {
    name: "Read Prefixes",
    statement: {
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: Array.from({ length: count }, (_item, index) => `arn:aws:s3:::acme/${index}/*`),
    },
  };
}

const DENY: NamedStatement = {
  name: "Deny Insecure Transport",
  statement: {
    Effect: "Deny",
    Action: "s3:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
};

it.each([
  ["a role", [ROLE], 300, "inline"],
  ["a user", [USER], 20, "inline"],
  ["a user beyond 2,048 characters", [USER], 120, "managed"],
  ["a role and such a user", [ROLE, USER], 120, "managed"],
  ["a permission set", [SET], 1, "managed"],
  ["a role and a permission set", [ROLE, SET], 1, "managed"],
] as const)("goes to %s as it can be put there", (_whom, attachedTo, count, delivery) => {
  const documents = made([reads(count)], attachedTo);
  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject({
    id: "identity-policy",
    fileName: "03-identity-policy.json",
    delivery,
  });
});

it("is split into numbered managed policies, denies first", () => {
  const documents = made([reads(600), DENY], [ROLE]);
  expect(documents.map(({ id, fileName, title }) => [id, fileName, title])).toEqual([
    ["identity-policy-1", "03-identity-policy-1.json", "Identity policy 1 of 4"],
    ["identity-policy-2", "04-identity-policy-2.json", "Identity policy 2 of 4"],
    ["identity-policy-3", "05-identity-policy-3.json", "Identity policy 3 of 4"],
    ["identity-policy-4", "06-identity-policy-4.json", "Identity policy 4 of 4"],
  ]);
  expect(documents[0]?.policy.Statement[0]?.Effect).toBe("Deny");
});

it("says the same in parts that each fit", () => {
  const prefixes = (count: number): NamedStatement => ({
    name: "List Prefixes",
    statement: {
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: "arn:aws:s3:::acme",
      Condition: {
        StringLike: {
          "s3:prefix": Array.from({ length: count }, (_item, index) => `some/prefix/${index}/*`),
        },
        StringEquals: { "aws:ResourceAccount": "111122223333" },
      },
    },
  });
  const statements = fc.array(
    fc.nat({ max: 900 }).chain((count) => fc.constantFrom(reads(count + 1), prefixes(count + 1))),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(statements, (all) => {
      const documents = made(all, [SET]);
      const atoms = (statement: NamedStatement["statement"]) =>
        [statement.Resource ?? []]
          .flat()
          .flatMap((resource) =>
            [statement.Condition?.["StringLike"]?.["s3:prefix"] ?? ""]
              .flat()
              .map((prefix) => `${resource} ${prefix} ${JSON.stringify(statement.Action)}`),
          );
      const parts = documents.flatMap(({ policy }) => policy.Statement);
      expect(new Set(parts.flatMap(atoms))).toEqual(
        new Set(all.flatMap(({ statement }) => atoms(statement))),
      );
      for (const { policy } of documents) {
        expect(policyCharacters(policy)).toBeLessThanOrEqual(6_144);
        const sids = policy.Statement.map(({ Sid }) => Sid);
        expect(new Set(sids).size).toBe(sids.length);
      }
    }),
    { numRuns: 50 },
  );
}, 60_000);

it("leaves a statement alone that cannot be taken apart", () => {
  const huge: NamedStatement = {
    name: "Huge",
    statement: { Effect: "Allow", Action: ["s3:GetObject"], Resource: "x".repeat(7_000) },
  };
  expect(made([huge], [SET])[0]?.policy.Statement).toHaveLength(1);
});

it("makes no document of nothing", () => {
  expect(made([], [ROLE])).toEqual([]);
});
