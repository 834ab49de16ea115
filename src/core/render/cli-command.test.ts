import { describe, expect, it } from "vitest";
import type { Operation, OperationKind } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { SIDES } from "#core/side.ts";
import { cliCommands } from "./cli-command.ts";
import { commandContext } from "./command-context.ts";
import type { CliCommand } from "./command-line.ts";
import { commandText } from "./command-text.ts";
import { type ScriptKind, sideScript } from "./script.ts";
import { CASES } from "./testing/cases.ts";
import { CLI_INDEX, GLOBAL_OPTIONS } from "./testing/cli-index.ts";

const KINDS: readonly ScriptKind[] = ["apply", "undo", "verify"];

function operationsOf(step: PlanStep): readonly Operation[] {
  return [
    ...step.operations,
    ...step.check,
    ...(step.undo.kind === "operations" ? step.undo.operations : []),
  ];
}

interface Written {
  readonly case: string;
  readonly partition: string;
  readonly command: CliCommand;
}

const ON_SCREEN: readonly Written[] = CASES.flatMap(({ name, prepared }) => {
  const context = commandContext(prepared);
  return prepared.plan.steps.flatMap((step) =>
    operationsOf(step).flatMap((operation) =>
      cliCommands(operation, context, step.side).map((command) => ({
        case: name,
        partition: context.partition,
        command,
      })),
    ),
  );
});

const IN_SCRIPTS: readonly Written[] = CASES.flatMap(({ name, prepared }) =>
  SIDES.flatMap((side) =>
    KINDS.flatMap((kind) => {
      const script = sideScript(prepared, kind, side, "https://x/");
      if (script === undefined) return [];
      const calls = script.steps.flatMap((step) =>
        [...step.actions, ...step.checks].flatMap((action) =>
          action.kind === "call" ? action.commands.map(({ command }) => command) : [],
        ),
      );
      const { partition } = script.context;
      return [script.whoAmI, ...calls].map((command) => ({ case: name, partition, command }));
    }),
  ),
);

/** What is wrong with a command by the CLI's own index; nothing when it is right. */
function faults({ service, operation, options }: CliCommand): readonly string[] {
  const known = CLI_INDEX[`${service} ${operation}`];
  if (known === undefined) return [`${service} ${operation} is not in the index`];
  const own = known.split(" ");
  const names: readonly string[] = options.map(({ name }) => name);
  return [
    ...names
      .filter((name) => !own.some((one) => one.replace("*", "") === name))
      .filter((name) => !GLOBAL_OPTIONS.includes(name))
      .map((name) => `${name} is unknown`),
    // What an option requires may stand in the file of the whole request.
    ...(names.includes("--cli-input-json") ? [] : own)
      .filter((one) => one.endsWith("*") && !names.includes(one.slice(0, -1)))
      .map((one) => `${one.slice(0, -1)} is missing`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `${name} is there twice`),
  ];
}

describe.each([
  ["screen and README", ON_SCREEN],
  ["scripts", IN_SCRIPTS],
])("commands for %s", (_where, written) => {
  it("are many", () => {
    expect(written.length).toBeGreaterThan(1000);
  });

  it("have options that the CLI knows, and all that it requires", () => {
    const wrong = written.flatMap((one) =>
      faults(one.command).map((fault) => `${one.case}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it("name the owner of the bucket in every call of s3api", () => {
    const calls = written.filter(({ command }) => command.service === "s3api");
    expect(calls.length).toBeGreaterThan(0);
    for (const { command } of calls) {
      expect(command.options.map(({ name }) => name)).toContain("--expected-bucket-owner");
    }
  });

  it("name the region where the answer or the partition depends on it", () => {
    expect(new Set(written.map(({ partition }) => partition)).size).toBeGreaterThan(1);
    for (const { case: name, command, partition } of written) {
      const needed =
        ["s3api", "s3control", "kms", "ram", "quicksight"].includes(command.service) ||
        partition !== "aws";
      const region = command.options.some((option) => option.name === "--region");
      expect(region, `${name} ${command.service} ${command.operation}`).toBe(needed);
    }
  });

  it("answer with a few words, so that there is nothing to page", () => {
    const talkative = written.filter(
      ({ command }) =>
        /^(?:get|list|describe|create)/.test(command.operation) &&
        command.operation !== "get-object" &&
        command.operation !== "get-caller-identity" &&
        !command.options.some(({ name }) => name === "--query"),
    );
    expect(talkative.map(({ command }) => command.operation)).toEqual([]);
  });
});

describe("the index", () => {
  it("is needed as a whole", () => {
    const used = new Set(
      [...ON_SCREEN, ...IN_SCRIPTS].map(({ command }) => `${command.service} ${command.operation}`),
    );
    expect([...used].toSorted()).toEqual(Object.keys(CLI_INDEX).toSorted());
  });
});

describe("cliCommands", () => {
  const operations = CASES.flatMap(({ prepared }) => prepared.plan.steps.flatMap(operationsOf));
  const context = CASES[0] === undefined ? undefined : commandContext(CASES[0].prepared);

  it("answers for every operation that a plan has, except what is done by hand or in a file", () => {
    const silent = new Set<OperationKind>();
    for (const { prepared } of CASES) {
      for (const step of prepared.plan.steps) {
        for (const operation of operationsOf(step)) {
          if (cliCommands(operation, commandContext(prepared), step.side).length === 0)
            silent.add(operation.kind);
        }
      }
    }
    expect([...silent].toSorted()).toEqual(["by-hand", "configure-profile"]);
    expect(new Set(operations.map(({ kind }) => kind)).size).toBeGreaterThan(20);
  });

  it("backs up before it replaces a bucket policy", () => {
    const put = operations.find(({ kind }) => kind === "put-bucket-policy");
    const texts =
      put === undefined || context === undefined
        ? []
        : cliCommands(put, context, "owner").map((command) => commandText(command, "bash"));
    expect(texts).toMatchInlineSnapshot(`
      [
        "aws s3api get-bucket-policy --bucket acme-share-data \\
        --expected-bucket-owner 111122223333 --region eu-west-1 --query Policy \\
        --output text > bucket-policy-acme-share-data.backup.json",
        "aws s3api put-bucket-policy --bucket acme-share-data \\
        --policy file://01-bucket-policy-acme-share-data.json \\
        --expected-bucket-owner 111122223333 --region eu-west-1",
      ]
    `);
  });
});
