import { type CliCommand, textOption } from "#core/render/command-line.ts";
import { type Caller, call, partitionRegion } from "./caller.ts";

export const getCallerIdentity = (caller: Caller): CliCommand =>
  call(caller, "sts", "get-caller-identity", [], partitionRegion(caller));

export interface SessionRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  /** "" for none. */
  readonly externalId: string;
  readonly durationSeconds?: number;
}

export function assumeRole(caller: Caller, request: SessionRequest): CliCommand {
  const { roleArn, sessionName, externalId, durationSeconds } = request;
  const options = [
    textOption("--role-arn", roleArn),
    textOption("--role-session-name", sessionName),
    ...(externalId === "" ? [] : [textOption("--external-id", externalId)]),
    ...(durationSeconds === undefined
      ? []
      : [textOption("--duration-seconds", String(durationSeconds))]),
  ];
  return call(caller, "sts", "assume-role", options, partitionRegion(caller));
}
