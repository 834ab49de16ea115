import type { ScriptFunction } from "./actions/script-action.ts";
import type { Script } from "./script.ts";

/** A switch of a script; bash says `--dry-run`, PowerShell `-DryRun`. */
export interface ScriptOption {
  readonly name: string;
  /** What follows it, for an option that takes texts and may be given several times. */
  readonly takes?: string;
  readonly help: string;
  /** The functions that read it; none means that every script has it. */
  readonly readBy: readonly ScriptFunction[];
}

const DRY_RUN: ScriptOption = {
  name: "dry-run",
  help: "show what would be changed; change nothing",
  readBy: [],
};

const CHECKS: readonly ScriptFunction[] = [
  "check-entity",
  "check-ownership",
  "check-encryption",
  "check-policy-status",
  "check-key-manager",
  "check-key-delegates",
  "check-entry",
  "apply-entry",
  "apply-user",
];

const OPTIONS: Readonly<Record<Script["kind"], readonly ScriptOption[]>> = {
  apply: [
    DRY_RUN,
    {
      name: "merge",
      help: "where a policy is there already: replace statements with our Sids, keep all others",
      readBy: ["apply-statements"],
    },
    {
      name: "replace",
      help: "replace what has our name but says something else; it is backed up",
      readBy: ["apply-statements", "apply-policy", "apply-role", "apply-acl", "apply-object"],
    },
    {
      name: "skip-checks",
      help: "go on although a check finds something else than was agreed",
      readBy: CHECKS,
    },
  ],
  undo: [
    DRY_RUN,
    {
      name: "without-record",
      help: "remove also what this folder has no backup of, if it is exactly that of this bundle",
      readBy: [],
    },
    {
      name: "only",
      takes: "BACKUP-FOLDER",
      help: "take back one run of apply only, the one that made this folder",
      readBy: [],
    },
  ],
  verify: [
    {
      name: "object",
      takes: "s3://BUCKET/KEY",
      help: "an object to read, where none can be listed",
      readBy: ["probe-existing"],
    },
  ],
};

/** The library functions that a script calls, each once, in the order of their first call. */
export function functionsOf(script: Script): readonly ScriptFunction[] {
  const actions = script.steps.flatMap((step) => [...step.actions, ...step.checks]);
  return [...new Set(actions.flatMap((action) => (action.kind === "call" ? [action.run] : [])))];
}

export function optionsOf(script: Script): readonly ScriptOption[] {
  const functions = functionsOf(script);
  return OPTIONS[script.kind].filter(
    ({ readBy }) => readBy.length === 0 || readBy.some((name) => functions.includes(name)),
  );
}
