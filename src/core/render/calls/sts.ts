import { type CliCommand, type CliValue, textOption } from "#core/render/command-line.ts";
import { type Caller, call, partitionRegion } from "./caller.ts";

export const getCallerIdentity = (caller: Caller): CliCommand =>
  call(caller, "sts", "get-caller-identity", [], partitionRegion(caller));

export interface SessionRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  /** "" for none. */
  readonly externalId: string;
  readonly durationSeconds?: number;
  readonly mfa?: { readonly serial: string; readonly code: CliValue };
}

export function assumeRole(caller: Caller, request: SessionRequest): CliCommand {
  const { roleArn, sessionName, externalId, durationSeconds, mfa } = request;
  const options = [
    textOption("--role-arn", roleArn),
    textOption("--role-session-name", sessionName),
    ...(externalId === "" ? [] : [textOption("--external-id", externalId)]),
    ...(durationSeconds === undefined
      ? []
      : [textOption("--duration-seconds", String(durationSeconds))]),
    ...(mfa === undefined
      ? []
      : [
          textOption("--serial-number", mfa.serial),
          { name: "--token-code", value: mfa.code } as const,
        ]),
  ];
  return call(caller, "sts", "assume-role", options, partitionRegion(caller));
}
