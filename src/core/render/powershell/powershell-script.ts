import type {
  LibraryCall,
  ScriptAction,
  ScriptCommand,
} from "#core/render/actions/script-action.ts";
import { DOWNLOAD_FILE } from "#core/render/calls/s3api.ts";
import { type CliOption, readsAsFile } from "#core/render/command-line.ts";
import { joinsName, wrapped } from "#core/render/command-text.ts";
import {
  asciiText,
  powershellComment,
  powershellLiteral,
  survivesPowershell,
} from "#core/render/powershell-quote.ts";
import { heldSteps, holdsOthers, type Script, type ScriptStep } from "#core/render/script.ts";
import { functionsOf, optionsOf, type ScriptOption } from "#core/render/script-options.ts";
import { afterStop, filled, GET_AWS, headLines } from "#core/render/script-words.ts";
import { oneLine } from "#core/render/shell-quote.ts";
import { SIDES } from "#core/side.ts";
import {
  POWERSHELL_BEGIN,
  POWERSHELL_END,
  powershellLibrary,
  powershellName,
  powershellState,
} from "./library.ts";

const WIDTH = 100;

/** The same script for Windows PowerShell 5.1 and PowerShell 7. It needs the AWS CLI only. */
export function powershellScript(script: Script): string {
  const fileName = `${script.kind}.ps1`;
  const held = heldSteps(script);
  return [
    "#Requires -Version 5.1",
    powershellComment(headLines(script, fileName, usageLines(script, fileName)).join("\n")),
    "[CmdletBinding()]",
    ...parameterLines(script),
    "$ErrorActionPreference = 'Stop'",
    "Set-StrictMode -Version 1",
    "",
    heading("What was agreed"),
    ...agreedLines(script),
    "",
    heading("Library: what the steps below are made of"),
    powershellLibrary(script.kind, functionsOf(script)),
    "",
    heading("Start"),
    powershellState(script.kind),
    POWERSHELL_BEGIN,
    "try {",
    ...indented([
      ...startLines(script),
      ...script.steps.flatMap((step) => ["", ...stepLines(step, held.has(step.number))]),
      "",
      heading("End"),
      "$finished = $true",
      ...(script.kind === "verify" ? ["$status = Get-Report"] : ["Write-Summary", "$status = 0"]),
    ]),
    POWERSHELL_END,
    "",
  ].join("\n");
}

function heading(text: string): string {
  return `# ---- ${asciiText(oneLine(text))} `.padEnd(WIDTH, "-");
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

const parameterName = ({ name }: ScriptOption): string =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

function usageLines(script: Script, fileName: string): readonly string[] {
  return [
    `Usage: powershell -ExecutionPolicy Bypass -File ${fileName} [OPTION]...`,
    ...optionsOf(script).map((option) => {
      const { takes, help } = option;
      const written = `-${parameterName(option)}${takes === undefined ? "" : ` ${takes}`}`;
      return `  ${written.padEnd(16)} ${help}`;
    }),
  ];
}

function parameterLines(script: Script): readonly string[] {
  const parameters = optionsOf(script).map(
    (option) =>
      `${option.takes === undefined ? "[switch]" : "[string[]]"} $${parameterName(option)}`,
  );
  if (parameters.length === 0) return ["param()"];
  return ["param(", `  ${parameters.join(",\n  ")}`, ")"];
}

function agreedLines({ side, sides, context, link, kind }: Script): readonly string[] {
  const other = SIDES.find((one) => one !== side) ?? side;
  const assign = (name: string, value: string) => `$${name} = ${powershellLiteral(value)}`;
  return [
    assign("Side", sides[side].name),
    assign("Account", context.accounts[side]),
    assign("Partition", context.partition),
    assign("OtherSide", sides[other].name),
    assign("OtherAccount", context.accounts[other]),
    ...(kind === "apply" ? [assign("Link", link)] : []),
    ...(kind === "verify" ? [] : [assign("AfterStop", afterStop(kind, ".\\undo.ps1"))]),
  ];
}

function startLines({ files, whoAmI }: Script): readonly string[] {
  const names = files.map(powershellLiteral).join(", ");
  return [
    `Assert-Tool 'aws' ${powershellLiteral(GET_AWS)}`,
    ...(files.length === 0 ? [] : [`Assert-File @(${names})`]),
    ...blockLines("whoAmI", { name: "look", command: whoAmI, mode: "asks" }),
    "Assert-Caller $whoAmI",
  ];
}

function stepLines(step: ScriptStep, isHeld: boolean): readonly string[] {
  const { number, title, why, before, retries, actions, checks } = step;
  return [
    heading(`[${number}] ${title}`),
    ...filled(oneLine(why)).map((line) => powershellComment(line)),
    ...before.map((other) => powershellComment(`Before this: ${oneLine(other)}`)),
    `Write-Step '${number}' ${powershellLiteral(title)}`,
    ...(holdsOthers(step)
      ? [`$script:Holds = @(${step.holds.map((one) => `'${one}'`).join(", ")})`]
      : []),
    ...(retries ? ["$script:Retry = $true"] : []),
    ...(isHeld
      ? [
          `if (-not (Test-Held '${number}' ${powershellLiteral(title)})) {`,
          ...indented(actions.flatMap(actionLines)),
          "}",
        ]
      : actions.flatMap(actionLines)),
    ...(checks.length === 0
      ? []
      : [
          "if (-not $DryRun) {",
          ...indented([
            "$script:Strict = $false",
            ...checks.flatMap(actionLines),
            "$script:Strict = $true",
          ]),
          "}",
        ]),
    ...(retries ? ["$script:Retry = $false"] : []),
  ];
}

function actionLines(action: ScriptAction): readonly string[] {
  if (action.kind === "by-hand") {
    return [
      `Write-ByHand ${powershellLiteral(action.instruction)} ${powershellLiteral(action.url)}`,
    ];
  }
  return callLines(action);
}

function callLines(action: LibraryCall): readonly string[] {
  const call = [
    powershellName(action.run),
    ...action.arguments.map(powershellLiteral),
    ...action.commands.map(({ name }) => `-${capital(name)} $${name}`),
  ];
  return [
    ...action.commands.flatMap((command) => blockLines(command.name, command)),
    ...(action.about === "" ? [] : [`Write-About ${powershellLiteral(action.about)}`]),
    ...wrapped(call, " `", WIDTH).split("\n"),
  ];
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const RUNNERS: Readonly<Record<ScriptCommand["mode"], string>> = {
  asks: "Test-Aws",
  changes: "Invoke-Change",
  session: "Test-AwsInSession",
};

/** A script block in a variable: the library runs it. */
function blockLines(variable: string, { command, mode }: ScriptCommand): readonly string[] {
  const file = command.options.flatMap(({ value }) =>
    value.kind === "file-variable" || value.kind === "path-variable" ? [value.variable] : [],
  );
  const groups = [
    `${powershellLiteral(command.service)}, ${powershellLiteral(command.operation)}`,
    ...command.options.map(optionElements),
    ...command.operands.map((operand) =>
      operand === DOWNLOAD_FILE ? "$Download" : powershellLiteral(operand),
    ),
  ];
  const elements = groups.map((group, index) => (index < groups.length - 1 ? `${group},` : group));
  const lines = wrapped(elements, "", WIDTH - 4, "").split("\n");
  return [
    `$${variable} = {`,
    ...file.map((name) => `  param([string] $${name})`),
    `  ${RUNNERS[mode]} @(`,
    ...lines.map((line) => `    ${line}`),
    "  )",
    "}",
  ];
}

/** One option as elements of a list. */
function optionElements({ name, value }: CliOption): string {
  const option = powershellLiteral(name);
  switch (value.kind) {
    case "none":
      return option;
    case "file":
      return `${option}, ${powershellLiteral(`file://${value.path}`)}`;
    case "file-variable":
      return `${option}, "file://$${value.variable}"`;
    case "path":
      return `${option}, ${powershellLiteral(value.path)}`;
    case "path-variable":
      return `${option}, $${value.variable}`;
    case "variable":
      return `"${name}=$($script:${value.variable})"`;
    case "text":
      if (readsAsFile(value.text) || !survivesPowershell(value.text)) {
        return `${option}, (New-ValueFile ${powershellLiteral(name.slice(2))} ${powershellLiteral(value.text)})`;
      }
      return joinsName(value.text)
        ? powershellLiteral(`${name}=${value.text}`)
        : `${option}, ${powershellLiteral(value.text)}`;
  }
}
