import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { powershellComment, powershellLiteral } from "#core/render/powershell-quote.ts";
import { type Script, type ScriptKind, sideScript } from "#core/render/script.ts";
import { functionsOf } from "#core/render/script-options.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { parsePowershell, powershellErrors } from "#core/render/testing/powershell.ts";
import { SIDES } from "#core/side.ts";
import { powershellScript } from "./powershell-script.ts";

const KINDS: readonly ScriptKind[] = ["apply", "undo", "verify"];
const LINK = "https://s3-handshake.example/#/bucket-policy/review?v=1&p='$(id)`\"\u2019";

const SCRIPTS: readonly Script[] = CASES.flatMap(({ prepared }) =>
  SIDES.flatMap((side) => KINDS.flatMap((kind) => sideScript(prepared, kind, side, LINK) ?? [])),
);

/** One script for each library that scripts are made with. */
const DISTINCT: readonly string[] = [
  ...new Map(
    SCRIPTS.map((script) => [
      `${script.kind} ${functionsOf(script).toSorted().join(" ")}`,
      powershellScript(script),
    ]),
  ).values(),
];

const PARSED = DISTINCT.map(parsePowershell);

/** The script without its library, which is the same text everywhere. */
function withoutLibrary(text: string): string {
  const [head = "", rest = ""] = text.split(/^# ---- Library.*$/m);
  return head + rest.slice(rest.search(/^# ---- Start/m));
}

/** What PowerShell brings along, and the programs. */
const KNOWN_COMMANDS = [
  "New-Object",
  "Write-Host",
  "Write-Verbose",
  "Get-Command",
  "Join-Path",
  "Test-Path",
  "Remove-Item",
  "Set-Item",
  "Push-Location",
  "Pop-Location",
  "Set-StrictMode",
  "Start-Sleep",
  "Read-Host",
  "ConvertFrom-Json",
  "aws",
  "icacls",
  "chmod",
];

const KNOWN_VARIABLES = [
  "$_",
  "$true",
  "$false",
  "$null",
  "$matches",
  "$lastexitcode",
  "$psscriptroot",
];

describe("every script of every case", () => {
  it("is read by a PowerShell grammar without an error", () => {
    expect(SCRIPTS.length).toBeGreaterThan(150);
    for (const { errors } of PARSED) expect(errors).toEqual([]);
    const own = new Set(SCRIPTS.map((script) => withoutLibrary(powershellScript(script))));
    expect(own.size).toBeGreaterThan(DISTINCT.length);
    for (const text of own) expect(powershellErrors(text)).toEqual([]);
  });

  it("runs only commands that exist, and defines no two functions of a name", () => {
    for (const { commands, functions } of PARSED) {
      const unknown = commands.filter(
        (name) => ![...functions, ...KNOWN_COMMANDS].includes(name) && !name.startsWith("$"),
      );
      expect(unknown).toEqual([]);
      expect(new Set(functions).size).toBe(functions.length);
    }
  });

  it("uses only variables that have a value", () => {
    const bare = (name: string) =>
      name
        .toLowerCase()
        .replace(/^\$\{?(?:script:)?|^@/, "$")
        .replace(/\}$/, "");
    for (const { variables, assigned } of PARSED) {
      const known = new Set([...assigned.map(bare), ...KNOWN_VARIABLES]);
      const unknown = variables
        .map(bare)
        .filter((name) => !known.has(name) && !name.startsWith("$env:"));
      expect([...new Set(unknown)]).toEqual([]);
    }
  });

  it("is ASCII, since Windows PowerShell reads a file without byte order mark in the machine's code page", () => {
    for (const script of SCRIPTS) expect(powershellScript(script)).not.toMatch(/[^\n\x20-\x7e]/);
  });

  it("compares texts with regard to case, as AWS does", () => {
    for (const text of DISTINCT) {
      const careless =
        text.match(/(?<!\$null )-(?:eq|ne|contains|notcontains|like|in) (?:'[^']+'|\$[A-Za-z])/g) ??
        [];
      expect(careless.filter((one) => !/Windows_NT/.test(one))).toEqual([]);
    }
  });

  it("has the same steps and calls as the script for bash", () => {
    for (const script of SCRIPTS) {
      const text = powershellScript(script);
      for (const { number, actions } of script.steps) {
        expect(text).toContain(`Write-Step '${number}' `);
        for (const action of actions) {
          if (action.kind === "call") {
            for (const { command } of action.commands)
              expect(text).toContain(`'${command.service}', '${command.operation}',`);
          }
        }
      }
    }
  });
});

/** What a literal stands for, read by PowerShell's rules. */
function meant(literal: string): string {
  const parts = literal.replace(/^\((.*)\)$/s, "$1").match(/'(?:[^']|'')*'|\[char\]\d+/g) ?? [];
  return parts
    .map((part) =>
      part.startsWith("'")
        ? part.slice(1, -1).replaceAll("''", "'")
        : String.fromCharCode(Number(part.slice("[char]".length))),
    )
    .join("");
}

describe("powershellLiteral", () => {
  it("stands for any text, in one expression that a grammar reads", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const literal = powershellLiteral(text);
        expect(meant(literal)).toBe(text);
        expect(powershellErrors(`$value = @('before', ${literal}, 'after')\n`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["", "''"],
    ["it's", "'it''s'"],
    ['$(id) `n "x"', "'$(id) `n \"x\"'"],
    ["a\u2019b", "('a' + [char]8217 + 'b')"],
    ["\n", "('' + [char]10)"],
  ])("writes %j as %s", (text, literal) => {
    expect(powershellLiteral(text)).toBe(literal);
  });
});

describe("powershellComment", () => {
  it("stays a comment whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const written = powershellComment(text);
        expect(written.split("\n").every((line) => line.startsWith("#"))).toBe(true);
        expect(powershellErrors(`${written}\n$x = 1\n`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
