import type { Operation } from "#core/plan/operation.ts";
import { cliCommands } from "#core/render/cli-command.ts";
import type { CommandContext } from "#core/render/command-context.ts";
import { commandText, type Shell } from "#core/render/command-text.ts";
import { profileLines } from "#core/render/config-profile.ts";
import type { Side } from "#core/side.ts";

/** One thing to do, as it is shown: to run, to write into a file, or to do by hand. */
export type Doing =
  | { readonly kind: "command"; readonly text: string; readonly note: string | undefined }
  | { readonly kind: "file-lines"; readonly file: string; readonly text: string }
  | { readonly kind: "by-hand"; readonly instruction: string; readonly url: string };

export function doingsOf(
  operations: readonly Operation[],
  context: CommandContext,
  side: Side,
  shell: Shell,
): readonly Doing[] {
  return operations.flatMap((operation): readonly Doing[] => {
    if (operation.kind === "by-hand") return [operation];
    if (operation.kind === "configure-profile") {
      return [{ kind: "file-lines", file: "~/.aws/config", text: profileLines(operation) }];
    }
    return cliCommands(operation, context, side).map((command) => ({
      kind: "command",
      text: commandText(command, shell),
      note: command.note,
    }));
  });
}
