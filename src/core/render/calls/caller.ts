import type { CommandContext } from "#core/render/command-context.ts";
import { type CliCommand, type CliOption, textOption } from "#core/render/command-line.ts";

/** Who runs a command and for which sharing. */
export interface Caller {
  readonly context: CommandContext;
  /** "" for the credentials that the environment has. */
  readonly profile: string;
}

/** One call with the options that name where and as whom. */
export function call(
  caller: Caller,
  service: string,
  operation: string,
  options: readonly CliOption[],
  region: string,
): CliCommand {
  const global = [
    ...(region === "" ? [] : [textOption("--region", region)]),
    ...(caller.profile === "" ? [] : [textOption("--profile", caller.profile)]),
  ];
  return { service, operation, options: [...options, ...global], operands: [] };
}

/**
 * IAM and STS answer anywhere in their partition; outside `aws` the CLI learns the partition from the region.
 * @see https://docs.aws.amazon.com/general/latest/gr/iam-service.html
 */
export function partitionRegion({ context }: Caller): string {
  return context.partition === "aws" ? "" : context.region;
}
