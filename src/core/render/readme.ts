import type { Prepared } from "#core/methods/method.ts";
import { asksFor } from "#core/parameters/asks-for.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { summaryText } from "#core/proof/explanation.ts";
import type { Matrix } from "#core/proof/matrix.ts";
import { SIDE_FOLDERS, SIDES, type Side } from "#core/side.ts";
import { cliCommands } from "./cli-command.ts";
import { type CommandContext, commandContext } from "./command-context.ts";
import { commandText } from "./command-text.ts";
import { profileLines } from "./config-profile.ts";
import { code, codeBlock, prose, table } from "./markdown.ts";
import { documentPath, reviewedPath } from "./proof/proof-subject.ts";

export interface ReadmeInput {
  readonly prepared: Prepared;
  readonly documents: readonly EffectiveDocument[];
  readonly link: string;
  /** What the documents of the bundle prove. */
  readonly matrix: Matrix;
  /** Paths of the scripts in the bundle. */
  readonly scripts: readonly string[];
}

/** The README.md of a bundle: what is shared, who does what in which order, and how to take it back. */
export function readme(input: ReadmeInput): string {
  const { prepared, link } = input;
  const { agreement, method } = prepared;
  const { owner, consumer } = agreement;
  const withWhom = asksFor(method, "consumer.account")
    ? `account ${prose(consumer.account)}`
    : "a third party";
  return [
    `# ${prose(method.title)}: account ${prose(owner.account)} shares S3 data with ${withWhom}`,
    prose(method.summary),
    `Made by S3 Handshake. To review it, change it or hand it to the other side, open:`,
    codeBlock("", link),
    "Nothing in here is secret, and nothing takes effect before somebody runs it.",
    "## What is shared",
    reviewTable(prepared),
    ...proof(input.matrix),
    ...findings(prepared),
    "## How to run it",
    ...howToRun(input),
    "## Who does what, in this order",
    "The scripts do the same as these commands, and besides: they stop instead of overwriting, keep backups, merge policies and try again while IAM is still spreading a new principal. Run the commands in the folder of the account.",
    steps(prepared),
    ...whenItEnds(prepared),
    "## Documents",
    documentTable(input.documents),
    ...reviewed(input.documents),
    ...edited(input.documents),
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

function reviewTable({ review, method: { sides } }: Prepared): string {
  const rows = review
    .filter(({ isDefault, values }) => !isDefault && values.length > 0)
    .map(({ side, label, values }) => [
      sides[side].name,
      prose(label),
      values.map(code).join("<br>"),
    ]);
  return table(["Side", "Value", ""], rows);
}

function findings({ issues }: Prepared): readonly string[] {
  if (issues.length === 0) return [];
  return ["## To be considered", issues.map(({ message }) => `- ${prose(message)}`).join("\n")];
}

function proof(matrix: Matrix): readonly string[] {
  const wrong = matrix.ok ? "" : " Read it before you run anything.";
  return [
    "## Who may do what",
    `${prose(summaryText(matrix))}${wrong} ${code("proof.md")} has the table.`,
  ];
}

function whenItEnds({ agreement, method: { sides } }: Prepared): readonly string[] {
  const { validUntil } = agreement.guardrails;
  if (validUntil === "") return [];
  return [
    "## When it ends",
    `Access ends on ${prose(validUntil)} at 00:00 UTC; \`reminder.ics\` puts that into a calendar. What was put in place stays until ${sides.consumer.inSentence} and then ${sides.owner.inSentence} run undo.`,
  ];
}

function howToRun({ scripts, prepared }: ReadmeInput): readonly string[] {
  const { sides } = prepared.method;
  const rows = SIDES.flatMap((side) => {
    const folder = SIDE_FOLDERS[side];
    const has = (name: string) => scripts.includes(`${folder}/${name}`);
    return (["apply", "verify", "undo"] as const)
      .filter((kind) => has(`${kind}.sh`))
      .map((kind) => [
        sides[side].name,
        kind,
        code(`bash ${folder}/${kind}.sh`),
        code(`powershell -ExecutionPolicy Bypass -File ${folder}\\${kind}.ps1`),
      ]);
  });
  const bothUndo = SIDES.every((side) => scripts.includes(`${SIDE_FOLDERS[side]}/undo.sh`));
  const first = turns(prepared);
  return [
    first,
    table(["Side", "", "bash: macOS, Linux, AWS CloudShell", "PowerShell: Windows"], rows),
    `${code("--dry-run")} (PowerShell: ${code("-DryRun")}) shows what would be changed. Scripts check first whose credentials they have, and stop in the wrong account. Run twice, they change nothing the second time.${bothUndo ? ` To take the sharing back, ${sides.consumer.inSentence} runs undo before ${sides.owner.inSentence} does.` : ""}`,
  ];
}

/** Which side's scripts come first: a side waits for steps of the other that it needs. */
function turns({ plan, method: { sides } }: Prepared): string {
  const applied = plan.steps.filter(({ phase }) => phase === "apply");
  const order = applied
    .map(({ side }) => side)
    .filter((side, index, sides) => sides.indexOf(side) === index);
  const [first, ...others] = order.map((side) => sides[side].name);
  const needed = plan.steps.some(({ side, phase }) => phase === "prepare" && side === "consumer");
  const before = needed
    ? `First ${sides.consumer.name} makes sure that what the policies name exists (see below). `
    : "";
  return `${before}Then apply is run by ${[first, ...others].join(", then by ")}. Last, verify shows that it works.`;
}

function steps(prepared: Prepared): string {
  const context = commandContext(prepared);
  return prepared.plan.steps
    .map((step, index) => stepText(step, index + 1, prepared, context))
    .join("\n\n");
}

/** As far as the content of a list item with two digits. */
const INDENT = "    ";

function stepText(
  step: PlanStep,
  number: number,
  prepared: Prepared,
  context: CommandContext,
): string {
  const { side, title, why, undo } = step;
  const files = prepared.documents
    .filter(({ id }) => step.documents.includes(id))
    .map((document) => code(`${SIDE_FOLDERS[document.side]}/${document.fileName}`));
  const blocks = [
    `${number}. **${prepared.method.sides[side].name}: ${prose(title)}**`,
    `${INDENT}${prose(why)}`,
    ...(files.length === 0 ? [] : [`${INDENT}Documents: ${files.join(", ")}`]),
    ...(step.phase === "verify"
      ? verifyText(step)
      : step.operations.flatMap((operation) => operationText(operation, context, side))),
    ...(step.check.length === 0 ? [] : [`${INDENT}Check:`]),
    ...step.check.flatMap((operation) => operationText(operation, context, side)),
    ...(undo.kind === "nothing" ? [] : [`${INDENT}Undo:`]),
    ...(undo.kind === "nothing"
      ? []
      : undo.operations.flatMap((operation) => operationText(operation, context, side))),
  ];
  return blocks.join("\n\n");
}

function verifyLines(operation: Operation): readonly string[] {
  if (operation.kind === "simulate-principal-policy") {
    const { expect, action, resourceArn, principalArn } = operation;
    return [
      `${INDENT}- ${expect}: ${code(action)} on ${code(resourceArn)}, by the policies of ${code(principalArn)}`,
    ];
  }
  if (!("shows" in operation)) return [];
  const expected = "expect" in operation ? operation.expect : "succeeds";
  return [`${INDENT}- ${expected}: ${prose(operation.shows)}`];
}

/** What verify shows, instead of its many requests. */
function verifyText({ side, operations }: PlanStep): readonly string[] {
  const lines = operations.flatMap(verifyLines);
  return [codeBlock("sh", `bash ${SIDE_FOLDERS[side]}/verify.sh`, INDENT), lines.join("\n")];
}

function operationText(
  operation: Operation,
  context: CommandContext,
  side: Side,
): readonly string[] {
  if (operation.kind === "by-hand") {
    return [`${INDENT}${prose(operation.instruction)} ${code(operation.url)}`];
  }
  if (operation.kind === "configure-profile") {
    return [codeBlock("ini", profileLines(operation), INDENT)];
  }
  return cliCommands(operation, context, side).flatMap((command) => [
    ...(command.note === undefined ? [] : [`${INDENT}${prose(command.note)}`]),
    codeBlock("sh", commandText(command, "bash"), INDENT),
  ]);
}

function documentTable(documents: readonly EffectiveDocument[]): string {
  return table(
    ["File", "What it is", "What it does"],
    documents.map(({ document }) => [
      code(`${SIDE_FOLDERS[document.side]}/${document.fileName}`),
      prose(document.title),
      prose(document.summary),
    ]),
  );
}

/** Whose it is: the other side needs neither these files nor what the documents took from them. */
function reviewed(documents: readonly EffectiveDocument[]): readonly string[] {
  const files = documents.flatMap(({ document }) =>
    document.reviewed === undefined ? [] : [document],
  );
  if (files.length === 0) return [];
  return [
    "## What was there when this was reviewed",
    "These files are what was there already. Apply compares them with what is there now: where it is the same, it puts the whole document, which holds it; where it is not, it stops, prints the difference and changes nothing. They say whom else the account gives access: they are for that account's owner only. Before you hand the bundle to the other side, take that account's folder out of it.",
    files
      .map(
        (document) => `- ${code(reviewedPath(document))}: now in ${code(documentPath(document))}`,
      )
      .join("\n"),
  ];
}

function edited(documents: readonly EffectiveDocument[]): readonly string[] {
  const changed = documents.filter((document) => document.edited);
  if (changed.length === 0) return [];
  return [
    "## Edited by hand",
    "These documents are not as they were generated. The agreement file and the link do not carry the edits; the files here do.",
    changed
      .map(({ document }) => `- ${code(`${SIDE_FOLDERS[document.side]}/${document.fileName}`)}`)
      .join("\n"),
  ];
}
