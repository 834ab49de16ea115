import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
  type STSClientConfig,
} from "@aws-sdk/client-sts";
import { stsEndpoint } from "#core/aws/sts-endpoint.ts";
import type { Credentials } from "#core/credentials/credentials.ts";
import type { StsFailure } from "#core/credentials/sts-failure.ts";
import { watchForBlocking } from "./blocked-connection.ts";

/** One repetition, for a connection that broke or a request too many. */
const ATTEMPTS = 2;
const GIVE_UP_MILLISECONDS = 20_000;
/** The shortest that AWS gives; the session is thrown away at once. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const SESSION_SECONDS = 900;

export interface StsCall {
  readonly region: string;
  readonly credentials: Credentials;
  /** Aborted by whoever does not want to wait any longer. */
  readonly signal: AbortSignal;
}

export type StsOutcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly failure: StsFailure };

export interface Identity {
  readonly account: string;
  readonly arn: string;
}

/** What became of a session that was made to see whether it can be; its credentials are not part of it. */
export interface AssumedSession {
  readonly arn: string;
  readonly endsAt: Date | undefined;
}

export async function getCallerIdentity(call: StsCall): Promise<StsOutcome<Identity>> {
  return ask(call, async (client, abortSignal) => {
    const { Account = "", Arn = "" } = await client.send(new GetCallerIdentityCommand({}), {
      abortSignal,
    });
    return { account: Account, arn: Arn };
  });
}

export async function assumeRole(
  call: StsCall,
  role: { readonly arn: string; readonly sessionName: string; readonly externalId: string },
): Promise<StsOutcome<AssumedSession>> {
  return ask(call, async (client, abortSignal) => {
    const command = new AssumeRoleCommand({
      RoleArn: role.arn,
      RoleSessionName: role.sessionName,
      DurationSeconds: SESSION_SECONDS,
      ...(role.externalId === "" ? {} : { ExternalId: role.externalId }),
    });
    const { AssumedRoleUser, Credentials } = await client.send(command, { abortSignal });
    return { arn: AssumedRoleUser?.Arn ?? "", endsAt: Credentials?.Expiration };
  });
}

async function ask<Value>(
  { region, credentials, signal }: StsCall,
  send: (client: STSClient, abortSignal: AbortSignal) => Promise<Value>,
): Promise<StsOutcome<Value>> {
  const endpoint = endpointOf(region);
  const blocking = watchForBlocking(endpoint);
  const giveUp = new AbortController();
  const cancel = () => giveUp.abort();
  signal.addEventListener("abort", cancel);
  const timer = setTimeout(cancel, GIVE_UP_MILLISECONDS);
  const client = new STSClient(clientConfig(region, endpoint, credentials));
  try {
    signal.throwIfAborted();
    return { kind: "done", value: await send(client, giveUp.signal) };
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled" };
    if (giveUp.signal.aborted) return failed({ kind: "slow" });
    if (blocking.isBlocked()) return failed({ kind: "blocked" });
    return failed(failureOf(error, credentials));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
    blocking.stop();
    client.destroy();
  }
}

/** In a build for tests all regions are answered by one server on this machine. */
function endpointOf(region: string): string {
  const endpoint = import.meta.env.STS_TEST_ENDPOINT ?? stsEndpoint(region);
  if (endpoint === undefined) throw new Error("a region without STS was asked");
  return endpoint;
}

function clientConfig(
  region: string,
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
): STSClientConfig {
  return {
    region,
    endpoint,
    credentials: {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    maxAttempts: ATTEMPTS,
    retryMode: "standard",
    requestHandler: { cache: "no-store", credentials: "omit", requestInit: () => REQUEST },
  };
}

const REQUEST: RequestInit = { referrerPolicy: "no-referrer", redirect: "error" };

function failed(failure: StsFailure): { readonly kind: "failed"; readonly failure: StsFailure } {
  return { kind: "failed", failure };
}

interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
  readonly $fault?: unknown;
}

/** The error itself stays here: it holds the request and the response. */
function failureOf(thrown: unknown, credentials: Credentials): StsFailure {
  if (!navigator.onLine) return { kind: "offline" };
  const { name, message, $fault, $metadata } = (thrown ?? {}) as Thrown;
  if ($fault !== undefined && typeof name === "string" && name !== "Unknown") {
    return {
      kind: "answered",
      code: name,
      message: withoutSecrets(typeof message === "string" ? message : "", credentials),
    };
  }
  return { kind: $metadata?.httpStatusCode === undefined ? "unreachable" : "unreadable" };
}

function withoutSecrets(message: string, credentials: Credentials): string {
  return Object.values(credentials).reduce(
    (text: string, secret: string) => text.replaceAll(secret, "…"),
    message,
  );
}
