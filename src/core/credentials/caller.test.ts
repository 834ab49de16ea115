import { describe, expect, it } from "vitest";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { callerOf } from "./caller.ts";
import { fillAssignments, matchCaller } from "./caller-fill.ts";

const A = "111122223333";
const B = "444455556666";
const SESSION = `arn:aws:sts::${B}:assumed-role/analytics-app/nightly`;
const ROLE = `arn:aws:iam::${B}:role/analytics-app`;

function caller(account: string, arn: string) {
  const outcome = callerOf(account, arn);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

describe("who calls", () => {
  it("names the role of a session, and says that the path is lost", () => {
    expect(caller(B, SESSION)).toMatchObject({
      account: B,
      partition: "aws",
      principal: ROLE,
      said: [expect.stringContaining("does not contain the role's path"), expect.anything()],
    });
  });

  it("names a user as it is", () => {
    const arn = `arn:aws-cn:iam::${B}:user/people/alice`;
    expect(caller(B, arn)).toEqual({
      account: B,
      partition: "aws-cn",
      arn,
      principal: arn,
      said: [],
    });
  });

  it("names the permission set of an Identity Center role", () => {
    const arn = `arn:aws:sts::${B}:assumed-role/AWSReservedSSO_Analyst_0123456789abcdef/alice@example.com`;
    expect(caller(B, arn)).toMatchObject({
      principal: `arn:aws:iam::${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_????????????????`,
      said: [expect.stringContaining("permission set Analyst")],
    });
  });

  it.each([
    [`arn:aws:iam::${B}:root`, "root user's credentials"],
    [`arn:aws:sts::${B}:federated-user/alice`, "cannot name this caller"],
  ])("offers no principal for %s", (arn, said) => {
    expect(caller(B, arn)).toMatchObject({
      principal: undefined,
      said: [expect.stringContaining(said)],
    });
  });

  it.each([
    ["44445555666", SESSION],
    [A, SESSION],
    [B, "arn:aws-iso:iam::444455556666:user/a"],
    [B, "<script>"],
    ["", ""],
  ])("does not take %s with %s for an answer of STS", (account, arn) => {
    expect(callerOf(account, arn)).toMatchObject({
      ok: false,
      message: expect.stringContaining("run aws sts get-caller-identity"),
    });
  });
});

const empty = exampleDraft("m", {
  owner: { account: "", region: "" },
  consumer: { account: "", principals: [""] },
});

describe("what is filled in", () => {
  it("fills account and principal of B where nothing is", () => {
    const match = matchCaller(caller(B, SESSION), "consumer", empty);
    if (match.kind !== "fits") throw new Error(match.message);
    expect(match.fill).toEqual({
      account: { label: "Account ID of account B", value: B, change: "fill" },
      partition: { label: "Partition", value: "aws", change: "told" },
      principal: { label: "Principal", value: ROLE, change: "fill" },
    });
    expect(fillAssignments(match.fill, "consumer", empty, true)).toEqual([
      { id: "consumer.account", value: B },
      { id: "consumer.principals", value: [ROLE] },
    ]);
    expect(fillAssignments(match.fill, "consumer", empty, false)).toEqual([
      { id: "consumer.account", value: B },
    ]);
  });

  it("fills no principal at account A", () => {
    const match = matchCaller(caller(A, `arn:aws:iam::${A}:user/admin`), "owner", empty);
    expect(match).toEqual({
      kind: "fits",
      fill: {
        account: { label: "Account ID of account A", value: A, change: "fill" },
        partition: { label: "Partition", value: "aws", change: "told" },
      },
    });
  });

  it("changes nothing that is right already, however it is written", () => {
    const draft = exampleDraft("m", {
      consumer: { account: "4444-5555-6666", principals: [ROLE] },
    });
    const match = matchCaller(caller(B, SESSION), "consumer", draft);
    if (match.kind !== "fits") throw new Error(match.message);
    expect([match.fill.account.change, match.fill.principal?.change]).toEqual(["none", "none"]);
    expect(fillAssignments(match.fill, "consumer", draft, true)).toEqual([]);
  });

  it("adds to the principals that are there, and says what an account ID replaces", () => {
    const third = "777788889999";
    const draft = exampleDraft("m");
    const match = matchCaller(caller(third, `arn:aws:iam::${third}:user/x`), "consumer", draft);
    if (match.kind !== "fits") throw new Error(match.message);
    expect(match.fill.account).toMatchObject({ change: "replace", before: B });
    expect(match.fill.principal?.change).toBe("add");
    expect(fillAssignments(match.fill, "consumer", draft, true)).toContainEqual({
      id: "consumer.principals",
      value: [ROLE, `arn:aws:iam::${third}:user/x`],
    });
  });

  it("asks for no principal where the sharing has none", () => {
    const { principals: _, ...consumer } = empty.consumer;
    const match = matchCaller(caller(B, SESSION), "consumer", { ...empty, consumer });
    expect(match.kind === "fits" && match.fill.principal).toBeUndefined();
  });
});

describe("whose credentials they are", () => {
  it("tells the other account's", () => {
    expect(matchCaller(caller(B, SESSION), "owner", exampleDraft("m"))).toMatchObject({
      message: expect.stringContaining(`These are account B's credentials: ${B}`),
    });
    const admin = caller(A, `arn:aws:iam::${A}:user/admin`);
    expect(matchCaller(admin, "consumer", exampleDraft("m"))).toMatchObject({
      message: expect.stringContaining(`These are account A's credentials: ${A}`),
    });
  });

  it("tells another partition", () => {
    const china = caller(B, `arn:aws-cn:iam::${B}:user/alice`);
    expect(matchCaller(china, "consumer", exampleDraft("m"))).toMatchObject({
      message: expect.stringContaining("partition aws-cn, and eu-west-1 is in aws"),
    });
  });
});
