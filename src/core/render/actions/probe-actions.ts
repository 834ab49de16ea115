import type { Operation, Probe } from "#core/plan/operation.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as iam from "#core/render/calls/iam.ts";
import * as quicksight from "#core/render/calls/quicksight.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import * as s3control from "#core/render/calls/s3control.ts";
import * as sts from "#core/render/calls/sts.ts";
import { answering, type CliCommand } from "#core/render/command-line.ts";
import {
  call,
  looking,
  type ScriptAction,
  type ScriptCommand,
  type ScriptFunction,
  VARIABLES,
} from "./script-action.ts";

/**
 * What verify does, run by the consuming identity. Probes after an `assume-role` or a
 * `get-data-access` run with that session, whose credentials the script holds; the role's profile need not be set up.
 */
export function probeActions(
  operations: readonly Operation[],
  app: Caller,
): readonly ScriptAction[] {
  let inSession = false;
  return operations.flatMap((operation): readonly ScriptAction[] => {
    switch (operation.kind) {
      case "probe":
        return [probeAction(operation, inSession ? { ...app, profile: "" } : app, inSession)];
      case "probe-assume-role": {
        const command = answering(sts.assumeRole(app, operation), "AssumedRoleUser.Arn");
        return [
          call("probe", "", [operation.expect, operation.shows], [attempting(command, false)]),
        ];
      }
      case "simulate-principal-policy": {
        const { expect, principalArn, action, resourceArn } = operation;
        const can = expect === "allowed" ? "allow" : "do not allow";
        const shows = `the policies of ${nameInArn(principalArn)} ${can} ${action} on ${resourceArn}`;
        const command = iam.simulatePrincipalPolicy(app, operation);
        return [call("probe-policies", "", [expect, shows], [looking(command)])];
      }
      case "wait-for-data-source":
        return [
          call(
            "probe-status",
            "",
            [operation.shows],
            [looking(quicksight.getDataSourceStatus(app, operation))],
          ),
        ];
      case "wait-for-ingestion":
        return [
          call(
            "probe-status",
            "",
            [operation.shows],
            [looking(quicksight.getIngestionStatus(app, operation))],
          ),
        ];
      case "assume-role": {
        inSession = true;
        return sessionActions(operation, app);
      }
      case "get-data-access": {
        inSession = true;
        const { permission, target } = operation;
        const command = answering(s3control.getDataAccess(app, operation), SESSION);
        return [
          call("open-session", "", [`${permission} for ${target} is given`], [looking(command)]),
        ];
      }
      case "probe-data-access": {
        const command = answering(s3control.getDataAccess(app, operation), "MatchedGrantTarget");
        return [
          call("probe", "", [operation.expect, operation.shows], [attempting(command, false)]),
        ];
      }
      default:
        return [];
    }
  });
}

/** What a session's credentials are made of. */
const SESSION = "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]";

function sessionActions(
  operation: Extract<Operation, { kind: "assume-role" }>,
  app: Caller,
): readonly ScriptAction[] {
  const { mfaSerial } = operation;
  const command = answering(
    sts.assumeRole(app, {
      ...operation,
      ...(mfaSerial === undefined
        ? {}
        : { mfa: { serial: mfaSerial, code: { kind: "variable", variable: VARIABLES.mfaCode } } }),
    }),
    SESSION,
  );
  return [
    ...(mfaSerial === undefined ? [] : [call("ask-mfa-code", "", [mfaSerial], [])]),
    call(
      "open-session",
      "",
      [`role ${nameInArn(operation.roleArn)} can be assumed`],
      [looking(command)],
    ),
  ];
}

function attempting(command: CliCommand, inSession: boolean): ScriptCommand {
  return { name: "attempt", command, mode: inSession ? "session" : "asks" };
}

function probeAction(probe: Probe, app: Caller, inSession: boolean): ScriptAction {
  const { access, bucket, path, expect, shows } = probe;
  const made = (
    run: ScriptFunction,
    command: CliCommand,
    more: readonly string[] = [],
    before: readonly ScriptCommand[] = [],
  ) => call(run, "", [expect, shows, ...more], [...before, attempting(command, inSession)]);
  switch (access) {
    case "list":
      return made("probe", s3api.listFirstKey(app, bucket, path));
    case "read": {
      if (probe.existing !== true) {
        return made("probe-read", s3api.getFirstByte(app, bucket, { kind: "text", text: path }));
      }
      return made(
        "probe-existing",
        s3api.getFirstByte(app, bucket, { kind: "variable", variable: VARIABLES.key }),
        [bucket, path],
        [
          {
            name: "list",
            command: s3api.listFirstKey(app, bucket, path),
            mode: inSession ? "session" : "asks",
          },
        ],
      );
    }
    case "write":
      return expect === "allowed"
        ? made("probe-write", s3api.putEmptyObject(app, bucket, path), [bucket, path])
        : made("probe-write-nothing", s3api.putNothing(app, bucket, path));
    case "delete":
      return made("probe-delete", s3api.deleteObject(app, bucket, path), [bucket, path]);
  }
}
