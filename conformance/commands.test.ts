import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Prepared } from "#core/methods/method.ts";
import { bundle } from "#core/render/bundle.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { judgedByCli } from "./cli-parser.ts";
import { count } from "./figures.ts";
import { ANY_FILE, powershellCalls } from "./powershell-commands.ts";
import { LINK } from "./shared-bundle.ts";
import { type WrittenCommand, writtenCommands } from "./written-commands.ts";

interface Written {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly commands: readonly WrittenCommand[];
}

function filesOf(prepared: Prepared): ReadonlyMap<string, string> {
  const made = bundle(prepared, { link: LINK, edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  return made.value.files;
}

describe.each(METHODS)("commands of $id", ({ id }) => {
  const cases = CASES.filter(({ prepared }) => prepared.method.id === id);
  const written = cases.map(({ name, prepared }): Written => {
    const files = filesOf(prepared);
    return { name, files, commands: writtenCommands(prepared, files) };
  });
  const commands = written.flatMap((one) => one.commands);

  it.concurrent("are taken by the AWS CLI and by its service models", async ({ expect }) => {
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

  it("are, word for word, the same in PowerShell's scripts", () => {
    for (const { name, files, commands } of written) {
      for (const [path, text] of files) {
        if (!path.endsWith(".ps1")) continue;
        const inBash = commands
          .filter(({ where }) => where === path.replace(/ps1$/, "sh"))
          .map(({ argv }) => asWords(argv.map(fileNamed)));
        const calls = powershellCalls(text).map(asWords);
        const [ours, theirs] = [calls.toSorted(byWords), inBash.toSorted(byWords)];
        expect(ours, `${name}: ${path}`).toEqual(
          theirs.map((argv, index) => withFilesOf(ours[index] ?? [], argv)),
        );
        count("PowerShell calls", id, calls.length);
      }
    }
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

  it("refuses what AWS would", async () => {
    const judged = await judgedByCli(wrong.map((argv) => ({ where: "test", cwd, argv })));
    const taken = judged.filter(({ problem }) => problem === null);
    expect(taken.map(({ command }) => command.argv.join(" "))).toEqual([]);
    expect(judged).toHaveLength(wrong.length);
  });
});

/** The same command of the same case in another folder is no other command. */
function withoutFolder(word: string): string {
  return word.replace(/^file:\/\/\/.*\/(?=[^/]+$)/, "file://");
}

/** A file that the script makes stands for its text, or for itself where the text comes later. */
function fileNamed(word: string): string {
  if (/^file:\/\/.*\/kept\/text-\d+$/.test(word))
    return readFileSync(word.slice("file://".length), "utf8");
  return word.replace(/^(file:\/\/)?\/.*\/kept\/[^/]+$/, `$1${ANY_FILE}`);
}

/** `--name=value` and `--name value` are one. */
function asWords(argv: readonly string[]): readonly string[] {
  return argv.flatMap((word) => {
    const [, option, value] = /^(--[a-z0-9-]+)=(.*)$/s.exec(word) ?? [];
    return option === undefined || value === undefined ? [word] : [option, value];
  });
}

function byWords(one: readonly string[], other: readonly string[]): number {
  const text = (argv: readonly string[]) =>
    argv.filter((word) => !NAMES_FILE.test(word)).join("\n");
  return text(one) < text(other) ? -1 : 1;
}

const NAMES_FILE = /^file:\/\/|^<file>$|^[\w-]+\.json$/;

/**
 * Where one script has its file in a variable, any file of the other's is the same; PowerShell's
 * scripts read an object into their own folder, bash's into one that they make.
 */
function withFilesOf(ours: readonly string[], argv: readonly string[]): readonly string[] {
  return argv.map((word, index) => {
    const our = ours[index] ?? "";
    const isOpen = our.endsWith(ANY_FILE) || word === ANY_FILE;
    return isOpen && NAMES_FILE.test(our) && NAMES_FILE.test(word) ? our : word;
  });
}
