import { describe, expect, it } from "vitest";
import { evaluate } from "#core/proof/evaluate.ts";
import { compilePolicies } from "#core/proof/policies.ts";
import { keyActions } from "#core/proof/s3-request.ts";
import { decide, getReport, input, M1, request } from "#core/proof/testing/sharing.ts";
import { globMatches, globTest, pushAnyRun, pushText } from "#core/proof/wildcard.ts";

const MEBIBYTE = 1024 * 1024;

function globOf(text: string): number[] {
  const glob: number[] = [];
  for (const part of text.split("*")) {
    if (glob.length > 0 || text.startsWith("*")) pushAnyRun(glob);
    pushText(glob, part);
  }
  return glob;
}

describe("hostile policies", () => {
  it("decides a pattern of nothing but stars without trying every split", () => {
    const glob = globOf(`${"*a".repeat(500)}*b`);
    expect(globMatches(glob, "a".repeat(1000))).toBe(false);
    expect(globTest(glob)(`${"a".repeat(999)}b`)).toBe(true);
  });

  it("refuses a pattern longer than the text at once", () => {
    expect(globMatches(globOf("*a".repeat(MEBIBYTE)), "a".repeat(1000))).toBe(false);
  });

  it("reads a document of one mebibyte", () => {
    const count = Math.floor(MEBIBYTE / 60);
    const resources = Array.from(
      { length: count },
      (_, index) => `arn:aws:s3:::acme-${index}/*a*b*c*d*e*f`,
    );
    const statement = { Effect: "Allow", Action: "s3:*", Resource: resources };
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    const decided = evaluate(getReport, { ...M1, identity: [{ document: "large", policy }] });
    expect(policy.length).toBeLessThan(1_050_000);
    expect(decided.decision).toBe("implicitDeny");
  });

  it.each([
    [
      "no JSON",
      "{",
      "The document is not JSON. Line 1, column 2: a name in double quotes is expected here.",
    ],
    ["a text longer than any policy", `"${"a".repeat(1_100_000)}"`, "The document is not JSON."],
    [
      "deep nesting",
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      "A policy must be a JSON object.",
    ],
    ["a list", [], "A policy must be a JSON object."],
    ["nothing in it", {}, "Add Statement."],
  ])("takes %s for a problem of the document", (_name, policy, message) => {
    const compiled = compilePolicies({ identity: [{ document: "b-policy", policy }] });
    expect(compiled.identity).toEqual([]);
    expect(compiled.problems).toEqual([{ document: "b-policy", message }]);
  });

  const good = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
  it.each([
    ["a text", "Allow", "A statement must be an object."],
    ["an unknown effect", { ...good, Effect: "allow" }, 'Effect must be "Allow" or "Deny".'],
    ["no action", { Effect: "Allow", Resource: "*" }, "Add Action or NotAction."],
    ["a number as action", { ...good, Action: 1 }, "Action must be a text or a list of texts."],
    ["both actions", { ...good, NotAction: "s3:*" }, "Use Action or NotAction, not both."],
    ["no resource", { Effect: "Allow", Action: "s3:*" }, "Add Resource or NotResource."],
    [
      "a principal",
      { ...good, Principal: "*" },
      "A policy of a principal has no Principal element.",
    ],
    [
      "a list of conditions",
      { ...good, Condition: [] },
      "Condition must be an object of operators.",
    ],
    [
      "an unknown operator",
      { ...good, Condition: { StringIs: { a: "b" } } },
      '"StringIs" is not a condition operator.',
    ],
    [
      "IfExists on Null",
      { ...good, Condition: { NullIfExists: { a: "true" } } },
      '"NullIfExists" is not a condition operator.',
    ],
    [
      "an operator of texts",
      { ...good, Condition: { Bool: "true" } },
      "Condition Bool must be an object of keys.",
    ],
    [
      "an object as value",
      { ...good, Condition: { Bool: { a: {} } } },
      "The values of a must be texts, numbers or booleans.",
    ],
    [
      "the name of an object's member",
      { ...good, Condition: { constructor: { a: "b" } } },
      '"constructor" is not a condition operator.',
    ],
  ])(
    "takes a statement with %s for a problem and lets it count for nothing",
    (_name, statement, message) => {
      const policy = { Version: "2012-10-17", Statement: [statement, good] };
      const compiled = compilePolicies({ identity: [{ document: "b-policy", policy }] });
      expect(compiled.problems).toEqual([{ document: "b-policy", statementIndex: 0, message }]);
      expect(compiled.identity).toHaveLength(1);
    },
  );

  it("compares the longest key with a pattern full of wildcards", () => {
    const key = "a".repeat(1024);
    const statement = {
      Effect: "Allow",
      Action: "s3:*",
      Resource: `arn:aws:s3:::*/${"*a?".repeat(300)}`,
    };
    const asked = request("s3:GetObject", key);
    expect(evaluate(asked, { identity: [input("b-policy", statement)] }).decision).toBe(
      "implicitDeny",
    );
  });

  it.each(["constructor", "hasOwnProperty", "__proto__", "toString"])(
    "takes a variable named %s for one without a value",
    (name) => {
      const resource = `arn:aws:s3:::*\${${name}}*`;
      const statement = { Effect: "Allow", Action: "s3:*", Resource: resource };
      expect(decide(getReport, { ...M1, identity: [input("b-policy", statement)] })).toBe(
        "implicitDeny",
      );
    },
  );

  it("knows of no key that an action named like an object's member would need", () => {
    expect(keyActions("constructor", false)).toEqual([]);
  });
});
