import type { Operation } from "#core/plan/operation.ts";
import { type CommandContext, fileNameOf } from "#core/render/command-context.ts";

/**
 * The file that the plan put where `wanted` finds it: an operation that takes something away names
 * it, but not the document. A plan that takes away what it never put is a bug.
 */
export function putFile(
  context: CommandContext,
  wanted: (operation: Operation) => string | undefined,
): string {
  for (const operation of context.operations) {
    const document = wanted(operation);
    if (document !== undefined) return fileNameOf(context, document);
  }
  throw new Error("The plan takes away a document that it does not put.");
}
