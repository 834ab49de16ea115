import { parseArgs } from "node:util";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import { SIDES, type Side } from "#core/side.ts";

/** Where `npm start` serves the page. */
const DEFAULT_BASE = "http://127.0.0.1:4173/";

export type Request =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | {
      readonly command: "bundle";
      readonly source: string;
      readonly folder: string;
      readonly zip: boolean;
      readonly force: boolean;
      readonly base: string;
      readonly existing: readonly ExistingFile[];
      /** Sids of older versions that are to be replaced. */
      readonly replaced: readonly string[];
    }
  | { readonly command: "check"; readonly source: string }
  | {
      readonly command: "link";
      readonly source: string;
      readonly side: Side | undefined;
      readonly base: string;
    }
  | { readonly command: "evaluate" };

/** A file with a policy that is there already: `FILE`, or `NAME=FILE` where there are several. */
export interface ExistingFile {
  /** Of the documents that it can join. */
  readonly kind: string;
  readonly given: string;
}

/** The options that name such files, by the kind of policy. */
const EXISTING = {
  "existing-bucket-policy": "bucket-policy",
  "existing-instance-policy": "instance-policy",
  "existing-key-policy": "key-policy",
  "existing-trust-policy": "trust-policy",
} as const;

const OPTIONS = {
  "existing-bucket-policy": { type: "string", multiple: true },
  "existing-instance-policy": { type: "string", multiple: true },
  "existing-key-policy": { type: "string", multiple: true },
  "existing-trust-policy": { type: "string", multiple: true },
  "replace-older": { type: "string", multiple: true },
  output: { type: "string", short: "o" },
  zip: { type: "boolean" },
  force: { type: "boolean" },
  for: { type: "string" },
  base: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Which of the options each command takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  bundle: ["output", "zip", "force", "base", "replace-older", ...Object.keys(EXISTING)],
  check: [],
  link: ["for", "base"],
  evaluate: [],
};

export function parseRequest(args: readonly string[]): Parsed<Request> {
  const split = splitArguments(args);
  if (!split.ok) return split;
  const { values, positionals } = split.value;
  if (values.help) return parsed({ command: "help" });
  if (values.version) return parsed({ command: "version" });
  const [command = "", ...rest] = positionals;
  if (command === "") return refused("Say what to do: bundle, check, link or evaluate.");
  const takes = Object.hasOwn(TAKES, command) ? TAKES[command] : undefined;
  if (!takes)
    return refused(`There is no command “${command}”: use bundle, check, link or evaluate.`);
  const alien = Object.keys(values).find((name) => !takes.includes(name));
  if (alien) return refused(`${command} does not take --${alien}.`);
  if (command === "evaluate") {
    if (rest.length > 0)
      return refused("evaluate reads its cases from standard input: < cases.jsonl");
    return parsed({ command });
  }
  const [source] = rest;
  if (source === undefined) return refused(`${command} needs a link or an agreement.json.`);
  if (rest.length > 1) {
    return refused(`${command} takes one link or file, not ${rest.length}. Put a link in quotes.`);
  }
  const base = parseBase(values.base ?? DEFAULT_BASE);
  if (!base.ok) return base;
  if (command === "check") return parsed({ command, source });
  if (command === "link") {
    const side = SIDES.find((known) => known === values.for);
    if (values.for !== undefined && !side) {
      return refused(`--for takes owner (account A) or consumer (account B), not “${values.for}”.`);
    }
    return parsed({ command, source, side, base: base.value });
  }
  if (!values.output) return refused("bundle needs -o DIR: the directory to write into.");
  const { output: folder, zip = false, force = false } = values;
  const existing = Object.entries(EXISTING).flatMap(([option, kind]) =>
    (values[option as keyof typeof EXISTING] ?? []).map((given) => ({ kind, given })),
  );
  const replaced = values["replace-older"] ?? [];
  return parsed({
    command: "bundle",
    source,
    folder,
    zip,
    force,
    base: base.value,
    existing,
    replaced,
  });
}

function splitArguments(args: readonly string[]) {
  try {
    const split = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return { ok: true, value: split } as const;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(`${(reason.split(". ", 1)[0] ?? reason).replace(/\.$/, "")}.`);
  }
}

/** The page's address without a fragment. */
function parseBase(text: string): Parsed<string> {
  const known = /^(https?|file):\/\//i.test(text) && URL.canParse(text);
  if (!known)
    return refused(`--base “${text}” is no address: use one like https://example.com/share/.`);
  return parsed(text.split("#", 1)[0] ?? text);
}
