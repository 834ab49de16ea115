import type { Prepared } from "#core/methods/method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import type { Side, Sides } from "#core/side.ts";
import { probeActions } from "./actions/probe-actions.ts";
import type { ScriptAction } from "./actions/script-action.ts";
import { scriptActions } from "./actions/script-actions.ts";
import type { Caller } from "./calls/caller.ts";
import * as sts from "./calls/sts.ts";
import { type CommandContext, commandContext, reviewedArgument } from "./command-context.ts";
import { answering, type CliCommand } from "./command-line.ts";

export type ScriptKind = "apply" | "undo" | "verify";

export interface ScriptStep {
  /** Its number in the plan over both accounts. */
  readonly number: number;
  readonly title: string;
  readonly why: string;
  /** Steps of the other account that must be done before, as a person says them. */
  readonly before: readonly string[];
  readonly retries: boolean;
  /** Steps of this script that are not undone while what this one undoes has to stay. */
  readonly holds: readonly number[];
  /** Only looks: what it finds to be other than agreed stops the script. */
  readonly looksOnly: boolean;
  readonly actions: readonly ScriptAction[];
  /** Looks at what the actions have changed; tells, but does not stop. */
  readonly checks: readonly ScriptAction[];
}

/** A script of one side as data; bash and PowerShell write the same one. */
export interface Script {
  readonly kind: ScriptKind;
  readonly side: Side;
  readonly sides: Sides;
  /** Of the sharing: what it is by which method. */
  readonly title: string;
  /** The address that shows all of it again. */
  readonly link: string;
  readonly context: CommandContext;
  readonly whoAmI: CliCommand;
  /** Documents that must be beside the script. */
  readonly files: readonly string[];
  readonly steps: readonly ScriptStep[];
}

/** Undefined when the side has nothing to do of that kind. */
export function sideScript(
  prepared: Prepared,
  kind: ScriptKind,
  side: Side,
  link: string,
): Script | undefined {
  const { plan, agreement, method } = prepared;
  const context = commandContext(prepared);
  const caller: Caller = {
    context,
    profile: kind === "verify" && side === "consumer" ? context.appProfile : context.profiles[side],
  };
  const numbered = plan.steps.map((step, index) => ({ step, number: index + 1 }));
  const actions = (operations: readonly Operation[]): readonly ScriptAction[] =>
    operations.flatMap((operation) => scriptActions(operation, caller, agreement[side].account));
  const taken = STEPS_OF[kind](numbered.filter(({ step }) => step.side === side));
  const steps = taken
    .map(
      ({ step, number }): ScriptStep => ({
        number,
        title: step.title,
        why: step.why,
        before: numbered
          .filter((other) => step.needs.includes(other.step.id) && other.step.side !== side)
          .map(
            (other) =>
              `${method.sides[other.step.side].name}, step ${other.number}: ${other.step.title}`,
          ),
        retries: step.retries && kind === "apply",
        holds: kind === "undo" ? neededNumbers(step, taken) : [],
        looksOnly: step.phase === "prepare",
        actions:
          kind === "verify"
            ? probeActions(step.operations, caller)
            : actions(kind === "undo" ? undoOf(step) : step.operations),
        checks: kind === "apply" ? actions(step.check) : [],
      }),
    )
    .filter((step) => step.actions.length > 0);
  if (steps.every(({ looksOnly }) => looksOnly)) return undefined;
  const whoAmI = answering(sts.getCallerIdentity(caller), "[Account,Arn]");
  const files =
    kind === "verify"
      ? []
      : prepared.documents
          .filter((document) => document.side === side)
          .flatMap((one) => [one.fileName, ...reviewedArgument(context, one.id)]);
  return {
    kind,
    side,
    sides: method.sides,
    title: method.title,
    link,
    context,
    whoAmI,
    files,
    steps,
  };
}

/** Whether what a step undoes may have to stay, and others with it. */
export function holdsOthers({ actions, holds }: ScriptStep): boolean {
  return (
    holds.length > 0 &&
    actions.some((action) => action.kind === "call" && action.run === "hold-for-locations")
  );
}

export function heldSteps({ steps }: Script): ReadonlySet<number> {
  return new Set(steps.filter(holdsOthers).flatMap(({ holds }) => holds));
}

/** The steps of the same script that a step needs, and those that they need. */
function neededNumbers(step: PlanStep, taken: readonly Numbered[]): readonly number[] {
  const found = new Set<number>();
  const add = ({ needs }: PlanStep): void => {
    for (const other of taken) {
      if (!needs.includes(other.step.id) || found.has(other.number)) continue;
      found.add(other.number);
      add(other.step);
    }
  };
  add(step);
  return [...found].sort((one, other) => one - other);
}

interface Numbered {
  readonly step: PlanStep;
  readonly number: number;
}

/** What is looked at comes first: nothing is changed while something is not as agreed. */
const STEPS_OF: Readonly<Record<ScriptKind, (own: readonly Numbered[]) => readonly Numbered[]>> = {
  apply: (own) => [...inPhase(own, "prepare"), ...inPhase(own, "apply")],
  undo: (own) => inPhase(own, "apply").toReversed(),
  verify: (own) => inPhase(own, "verify"),
};

function inPhase(own: readonly Numbered[], phase: PlanStep["phase"]): readonly Numbered[] {
  return own.filter(({ step }) => step.phase === phase);
}

function undoOf({ undo }: PlanStep): readonly Operation[] {
  return undo.kind === "operations" ? undo.operations : [];
}
