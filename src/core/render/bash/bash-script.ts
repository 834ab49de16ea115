import {
  type LibraryCall,
  type ScriptAction,
  type ScriptCommand,
  VARIABLES,
} from "#core/render/actions/script-action.ts";
import { bashOption, wrapped } from "#core/render/command-text.ts";
import { heldSteps, holdsOthers, type Script, type ScriptStep } from "#core/render/script.ts";
import { functionsOf, optionsOf, type ScriptOption } from "#core/render/script-options.ts";
import { afterStop, filled, GET_AWS, GET_JQ, headLines } from "#core/render/script-words.ts";
import { oneLine, shellComment, shellQuote } from "#core/render/shell-quote.ts";
import { SIDES } from "#core/side.ts";
import { BASH_BEGIN, bashLibrary, bashName, bashState } from "./library.ts";

const WIDTH = 100;

/** A script for bash 3.2 (macOS) and newer. It needs the AWS CLI, and jq where policies are compared. */
export function bashScript(script: Script): string {
  const fileName = `${script.kind}.sh`;
  const held = heldSteps(script);
  const library = bashLibrary(script.kind, functionsOf(script));
  return [
    "#!/usr/bin/env bash",
    shellComment(headLines(script, fileName, usageLines(script, fileName)).join("\n")),
    "# Quoted values are meant as they stand; look, put and the like are run by the library, by these names.",
    "# shellcheck disable=SC2016,SC2317",
    "set -euo pipefail",
    "umask 077",
    "",
    heading("What was agreed"),
    ...agreedLines(script),
    "",
    heading("Library: what the steps below are made of"),
    library,
    "",
    heading("Start"),
    ...startLines(script, library.includes("jq ")),
    ...script.steps.flatMap((step) => ["", ...stepLines(step, held.has(step.number))]),
    "",
    heading("End"),
    script.kind === "verify" ? "report" : "summary",
    "",
  ].join("\n");
}

function heading(text: string): string {
  const line = `# ---- ${oneLine(text)} `;
  return line.padEnd(WIDTH, "-");
}

function assign(name: string, value: string): string {
  return `${name}=${shellQuote(value)}`;
}

function usageLines(script: Script, fileName: string): readonly string[] {
  const options = [...optionsOf(script), HELP];
  return [
    `Usage: bash ${fileName} [OPTION]...`,
    ...options.map(({ name, takes, help }) => {
      const written = `--${name}${takes === undefined ? "" : ` ${takes}`}`;
      return `  ${written.padEnd(18)} ${help}`;
    }),
  ];
}

const HELP: ScriptOption = { name: "help", help: "show this", readBy: [] };

function agreedLines({ side, sides, context, link, kind }: Script): readonly string[] {
  const other = SIDES.find((one) => one !== side) ?? side;
  return [
    assign("SIDE", sides[side].name),
    assign("ACCOUNT", context.accounts[side]),
    assign("PARTITION", context.partition),
    assign("OTHER_SIDE", sides[other].name),
    assign("OTHER_ACCOUNT", context.accounts[other]),
    ...(kind === "apply" ? [assign("LINK", link)] : []),
  ];
}

const variableOf = ({ name }: ScriptOption): string => name.replaceAll("-", "_").toUpperCase();

function startLines(script: Script, needsJq: boolean): readonly string[] {
  const { kind, files } = script;
  const options = optionsOf(script);
  const usage = usageLines(script, `${kind}.sh`);
  return [
    ...options.flatMap((option) =>
      option.takes === undefined ? [`${variableOf(option)}=no`] : [],
    ),
    bashState(kind),
    ...(kind === "verify" ? [] : [assign("AFTER_STOP", afterStop(kind, "bash undo.sh"))]),
    "",
    "usage() {",
    "  cat <<'END'",
    ...usage,
    "END",
    "}",
    "",
    "while [ $# -gt 0 ]; do",
    '  case "$1" in',
    ...options.map((option) =>
      option.takes === undefined
        ? `    --${option.name}) ${variableOf(option)}=yes ;;`
        : `    --${option.name}) if [ $# -lt 2 ]; then usage >&2; exit 2; fi; add_${option.name} "$2"; shift ;;`,
    ),
    "    --help) usage; exit 0 ;;",
    "    *) usage >&2; exit 2 ;;",
    "  esac",
    "  shift",
    "done",
    "",
    BASH_BEGIN,
    "",
    `need aws ${shellQuote(GET_AWS)}`,
    ...(needsJq ? [`need jq ${shellQuote(GET_JQ)}`] : []),
    ...(files.length === 0
      ? []
      : wrapped(["need_files", ...files.map(shellQuote)], " \\", WIDTH).split("\n")),
    ...functionLines("who_am_i", { command: script.whoAmI, mode: "asks" }),
    "check_caller",
  ];
}

function stepLines(step: ScriptStep, isHeld: boolean): readonly string[] {
  const { number, title, why, before, retries, actions, checks } = step;
  return [
    heading(`[${number}] ${title}`),
    ...filled(oneLine(why)).map((line) => shellComment(line)),
    ...before.map((other) => shellComment(`Before this: ${other}`)),
    `step ${number} ${shellQuote(title)}`,
    ...(holdsOthers(step) ? [assign("HOLDS", step.holds.join(" "))] : []),
    ...(retries ? ["RETRY=yes"] : []),
    ...(isHeld
      ? [
          `if ! held ${number} ${shellQuote(title)}; then`,
          ...actions.flatMap(actionLines).map((line) => (line === "" ? "" : `  ${line}`)),
          "fi",
        ]
      : actions.flatMap(actionLines)),
    ...(checks.length === 0
      ? []
      : [
          'if [ "$DRY_RUN" = no ]; then',
          "  STRICT=no",
          ...checks.flatMap(actionLines).map((line) => (line === "" ? "" : `  ${line}`)),
          "  STRICT=yes",
          "fi",
        ]),
    ...(retries ? ["RETRY=no"] : []),
  ];
}

function actionLines(action: ScriptAction): readonly string[] {
  if (action.kind === "by-hand") {
    return [`by_hand ${shellQuote(action.instruction)} ${shellQuote(action.url)}`];
  }
  return callLines(action);
}

function callLines(action: LibraryCall): readonly string[] {
  const call = [bashName(action.run), ...action.arguments.map(shellQuote)];
  return [
    ...action.commands.flatMap((command) => functionLines(command.name, command)),
    ...(action.about === "" ? [] : [`about ${shellQuote(action.about)}`]),
    ...wrapped(call, " \\", WIDTH).split("\n"),
  ];
}

const RUNNERS: Readonly<Record<ScriptCommand["mode"], string>> = {
  asks: "aws",
  changes: "change aws",
  session: "as_session aws",
};

/** A function of the name under which the library runs the command. */
function functionLines(
  name: string,
  { command, mode }: Pick<ScriptCommand, "command" | "mode">,
): readonly string[] {
  const takesFile = command.options.some(
    ({ value }) => value.kind === "file-variable" || value.kind === "path-variable",
  );
  const groups = [
    `${RUNNERS[mode]} ${command.service} ${command.operation}`,
    ...command.options.map((option) => bashOption(option.name, option.value)),
    ...command.operands.map((operand) => `"$WORK/${operand}"`),
  ];
  return [
    `${name}() {`,
    ...(takesFile ? [`  local ${VARIABLES.file}=$1`] : []),
    ...wrapped(groups, " \\", WIDTH - 2)
      .split("\n")
      .map((line) => `  ${line}`),
    "}",
  ];
}
