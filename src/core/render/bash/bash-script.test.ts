import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import { type Script, type ScriptKind, sideScript } from "#core/render/script.ts";
import { functionsOf } from "#core/render/script-options.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { openSharing } from "#core/render/testing/sharing.ts";
import { SIDES } from "#core/side.ts";
import { bashScript } from "./bash-script.ts";

const KINDS: readonly ScriptKind[] = ["apply", "undo", "verify"];
const LINK = "https://s3-handshake.example/#/bucket-policy/review?v=1&p='$(id)`id`\"";

const SCRIPTS: readonly Script[] = CASES.flatMap(({ prepared }) =>
  SIDES.flatMap((side) => KINDS.flatMap((kind) => sideScript(prepared, kind, side, LINK) ?? [])),
);

const TEXTS: readonly string[] = SCRIPTS.map(bashScript);

/** One script for each library that scripts are made with, and of those the longest. */
const DISTINCT: readonly string[] = [
  ...new Map(
    SCRIPTS.map((script, index) => ({ script, text: TEXTS[index] ?? "" }))
      .toSorted((one, other) => one.text.length - other.text.length)
      .map(({ script, text }) => [
        `${script.kind} ${functionsOf(script).toSorted().join(" ")}`,
        text,
      ]),
  ).values(),
];

const folder = mkdtempSync(join(tmpdir(), "s3-handshake-scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(texts: readonly string[], name: string): readonly string[] {
  return texts.map((text, index) => {
    const path = join(folder, `${name}-${index}.sh`);
    writeFileSync(path, text);
    return path;
  });
}

function shellcheck(paths: readonly string[], more: readonly string[] = []): string {
  const { stdout, error } = spawnSync("shellcheck", ["--format=gcc", ...more, ...paths], {
    encoding: "utf8",
  });
  if (error !== undefined) {
    throw new Error(
      `shellcheck could not be run (${error.message}). npm test installs it; by hand: apt-get install shellcheck, brew install shellcheck.`,
    );
  }
  return stdout;
}

/** The script without its library, which is the same text everywhere: what differs from case to case. */
function withoutLibrary(text: string): string {
  const [head = "", rest = ""] = text.split(/^# ---- Library.*$/m);
  return head + rest.slice(rest.search(/^# ---- Start/m));
}

/** What a script does after its start, command by command; a function with its calls below it is two. */
function commandsOf(steps: string): readonly string[] {
  const commands: string[][] = [];
  for (const line of steps.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const last = commands.at(-1);
    const goesOn = /^(?:\s|\}|fi\b)/.test(line) || last?.at(-1)?.endsWith("\\");
    if (last === undefined || !goesOn) commands.push([line]);
    else last.push(line);
  }
  return commands.map((lines) => lines.join("\n"));
}

const upToNumbers = (text: string): string => text.replaceAll(/\d+/g, "0");

/** The script without the commands that were there before: shellcheck says the same about 150 prefixes as about one. */
function withoutRepeats(text: string, seen: Set<string>): string {
  const [start = "", ...steps] = text.split(/^(?=# ---- \[)/m);
  const fresh = [start, ...steps.flatMap(commandsOf)].filter((command) => {
    const form = upToNumbers(command);
    return !seen.has(form) && seen.add(form);
  });
  return fresh.join("\n");
}

describe("every script of every case", () => {
  it("is one of many", () => {
    expect(SCRIPTS.length).toBeGreaterThan(150);
    expect(DISTINCT.length).toBeGreaterThan(10);
  });

  it("is accepted by bash", () => {
    for (const path of saved(TEXTS, "case")) {
      expect(execFileSync("bash", ["-n", path], { encoding: "utf8" })).toBe("");
    }
  });

  it("has no finding of shellcheck in what is the case's own", () => {
    const seen = new Set<string>();
    const own = TEXTS.map((text) => withoutRepeats(withoutLibrary(text), seen));
    const fresh = own.filter((text) => text !== "");
    expect(fresh.length).toBeGreaterThan(50);
    // The library uses the variables and defines the functions; the first lines, which name the shell and what is meant, are in few.
    const found = shellcheck(saved(fresh, "own"), [
      "--shell=bash",
      "--exclude=SC2016,SC2034,SC2154,SC2317",
    ]);
    expect(found).toBe("");
  });

  it("has no finding of shellcheck together with its library", () => {
    const whole = DISTINCT.map((text) => withoutRepeats(text, new Set()));
    expect(shellcheck(saved(whole, "whole"))).toBe("");
  });

  it("uses nothing that bash 3.2 of macOS lacks", () => {
    const newer =
      /\b(?:mapfile|readarray|declare -A|local -n|coproc)\b|\$\{[A-Za-z_]+(?:,,?|\^\^?|@[A-Z])\}|&>>|\|&/;
    for (const text of DISTINCT) expect(newer.exec(text)?.[0]).toBeUndefined();
  });

  it("says in its head who runs it, what it does and what made it", () => {
    for (const [index, script] of SCRIPTS.entries()) {
      const head = TEXTS[index]?.split("set -euo pipefail")[0] ?? "";
      expect(head).toContain(`account ${script.context.accounts[script.side]}`);
      expect(head).toContain(LINK);
      for (const { title, number } of script.steps) expect(head).toContain(`[${number}] ${title}`);
      expect(head.split("\n").every((line) => line === "" || line.startsWith("#"))).toBe(true);
    }
  });
});

describe("a script without its tools", () => {
  const TOOLS = ["bash", "cat", "dirname", "mktemp", "rm", "sed", "env"];

  function pathWith(...more: readonly string[]): string {
    const bin = join(folder, `bin-${more.join("-")}`);
    mkdirSync(bin, { recursive: true });
    for (const tool of [...TOOLS, ...more]) {
      const found = execFileSync("bash", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim();
      symlinkSync(found, join(bin, tool));
    }
    return bin;
  }

  it("says how to get the AWS CLI", async () => {
    const world = openSharing(bucketPolicy);
    const run = await world.run("account-a/apply.sh", [], { PATH: pathWith() });
    world.close();
    expect(run.status).toBe(1);
    expect(run.output).toContain("aws is not installed. Get it: https://docs.aws.amazon.com/");
    expect(run.output).toContain("Nothing was changed.");
  });

  it("says how to get jq", async () => {
    const world = openSharing(bucketPolicy);
    const bin = pathWith("id");
    symlinkSync(join(import.meta.dirname, "..", "testing", "aws"), join(bin, "aws"));
    const run = await world.run("account-a/apply.sh", [], { PATH: bin });
    world.close();
    expect(run.status).toBe(1);
    expect(run.output).toContain("jq is not installed.");
    expect(run.output).toContain("brew install jq");
    expect(world.folder).toContain("new");
  });

  it("does not need jq to verify", async () => {
    const world = openSharing(bucketPolicy);
    const bin = pathWith("grep", "head");
    symlinkSync(join(import.meta.dirname, "..", "testing", "aws"), join(bin, "aws"));
    const run = await world.run("account-b/verify.sh", [], { PATH: bin });
    world.close();
    expect(run.output).toMatch(/\d+ passed, \d+ failed/);
  });

  it("changes nothing where it cannot keep a backup", async () => {
    const world = openSharing(bucketPolicy);
    const bin = mkdtempSync(join(folder, "bin-"));
    writeFileSync(join(bin, "mkdir"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const aws = join(import.meta.dirname, "..", "testing");
    const path = [bin, aws, process.env["PATH"]].join(delimiter);
    const run = await world.run("account-a/apply.sh", [], { PATH: path });
    const written = world.written();
    world.close();
    expect(run.status).toBe(1);
    expect(run.output).toContain("Copy it to one where you may write.");
    expect(written).toEqual([]);
  });
});
