import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Method, Prepared } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { bundle } from "#core/render/bundle.ts";
import { SIDE_FOLDERS, type Side } from "#core/side.ts";
import { type AccountsBefore, accountsBefore, type Policy } from "./accounts.ts";
import { type Aws, type Credentials, ended, type Run, spawnIn } from "./aws.ts";
import { sidesToRun } from "./cases-to-run.ts";

export const LINK = "https://s3-handshake.example/#/review?v=1";

/** Blanks, quotes, a dollar, brackets, a leading dash: what breaks careless scripts. */
const AWKWARD_FOLDER = `-it's "new" $HOME [x]* & co`;

/** Profiles. */
export const ADMINS = { owner: "a-admin", consumer: "b-admin" } as const;

/** A sharing's bundle in a folder, and the accounts for which its scripts are made. */
export interface SharedBundle {
  readonly prepared: Prepared;
  readonly folder: string;
  /** The sides whose scripts are run, in the order of the plan. */
  readonly order: readonly Side[];
  /** `apply` of account A: `run("owner", "apply", "--merge")`. */
  readonly run: (side: Side, kind: string, ...args: readonly string[]) => Promise<Run>;
  /** The same, not waited for. */
  readonly start: (side: Side, kind: string, ...args: readonly string[]) => StartedScript;
  /** With other variables in the environment. */
  readonly runWith: (
    changed: Readonly<Record<string, string>>,
    side: Side,
    kind: string,
  ) => Promise<Run>;
  /** What a person does after apply: an access key for a user that it has created, in a profile. */
  readonly makeAccessKey: () => Promise<void>;
  /** The admin's profile of that side gets the credentials of the admin of another account. */
  readonly mistakeAccount: (side: Side, account: string) => void;
  readonly document: (id: string) => Policy;
  readonly close: () => void;
}

export interface StartedScript {
  readonly run: Promise<Run>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface BundleOptions {
  readonly change?: (before: AccountsBefore) => AccountsBefore;
  readonly environment?: Readonly<Record<string, string>>;
  /** Calls that moto lacks are answered by the recorder. */
  readonly isRecorded?: boolean;
  /** Whose scripts are run; those that moto can run unless said otherwise. */
  readonly sides?: (prepared: Prepared) => readonly Side[];
}

export async function openBundle(
  aws: Aws,
  method: Method,
  draft: Draft,
  {
    change = (before) => before,
    environment = {},
    isRecorded = false,
    sides = sidesToRun,
  }: BundleOptions = {},
): Promise<SharedBundle> {
  const prepared = method.prepare({
    ...draft,
    owner: { ...draft.owner, profile: ADMINS.owner },
    consumer: { ...draft.consumer, profile: ADMINS.consumer, appProfile: "b-app" },
  });
  const made = bundle(prepared, { link: LINK, edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  const root = mkdtempSync(join(tmpdir(), "s3h-bundle-"));
  const folder = join(root, AWKWARD_FOLDER);
  for (const [path, text] of made.value.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { admins, profiles } = await beginWith(aws, prepared, change(accountsBefore(prepared)));
  const startWith = (
    changed: Readonly<Record<string, string>>,
    side: Side,
    kind: string,
    args: readonly string[],
  ): StartedScript => {
    const script = join(folder, SIDE_FOLDERS[side], `${kind}.sh`);
    const child = spawnIn("bash", [script, ...args], tmpdir(), {
      ...aws.environment,
      AWS_DEFAULT_REGION: prepared.agreement.owner.region,
      ...(isRecorded ? { S3_HANDSHAKE_RECORD: "1" } : {}),
      ...environment,
      ...changed,
    });
    return {
      run: ended(child),
      signal: (signal) => {
        if (child.pid !== undefined) process.kill(-child.pid, signal);
      },
    };
  };
  const start = (side: Side, kind: string, ...args: readonly string[]) =>
    startWith({}, side, kind, args);
  const order = sides(prepared).filter((side) =>
    made.value.files.has(`${SIDE_FOLDERS[side]}/apply.sh`),
  );
  return {
    prepared,
    folder,
    order,
    start,
    run: (side, kind, ...args) => start(side, kind, ...args).run,
    runWith: (changed, side, kind) => startWith(changed, side, kind, []).run,
    makeAccessKey: async () => {
      const created = prepared.plan.steps
        .flatMap((step) => step.operations)
        .find((operation) => operation.kind === "create-user");
      if (created === undefined) return;
      const key = await aws.credentialsOf(created.userArn);
      aws.setProfiles(new Map([...profiles, ["b-app", key]]));
    },
    mistakeAccount: (side, account) => {
      const other = admins.get(account);
      if (other === undefined) throw new Error(`There is no account ${account}.`);
      aws.setProfiles(new Map([...profiles, [ADMINS[side], other]]));
    },
    document: (id) => {
      const found = prepared.documents.find((one) => one.id === id);
      if (found === undefined) throw new Error(`There is no document ${id}.`);
      const path = `${SIDE_FOLDERS[found.side]}/${found.fileName}`;
      return JSON.parse(made.value.files.get(path) ?? "") as Policy;
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function beginWith(
  aws: Aws,
  prepared: Prepared,
  before: AccountsBefore,
): Promise<Record<"admins" | "profiles", ReadonlyMap<string, Credentials>>> {
  const { owner, consumer } = prepared.agreement;
  const admins = await aws.begin(before);
  const profiles = new Map<string, Credentials>(
    [
      [ADMINS.owner, admins.get(owner.account)] as const,
      [ADMINS.consumer, admins.get(consumer.account)] as const,
    ].flatMap(([name, credentials]) => (credentials === undefined ? [] : [[name, credentials]])),
  );
  const app = before.roles[0] ?? before.users[0];
  if (app !== undefined) profiles.set("b-app", await aws.credentialsOf(app));
  aws.setProfiles(profiles);
  await aws.seen();
  return { admins, profiles };
}
