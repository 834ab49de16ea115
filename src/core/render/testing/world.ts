import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  BUCKET,
  CANONICAL_A,
  CANONICAL_B,
  KEY_ARN,
  ROLE_ARN,
} from "#core/parameters/running-example.ts";
import { serveAws } from "./aws-server.ts";

/** What the stand-in for AWS knows; see aws-cli.js beside this file. */
export interface AwsState {
  callers: Record<string, Caller>;
  buckets: Record<string, Bucket>;
  roles: Record<string, Role>;
  users: Record<string, User>;
  policies: Record<string, string>;
  keys: Record<string, { policy: string; manager?: string }>;
  /** Canonical user ID of each account. */
  canonicalIds: Record<string, string>;
  dataSources: Record<string, Record<string, unknown>>;
  dataSets: Record<string, Record<string, unknown>>;
  /** Of data sources that are created. */
  dataSourceStatus?: string;
  faults: Fault[];
  calls: Call[];
  sessions: Record<string, Caller>;
  /** By account and region. */
  instances: Record<string, Instance>;
  shares: Record<string, { name: string; accepted: boolean; principal: string }>;
}

export interface Instance {
  arn: string;
  identityCenter?: string;
  policy?: string;
  locations: { AccessGrantsLocationId: string; LocationScope: string; IAMRoleArn: string }[];
  grants: {
    AccessGrantId: string;
    GrantScope: string;
    Permission: string;
    Grantee: { GranteeType: string; GranteeIdentifier: string };
    isObject: boolean;
    AccessGrantsLocationId?: string;
  }[];
}

interface Caller {
  account: string;
  arn: string;
  grants?: Grant[];
}

export interface Grant {
  access: string;
  prefix: string;
}

interface Bucket {
  owner: string;
  policy?: string;
  ownership?: string;
  encryption?: { SSEAlgorithm: string; KMSMasterKeyID?: string };
  objects: Record<string, string>;
  acl?: AccessControlList;
  acls?: Record<string, AccessControlList>;
}

interface AccessControlList {
  Owner: { ID: string };
  Grants: { Grantee: { Type: string; ID?: string; URI?: string }; Permission: string }[];
}

interface Role {
  arn: string;
  trust: string;
  seconds: number;
  inline?: Record<string, string>;
  attached?: string[];
  profiles?: string[];
  grants?: Grant[];
  externalId?: string;
  mfaCode?: string;
}

interface User {
  arn: string;
  boundary?: string;
  tags?: { Key: string; Value: string }[];
  keys?: string[];
  inline?: Record<string, string>;
  attached?: string[];
  groups?: string[];
  mfa?: string[];
}

interface Fault {
  operation: string;
  times: number;
  code?: string;
  message?: string;
  /** Ends the script instead of answering, as a lost connection or Ctrl-C would. */
  kill?: boolean;
}

interface Call {
  operation: string;
  words: string[];
  args: Record<string, string>;
  caller: string;
  writes: boolean;
}

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** A folder with a bundle's files in it, and the two accounts that its scripts talk to. */
export interface World {
  readonly folder: string;
  readonly run: (
    script: string,
    args?: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => Promise<Run>;
  readonly state: () => AwsState;
  readonly change: (change: (state: AwsState) => void) => void;
  /** Operations that changed something, since the last call of this. */
  readonly written: () => readonly string[];
  readonly close: () => void;
}

export const KEY_POLICY = JSON.stringify({
  Version: "2012-10-17",
  Id: "key-default-1",
  Statement: [
    {
      Sid: "Enable IAM policies",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT_A}:root` },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});

/** The running example's accounts before anything is shared. */
export function freshState(): AwsState {
  return {
    callers: {
      "": { account: ACCOUNT_A, arn: `arn:aws:iam::${ACCOUNT_A}:user/admin` },
      "a-admin": { account: ACCOUNT_A, arn: `arn:aws:iam::${ACCOUNT_A}:user/admin` },
      "b-admin": { account: ACCOUNT_B, arn: `arn:aws:iam::${ACCOUNT_B}:user/admin` },
      "b-app": {
        account: ACCOUNT_B,
        arn: `arn:aws:sts::${ACCOUNT_B}:assumed-role/analytics-app/test`,
      },
    },
    buckets: {
      [BUCKET]: {
        owner: ACCOUNT_A,
        ownership: "BucketOwnerEnforced",
        encryption: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: KEY_ARN },
        objects: { "reports/2026/01.csv": "x", "other/secret.csv": "x" },
      },
    },
    roles: { "analytics-app": { arn: ROLE_ARN, trust: "{}", seconds: 3600 } },
    users: {},
    policies: {},
    keys: { [KEY_ARN]: { policy: KEY_POLICY } },
    canonicalIds: { [ACCOUNT_A]: CANONICAL_A, [ACCOUNT_B]: CANONICAL_B },
    dataSources: {},
    dataSets: {},
    faults: [],
    calls: [],
    sessions: {},
    instances: {},
    shares: {},
  };
}

export const PROFILES = {
  owner: { profile: "a-admin" },
  consumer: { profile: "b-admin", appProfile: "b-app" },
} as const;

/** The name has what breaks careless scripts: blanks, quotes, a dollar, brackets, a leading dash. */
const AWKWARD_FOLDER = `-it's "new" $HOME [x]* & co`;

export function openWorld(
  files: ReadonlyMap<string, string>,
  state: AwsState = freshState(),
): World {
  const root = mkdtempSync(join(tmpdir(), "s3-handshake-test-"));
  const folder = join(root, AWKWARD_FOLDER);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (path.endsWith(".sh")) chmodSync(join(folder, path), 0o755);
  }
  let kept = JSON.stringify(state);
  const read = (): AwsState => JSON.parse(kept) as AwsState;
  const write = (next: AwsState) => {
    kept = JSON.stringify(next);
  };
  let seen = 0;
  return {
    folder,
    state: read,
    change: (change) => {
      const next = read();
      change(next);
      write(next);
    },
    written: () => {
      const { calls } = read();
      const writes = calls.slice(seen).filter((call) => call.writes);
      seen = calls.length;
      return writes.map(({ operation }) => operation);
    },
    run: async (script, args = [], environment = {}) => {
      const { server, port } = await serveAws({ read, write });
      const run = await runScript(join(folder, script), args, {
        PATH: [import.meta.dirname, process.env["PATH"]].join(delimiter),
        HOME: root,
        TMPDIR: root,
        AWS_STUB: String(port),
        S3_HANDSHAKE_PAUSE: "0",
        ...environment,
      });
      server.close();
      return run;
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** In a process group of its own, so that the stand-in can end the script with all its children. */
function runScript(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn("bash", [path, ...args], {
      env,
      detached: true,
      cwd: tmpdir(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}
