import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { assumeRole, getCallerIdentity } from "./sts.ts";

const sent: { config: Record<string, unknown>; input: unknown }[] = [];
let reply: (signal: AbortSignal) => Promise<unknown> = async () => ({});

vi.mock("@aws-sdk/client-sts", () => {
  const command = (name: string) =>
    class {
      readonly name = name;
      readonly input: unknown;
      constructor(input: unknown) {
        this.input = input;
      }
    };
  return {
    GetCallerIdentityCommand: command("GetCallerIdentity"),
    AssumeRoleCommand: command("AssumeRole"),
    STSClient: class {
      readonly config: Record<string, unknown>;
      constructor(config: Record<string, unknown>) {
        this.config = config;
      }
      send({ input }: { input: unknown }, { abortSignal }: { abortSignal: AbortSignal }) {
        sent.push({ config: this.config, input });
        return reply(abortSignal);
      }
      destroy() {}
    },
  };
});

const CREDENTIALS = {
  accessKeyId: "ASIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  sessionToken: "IQoJb3JpZ2luX2VjE".repeat(20),
};
const call = (signal = new AbortController().signal) => ({
  region: "eu-west-1",
  credentials: CREDENTIALS,
  signal,
});
const thrown = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });
const fails = (error: Error) => {
  reply = async () => {
    throw error;
  };
};
const untilAborted = (signal: AbortSignal) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(thrown("AbortError", "aborted")));
  });

beforeEach(() => {
  sent.length = 0;
  reply = async () => ({});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("asks the endpoint of the Region, at most twice, without cookies or referrer", async () => {
  reply = async () => ({
    Account: "111122223333",
    Arn: "arn:aws:iam::111122223333:user/a",
    UserId: "AIDA",
  });
  expect(await getCallerIdentity(call())).toEqual({
    kind: "done",
    value: { account: "111122223333", arn: "arn:aws:iam::111122223333:user/a" },
  });
  expect(sent[0]?.config).toMatchObject({
    region: "eu-west-1",
    endpoint: "https://sts.eu-west-1.amazonaws.com",
    maxAttempts: 2,
    requestHandler: { credentials: "omit", cache: "no-store" },
  });
});

it("gives on nothing of the session but who and until when", async () => {
  const endsAt = new Date("2026-11-22T12:00:00Z");
  reply = async () => ({
    AssumedRoleUser: { Arn: "arn:aws:sts::111122223333:assumed-role/R/s" },
    Credentials: {
      AccessKeyId: "ASIA",
      SecretAccessKey: "s",
      SessionToken: "t",
      Expiration: endsAt,
    },
  });
  const role = { arn: "arn:aws:iam::111122223333:role/R", sessionName: "s", externalId: "" };
  expect(await assumeRole(call(), role)).toEqual({
    kind: "done",
    value: { arn: "arn:aws:sts::111122223333:assumed-role/R/s", endsAt },
  });
  expect(sent[0]?.input).toEqual({ RoleArn: role.arn, RoleSessionName: "s", DurationSeconds: 900 });
  await assumeRole(call(), { ...role, externalId: "acme" });
  expect(sent[1]?.input).toMatchObject({ ExternalId: "acme" });
});

it("tells an answer of AWS by its code, with nothing of the credentials in it", async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = CREDENTIALS;
  const message = `${accessKeyId} ${secretAccessKey} x-amz-security-token:${sessionToken}`;
  fails(
    thrown("SignatureDoesNotMatch", message, {
      $fault: "client",
      $metadata: { httpStatusCode: 403 },
    }),
  );
  expect(await getCallerIdentity(call())).toEqual({
    kind: "failed",
    failure: {
      kind: "answered",
      code: "SignatureDoesNotMatch",
      message: "… … x-amz-security-token:…",
    },
  });
});

it.each([
  ["unreachable", thrown("TypeError", "Failed to fetch")],
  [
    "unreadable",
    thrown("Error", "@aws-sdk XML parse error", { $metadata: { httpStatusCode: 200 } }),
  ],
])("tells what is %s", async (kind, error) => {
  fails(error);
  expect(await getCallerIdentity(call())).toEqual({ kind: "failed", failure: { kind } });
});

it("tells that the browser is offline", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  fails(thrown("TypeError", "Failed to fetch"));
  expect(await getCallerIdentity(call())).toMatchObject({ failure: { kind: "offline" } });
});

it("tells that the Content-Security-Policy is in the way, when it is about this endpoint", async () => {
  const violation = (blockedURI: string) => {
    const event = new Event("securitypolicyviolation");
    Object.assign(event, { effectiveDirective: "connect-src", blockedURI });
    document.dispatchEvent(event);
  };
  reply = async () => {
    violation("https://elsewhere.example/");
    throw thrown("TypeError", "Failed to fetch");
  };
  expect(await getCallerIdentity(call())).toMatchObject({ failure: { kind: "unreachable" } });
  reply = async () => {
    violation("https://sts.eu-west-1.amazonaws.com/");
    throw thrown("TypeError", "Failed to fetch");
  };
  expect(await getCallerIdentity(call())).toMatchObject({ failure: { kind: "blocked" } });
});

it("ends when it is cancelled, before the request and during it", async () => {
  const controller = new AbortController();
  reply = untilAborted;
  const waiting = getCallerIdentity(call(controller.signal));
  controller.abort();
  expect(await waiting).toEqual({ kind: "cancelled" });
  expect(await getCallerIdentity(call(controller.signal))).toEqual({ kind: "cancelled" });
  expect(sent).toHaveLength(1);
});

it("gives up by itself", async () => {
  vi.useFakeTimers();
  reply = untilAborted;
  const waiting = getCallerIdentity(call());
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await waiting).toEqual({ kind: "failed", failure: { kind: "slow" } });
});
