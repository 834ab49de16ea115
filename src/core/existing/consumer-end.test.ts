import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { ROLE_ARN } from "#core/parameters/running-example.ts";
import { commandText } from "#core/render/command-text.ts";
import { runningExample } from "#core/render/testing/sharing.ts";
import { consumerEnds } from "./consumer-end.ts";

const lines = (principal: string, ended: Parameters<typeof consumerEnds>[1]) =>
  consumerEnds([principal], ended).flatMap(({ commands }) =>
    commands.map(({ command }) => commandText(command, "bash").replace(/\s*\\\n\s*/g, " ")),
  );

it("guesses the name that the methods give, and says that it is a guess", () => {
  const given = { "bucket-policy": "acme-share-data", "assume-role": "AcmeShareReader" } as const;
  for (const [id, name] of Object.entries(given)) {
    const kind = id === "assume-role" ? "trust-policy" : "bucket-policy";
    const [end] = consumerEnds([ROLE_ARN], { kind, name, isOurs: true });
    const operations = METHODS.find((method) => method.id === id)
      ?.prepare(runningExample(id))
      .plan.steps.flatMap((step) => step.operations);
    const put = operations?.find(
      (one) => one.kind === "put-role-policy" && one.roleName === "analytics-app",
    );
    expect(put).toMatchObject({ policyName: end?.policyName });
    expect(end?.said).toMatch(/is guessed: S3 Handshake gives that name where none was chosen/);
  }
});

it("looks before it deletes, for a role and for a user", () => {
  const ended = { kind: "bucket-policy", name: "acme-share-data", isOurs: true };
  expect(lines(ROLE_ARN, ended)).toEqual([
    expect.stringMatching(/^aws iam list-role-policies --role-name analytics-app/),
    expect.stringMatching(
      /^aws iam get-role-policy --role-name analytics-app --policy-name XacctAcmeShareData/,
    ),
    "aws iam delete-role-policy --role-name analytics-app --policy-name XacctAcmeShareData",
    expect.stringMatching(/^aws iam list-attached-role-policies --role-name analytics-app/),
    "aws iam detach-role-policy --role-name analytics-app --policy-arn arn:aws:iam::444455556666:policy/XacctAcmeShareData",
    "aws iam delete-policy --policy-arn arn:aws:iam::444455556666:policy/XacctAcmeShareData",
  ]);
  expect(lines("arn:aws:iam::444455556666:user/team/alice", ended)[2]).toBe(
    "aws iam delete-user-policy --user-name alice --policy-name XacctAcmeShareData",
  );
});

it("names no policy where account A's does not tell it, and none of a role that AWS made", () => {
  for (const ended of [
    { kind: "bucket-policy", name: "acme-share-data", isOurs: false },
    { kind: "key-policy", name: "any", isOurs: true },
  ]) {
    const [end] = consumerEnds([ROLE_ARN], ended);
    expect(end).toMatchObject({ policyName: "POLICY_NAME", isGuessed: false });
    expect(end?.said).toMatch(/in the place of POLICY_NAME/);
  }
  const reserved =
    "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Analyst_0123456789abcdef";
  const [end] = consumerEnds([reserved], { kind: "bucket-policy", name: "b", isOurs: true });
  expect(end?.commands).toEqual([]);
  expect(end?.said).toMatch(/permission set/);
});

it("takes the path of an attached policy from what was printed, and says so", () => {
  const detach = (isOurs: boolean) => {
    const ended = { kind: "bucket-policy", name: "acme-share-data", isOurs };
    const [end] = consumerEnds([ROLE_ARN], ended);
    return end?.commands[4];
  };
  expect(detach(true)?.title).toMatch(
    /the ARN that was printed, which has the policy's path; here the path is \//,
  );
  expect(detach(false)?.title).toMatch(/with its ARN in the place of POLICY_ARN/);
  expect(detach(false)?.command.options).toContainEqual({
    name: "--policy-arn",
    value: { kind: "text", text: "POLICY_ARN" },
  });
});

it("asks for the roles of an account that asked S3 Access Grants", () => {
  const ended = { kind: "instance-policy", name: "i", isOurs: true };
  const [end] = consumerEnds(["arn:aws:iam::444455556666:root"], ended);
  expect(end?.principal).toBe("arn:aws:iam::444455556666:root");
  expect(end?.said).toMatch(/put each in the place of ROLE_NAME/);
  expect(lines("arn:aws:iam::444455556666:root", ended)[2]).toBe(
    "aws iam delete-role-policy --role-name ROLE_NAME --policy-name XacctAccessGrants",
  );
  const operations = METHODS.find(({ id }) => id === "access-grants")
    ?.prepare(runningExample("access-grants"))
    .plan.steps.flatMap((step) => step.operations);
  expect(operations).toContainEqual(
    expect.objectContaining({ kind: "put-role-policy", policyName: end?.policyName }),
  );
});
