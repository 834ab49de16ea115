import { describe, expect, it } from "vitest";
import type { Prepared } from "#core/methods/method.ts";
import { ACCOUNT_B, exampleDraft, ROLE_ARN } from "#core/parameters/running-example.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import { type Cell, proofMatrix } from "#core/proof/matrix.ts";
import { preparedCases } from "#core/proof/testing/method-cases.ts";
import { changes } from "#core/proof/what-if.ts";

const CASES = await preparedCases();

function caseOf(method: string, name: string): Prepared {
  const found = CASES.find((each) => each.method === method && each.name === name)?.prepared;
  if (found === undefined) throw new Error(`${method} has no ${name}`);
  return found;
}

function cellOf(method: string, row: string, ...surroundings: readonly Surrounding[]) {
  const prepared = caseOf(method, "running-example");
  const documents = effectiveDocuments(prepared.documents, new Map());
  const { sections, problems } = proofMatrix({ ...prepared, documents, surroundings });
  const cells = sections.flatMap(({ rows }) => rows.filter(({ id }) => id === row));
  const cell: Cell | undefined = cells[0]?.cells[0];
  return { cell, problems };
}

const READ = "read:acme-share-data/reports/";
const text = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const allowAll = text({ Effect: "Allow", Action: "*", Resource: "*" });
const denyKeys = text({ Effect: "Deny", Action: "kms:*", Resource: "*" });
const listOnly = text({ Effect: "Allow", Action: "s3:List*", Resource: "*" });

describe("what stands around the documents", () => {
  it("lets a service control policy of account B take away what the documents grant", () => {
    const scp = { name: "scp", kind: "service control policy", side: "consumer" } as const;
    const before = cellOf("bucket-policy", READ).cell;
    const silent = cellOf("bucket-policy", READ, { ...scp, text: listOnly }).cell;
    const open = cellOf("bucket-policy", READ, { ...scp, text: allowAll }).cell;
    expect(before?.decision).toBe("allowed");
    expect(open?.decision).toBe("allowed");
    expect(silent?.decision).toBe("implicitDeny");
    expect(silent?.missing().map(({ message }) => message)).toEqual([
      "Account B's service control policy does not allow s3:GetObject on this object.",
    ]);
  });

  it("takes a service control policy that only denies to stand beside FullAWSAccess", () => {
    const scp = { kind: "service control policy", side: "consumer" } as const;
    const keys = { ...scp, name: "keys", text: denyKeys };
    const { cell } = cellOf("bucket-policy", READ, keys);
    expect(cell?.decision).toBe("explicitDeny");
    expect(cell?.decidedBy.map(({ document }) => document)).toEqual(["keys"]);
  });

  it("lets a service control policy of account A bind the role, not account B's principals", () => {
    const scp = { name: "scp", kind: "service control policy", side: "owner" } as const;
    expect(cellOf("assume-role", READ, { ...scp, text: listOnly }).cell?.ok).toBe(false);
    expect(cellOf("assume-role", "assume", { ...scp, text: listOnly }).cell?.ok).toBe(true);
    expect(cellOf("bucket-policy", READ, { ...scp, text: listOnly }).cell?.ok).toBe(true);
  });

  it("caps the principals by a permissions boundary", () => {
    const boundary = { name: "boundary", kind: "permissions boundary", side: "consumer" } as const;
    const { cell } = cellOf("bucket-policy", READ, { ...boundary, text: listOnly });
    expect(cell?.missing().map(({ policyType }) => policyType)).toContain("permissions boundary");
  });

  it("adds the statements that the bucket's policy has besides", () => {
    const statement = { Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource: "*" };
    const besides = { name: "old", kind: "bucket policy", bucket: "acme-share-data" } as const;
    const { cell } = cellOf("bucket-policy", READ, { ...besides, text: text(statement) });
    expect(cell?.decision).toBe("explicitDeny");
    expect(cell?.decidedBy.map(({ document }) => document)).toEqual(["old"]);
  });

  it("tells what of it AWS would refuse", () => {
    const rcp = { name: "rcp", kind: "resource control policy", text: allowAll } as const;
    expect(cellOf("bucket-policy", READ, rcp).problems).toEqual([
      { document: "rcp", statementIndex: 0, message: "Add Principal." },
    ]);
  });
});

describe("what another policy changes", () => {
  const scp = (statement: object): Surrounding => ({
    name: "scp",
    kind: "service control policy",
    side: "consumer",
    text: text(statement),
  });
  const changesOf = (prepared: Prepared, ...surroundings: readonly Surrounding[]) => {
    const documents = effectiveDocuments(prepared.documents, new Map());
    const before = proofMatrix({ ...prepared, documents });
    return changes(before, proofMatrix({ ...prepared, documents, surroundings })).map(
      ({ row, before: was, after }) =>
        `${row.id}, ${after.actor.label}: ${was} → ${after.decision}`,
    );
  };
  const changed = (method: string, name: string, ...surroundings: readonly Surrounding[]) =>
    changesOf(caseOf(method, name), ...surroundings);

  it("is told answer by answer, and nothing else is", () => {
    const denyReading = scp({ Effect: "Deny", Action: "s3:GetObject", Resource: "*" });
    expect(changed("bucket-policy", "running-example", denyReading)).toEqual([
      `${READ}, role analytics-app: allowed → explicitDeny`,
    ]);
    const denyOther = scp({ Effect: "Deny", Action: "ec2:*", Resource: "*" });
    expect(changed("bucket-policy", "running-example", denyOther)).toEqual([]);
  });

  it("adds what an identity policy allows besides", () => {
    const more: Surrounding = {
      name: "more",
      kind: "identity policy",
      side: "consumer",
      text: text({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
    };
    const told = changed("bucket-policy", "running-example", more);
    expect(told).toContain(
      "other-bucket:acme-share-data, role analytics-app: implicitDeny → allowed",
    );
  });

  it("tells principals apart that only the other policy tells apart", () => {
    const denySecond = scp({
      Effect: "Deny",
      Action: "s3:GetObject",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT_B}:role/nightly` } },
    });
    const { method } = caseOf("bucket-policy", "running-example");
    const twoRoles = method.prepare(
      exampleDraft(method.id, {
        consumer: { principals: [ROLE_ARN, `arn:aws:iam::${ACCOUNT_B}:role/nightly`] },
      }),
    );
    // One column for both while nothing tells them apart: the first answers for the second.
    expect(changesOf(twoRoles, denySecond)).toEqual([
      `${READ}, role nightly: allowed → explicitDeny`,
    ]);
  });
});
