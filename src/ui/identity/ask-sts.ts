import type { Caller } from "#core/credentials/caller.ts";
import { callerOf } from "#core/credentials/caller.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import type { StsCall, StsOutcome } from "#platform/sts.ts";

export type ThroughRole = Extract<AccessPath, { kind: "through-role" }>;

/** The SDK comes with the first call. A page that lost the network cannot even fetch that. */
async function loadSts(): Promise<typeof import("#platform/sts.ts") | undefined> {
  try {
    return await import("#platform/sts.ts");
  } catch {
    return undefined;
  }
}
const NOT_LOADED = { kind: "failed", failure: { kind: "offline" } } as const;

/** Who the credentials belong to. */
export async function askCaller(call: StsCall): Promise<StsOutcome<Caller>> {
  const sts = await loadSts();
  if (sts === undefined) return NOT_LOADED;
  const outcome = await sts.getCallerIdentity(call);
  if (outcome.kind !== "done") return outcome;
  const caller = callerOf(outcome.value.account, outcome.value.arn);
  return caller.ok
    ? { kind: "done", value: caller.value }
    : { kind: "failed", failure: { kind: "unreadable" } };
}

export interface RoleToTest {
  readonly arn: string;
  /** The account whose principals may assume it. */
  readonly forAccount: string;
  readonly externalId: string;
}

export interface HandshakeAnswer {
  readonly caller: Caller;
  /** Not asked for when the caller is of another account. */
  readonly session:
    | StsOutcome<{ readonly arn: string; readonly endsAt: Date | undefined }>
    | undefined;
}

/** Shows in account A's CloudTrail. */
const SESSION_NAME = "s3-handshake-test";

/** Who the credentials belong to, and whether AWS lets that caller have a session of the role. */
export async function askHandshake(
  call: StsCall,
  { arn, forAccount, externalId }: RoleToTest,
): Promise<StsOutcome<HandshakeAnswer>> {
  const outcome = await askCaller(call);
  if (outcome.kind !== "done") return outcome;
  const caller = outcome.value;
  if (caller.account !== forAccount) return { kind: "done", value: { caller, session: undefined } };
  const sts = await loadSts();
  if (sts === undefined) return NOT_LOADED;
  const session = await sts.assumeRole(call, { arn, sessionName: SESSION_NAME, externalId });
  return session.kind === "cancelled" ? session : { kind: "done", value: { caller, session } };
}
