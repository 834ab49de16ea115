import type { Operation, OperationKind } from "#core/plan/operation.ts";
import type { Caller } from "./calls/caller.ts";
import { fileNameOf } from "./command-context.ts";
import type { CliCommand, CliValue } from "./command-line.ts";

/** The callers of one side's commands. */
export interface Callers {
  readonly admin: Caller;
  readonly app: Caller;
  readonly probe: Caller;
}

export type Of<Kind extends OperationKind> = Extract<Operation, { kind: Kind }>;

/** For each kind of operation the commands to be copied. */
export type CommandTable = {
  readonly [Kind in OperationKind]: (
    operation: Of<Kind>,
    callers: Callers,
  ) => readonly CliCommand[];
};

export const file = (path: string): CliValue => ({ kind: "file", path });

export function document({ admin }: Callers, id: string): CliValue {
  return file(fileNameOf(admin.context, id));
}

export const noted = (command: CliCommand, note: string): CliCommand => ({ ...command, note });

/** Where the commands on screen keep what was there before. */
export const backupOf = (id: string): string => `${id}.backup.json`;
