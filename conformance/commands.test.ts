import { describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { judgedByCli } from "./cli-parser.ts";
import { count } from "./figures.ts";
import { type WrittenCommand, writtenCommands } from "./written-commands.ts";

describe.concurrent.each(METHODS)("commands of $id", ({ id }) => {
  it("are taken by the AWS CLI and by its service models", async ({ expect }) => {
    const cases = CASES.filter(({ prepared }) => prepared.method.id === id);
    const commands = cases.flatMap(({ prepared }) => writtenCommands(prepared));
    const distinct = new Map(
      commands.map((one) => [JSON.stringify(one.argv.map(withoutFolder)), one]),
    );
    const judged = await judgedByCli([...distinct.values()]);
    const wrong = judged.flatMap(({ command, problem }) =>
      problem === null ? [] : [`${command.where}: aws ${command.argv.join(" ")}: ${problem}`],
    );
    expect(wrong).toEqual([]);
    expect(new Set(judged.map(({ operation }) => operation)).size).toBeGreaterThan(8);
    const places = new Set(commands.map(({ where }) => where));
    for (const place of ["screen", "account-a/apply.sh", "account-a/undo.sh"])
      expect(places).toContain(place);
    count("commands", id, commands.length);
    count("distinct commands", id, judged.length);
  });
});

describe("the judgement", () => {
  const cwd = process.cwd();
  const wrong: readonly (readonly string[])[] = [
    ["s3api", "get-bucket-policy", "--bucket", "a", "--owner", "1"],
    ["s3api", "get-bucket-policy"],
    ["s3api", "get-bucket-polcy", "--bucket", "a"],
    ["s3api", "get-bucket-policy", "--bucket", "a", "--query", "Polcy"],
    ["iam", "update-access-key", "--access-key-id", "AKIAIOSFODNN7EXAMPLE", "--status", "Off"],
    ["iam", "create-role", "--role-name", "a b", "--assume-role-policy-document", "{}"],
    ["iam", "create-user", "--user-name", "ab", "--tags", '[{"Key":"a"}]'],
    ["kms", "put-key-policy", "--key-id", "a", "--policy", "file://not-there.json"],
  ];

  it.each(wrong)("refuses aws %s %s %s %s %s", async (...argv) => {
    const asked: WrittenCommand = { where: "test", cwd, argv: argv.filter(Boolean) };
    const [judged] = await judgedByCli([asked]);
    expect(judged?.problem).toEqual(expect.any(String));
  });
});

/** The same command of the same case in another folder is no other command. */
function withoutFolder(word: string): string {
  return word.replace(/^file:\/\/\/.*\/(?=[^/]+$)/, "file://");
}
