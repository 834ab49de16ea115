import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Prepared } from "#core/methods/method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { VARIABLES } from "#core/render/actions/script-action.ts";
import { cliCommands } from "#core/render/cli-command.ts";
import { commandContext } from "#core/render/command-context.ts";
import { commandText } from "#core/render/command-text.ts";
import { SIDE_FOLDERS } from "#core/side.ts";

export interface WrittenCommand {
  /** `account-a/apply.sh`, or `screen` for what is shown to be copied. */
  readonly where: string;
  /** What bash hands to the AWS CLI. */
  readonly argv: readonly string[];
  /** The folder in which it runs. */
  readonly cwd: string;
}

/** Stands in for the CLI: writes down what bash made of the command, with texts in pipes kept. */
const RECORDER = `
aws() {
  local word text body option=
  {
    printf '%s\\0' "$WHERE" "$PWD" "$#"
    for word in "$@"; do
      case "$word" in
        file:///dev/fd/*)
          TEXTS=$((TEXTS + 1))
          text=$KEPT/text-$TEXTS
          IFS= read -r -d '' body <"\${word#file://}" || :
          printf '%s' "$body" >"$text"
          word=file://$text ;;
        "file://$KEPT/policy.json")
          if [ -f "$KEPT/$option.json" ]; then word=file://$KEPT/$option.json; fi ;;
      esac
      option=$word
      printf '%s\\0' "$word"
    done
  } >&9
  # What a person would save to a file and put back.
  case "$2" in
    *-acl) printf '%s\n' "$LIST" ;;
    *-ownership-controls) printf '%s\n' "$CONTROLS" ;;
    get-object) for word in "$@"; do :; done; : >"$word" ;;
    *) printf '%s\n' "$POLICY" ;;
  esac
}
LIST=$(cat "$KEPT/--access-control-policy.json")
CONTROLS=$(cat "$KEPT/--ownership-controls.json")
POLICY=$(cat "$KEPT/policy.json")
TEXTS=0`;

/** Stands in for the scripts' library: every function runs every command that it was given. */
const LIBRARY = `
all_commands() {
  local one file=$KEPT/policy.json
  for one in "$@"; do if [ -f "$one" ]; then file=$one; fi; done
  for one in $COMMANDS; do
    if declare -F "$one" >/dev/null; then "$one" "$file"; unset -f "$one"; fi
  done
}
change() { "$@"; }
as_session() { "$@"; }
step() { :; }
about() { :; }
by_hand() { :; }
held() { return 1; }
WORK=$KEPT DRY_RUN=no`;

/** What the library has found or asked for when a command runs; a file is its function's argument. */
export const SAMPLES: Readonly<Record<Exclude<keyof typeof VARIABLES, "file">, string>> = {
  version: "v1",
  key: "reports/a.csv",
  accessKey: "AKIAIOSFODNN7EXAMPLE",
  entry: "a1b2c3d4-5678-90ab-cdef-EXAMPLE11111",
  location: "default",
  invitation:
    "arn:aws:ram:eu-west-1:111122223333:resource-share-invitation/a1b2c3d4-5678-90ab-cdef-example22222",
  mfaCode: "123456",
};

/** Of what is not a policy, by the option that takes it. */
const OTHERS: Readonly<Record<string, string>> = {
  "--access-control-policy": '{"Owner":{"ID":"a"},"Grants":[]}',
  "--ownership-controls": '{"Rules":[{"ObjectOwnership":"ObjectWriter"}]}',
};
const POLICY = '{"Version":"2012-10-17","Statement":[]}';

/** Every command that a sharing shows or its bash scripts run, as bash passes it on. */
export function writtenCommands(
  prepared: Prepared,
  files: ReadonlyMap<string, string>,
): readonly WrittenCommand[] {
  const folder = mkdtempSync(join(tmpdir(), "s3-handshake-commands-"));
  const kept = join(folder, "kept");
  const samples = Object.entries({ policy: POLICY, ...OTHERS }).map(
    ([name, text]) => [`kept/${name}.json`, text] as const,
  );
  for (const [path, text] of [...files, ...samples]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const scripts = [...files].filter(([path]) => path.endsWith(".sh"));
  const program = [
    "set -eu",
    `KEPT='${kept}'`,
    RECORDER,
    shownCommands(prepared, folder),
    ...scripts.map(([path, text]) => scriptCommands(path, text, folder)),
  ].join("\n");
  const answers = join(folder, "argv");
  const file = join(folder, "commands.sh");
  writeFileSync(file, program);
  const { status, stderr } = spawnSync("bash", ["-c", `exec 9>"$1"; . "$2"`, "-", answers, file], {
    encoding: "utf8",
    cwd: folder,
  });
  if (status !== 0) throw new Error(`bash could not read the commands: ${stderr}`);
  return recorded(readFileSync(answers, "utf8"));
}

function operationsOf(step: PlanStep): readonly Operation[] {
  return [
    ...step.operations,
    ...step.check,
    ...(step.undo.kind === "operations" ? step.undo.operations : []),
  ];
}

/** A person makes some of the files on the way (a merged policy); they stand there already. */
function shownCommands(prepared: Prepared, folder: string): string {
  const context = commandContext(prepared);
  return prepared.plan.steps
    .map((step) => {
      const side = join(folder, SIDE_FOLDERS[step.side]);
      mkdirSync(side, { recursive: true });
      const commands = operationsOf(step).flatMap((operation) =>
        cliCommands(operation, context, step.side),
      );
      for (const { name, value } of commands.flatMap(({ options }) => options)) {
        if (value.kind !== "file" || existsSync(join(side, value.path))) continue;
        writeFileSync(join(side, value.path), OTHERS[name] ?? POLICY);
      }
      const texts = commands.map((command) => commandText(command, "bash"));
      return [`( WHERE=screen; cd '${side}'`, ...texts, ")"].join("\n");
    })
    .join("\n");
}

/** The steps of a script as they stand, without its library and without its start. */
function scriptCommands(path: string, text: string, folder: string): string {
  const whoAmI = /^who_am_i\(\) \{\n[\s\S]*?^\}$/m.exec(text)?.[0] ?? "";
  const library = text.slice(text.indexOf("# ---- Library"), text.indexOf("# ---- Start"));
  const first = /^# ---- \[\d+\]/m.exec(text)?.index ?? text.length;
  const steps = text.slice(first, text.indexOf("# ---- End"));
  const functionsIn = (part: string) =>
    [...part.matchAll(/^ *([a-z_]+)\(\) \{/gm)].map((match) => match[1] ?? "");
  const commands = new Set(["who_am_i", ...functionsIn(steps)]);
  return [
    `( WHERE='${path}'; cd '${join(folder, dirname(path))}'`,
    `COMMANDS='${[...commands].join(" ")}'`,
    ...functionsIn(library).map((name) => `${name}() { all_commands "$@"; }`),
    LIBRARY,
    ...Object.entries(SAMPLES).map(
      ([name, text]) => `${VARIABLES[name as keyof typeof SAMPLES]}=${text}`,
    ),
    whoAmI,
    "all_commands",
    steps,
    ")",
  ].join("\n");
}

function recorded(text: string): readonly WrittenCommand[] {
  const words = text.split("\0");
  const commands: WrittenCommand[] = [];
  let at = 0;
  while (at + 2 < words.length) {
    const [where = "", cwd = "", size = "0"] = words.slice(at, at + 3);
    const end = at + 3 + Number(size);
    commands.push({ where, cwd, argv: words.slice(at + 3, end) });
    at = end;
  }
  return commands;
}
