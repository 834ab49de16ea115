import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { BUCKET, exampleDraft } from "#core/parameters/running-example.ts";
import { bundle } from "#core/render/bundle.ts";
import { type AwsState, freshState, openWorld, PROFILES, type World } from "./world.ts";

export const LINK = "https://s3-handshake.example/#/bucket-policy/review?v=1";

interface Policy {
  readonly Version: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

export interface Sharing extends World {
  /** The document of the bundle whose file name has this in it. */
  readonly document: (name: string) => Policy;
}

export function runningExample(method: string, changes: Partial<Draft> = {}): Draft {
  return {
    ...exampleDraft(method, {
      ...PROFILES,
      settings:
        method === "assume-role"
          ? { roleName: "AcmeShareReader", externalId: "acme-7f3c9b52" }
          : {},
    }),
    ...changes,
  };
}

/** The running example, or another draft, bundled into a folder from which its scripts can be run. */
export function openSharing(
  method: Method,
  state: AwsState = freshState(),
  draft: Draft = runningExample(method.id),
): Sharing {
  const made = bundle(method.prepare(draft), { link: LINK, edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  const { files } = made.value;
  const document = (name: string): Policy => {
    const path = [...files.keys()].find((one) => one.includes(name));
    if (path === undefined) throw new Error(`The bundle has no ${name}.`);
    return JSON.parse(files.get(path) ?? "") as Policy;
  };
  return { ...openWorld(files, state), document };
}

export function bucketPolicyOf(state: AwsState): unknown {
  const policy = state.buckets[BUCKET]?.policy;
  return policy === undefined ? undefined : JSON.parse(policy);
}

export function setBucketPolicy(state: AwsState, policy: unknown): AwsState {
  const bucket = state.buckets[BUCKET];
  if (bucket === undefined) throw new Error("There is no bucket.");
  bucket.policy = JSON.stringify(policy);
  return state;
}

/** A statement that is there for another purpose, written as S3's own log delivery needs it. */
export const OTHER_STATEMENT = {
  Sid: "Logs",
  Effect: "Allow",
  Principal: { Service: "logging.s3.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: `arn:aws:s3:::${BUCKET}/logs/*`,
} as const;

/** One statement, not a list of one: valid, and common in old policies. */
export const OTHER_POLICY = {
  Version: "2012-10-17",
  Id: "theirs",
  Statement: OTHER_STATEMENT,
} as const;

export function backupsOf(world: World, folder = "account-a"): readonly string[] {
  return readdirSync(join(world.folder, folder)).filter((name) => name.startsWith("backup-"));
}
