import type { Partition } from "#core/aws/region.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { Side } from "#core/side.ts";

/** What the commands of a sharing need besides the operation itself. */
export interface CommandContext {
  readonly partition: Partition;
  readonly region: string;
  /** Of each shared bucket. */
  readonly bucketRegions: ReadonlyMap<string, string>;
  /** The account in which each side's calls are made. */
  readonly accounts: Readonly<Record<Side, string>>;
  /** AWS CLI profile of each side's admin; "" for the default credentials. */
  readonly profiles: Readonly<Record<Side, string>>;
  /** The consuming identity. */
  readonly appProfile: string;
  /** Runs the probes: the consuming identity, or the profile that assumes the role for it. */
  readonly probeProfile: string;
  /** Document id to file name inside the side's folder. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** Documents whose files hold what is there already, too. */
  readonly merged: ReadonlySet<string>;
  /** Document id to the file, inside the side's folder, of what was there when it was reviewed. */
  readonly reviewed: ReadonlyMap<string, string>;
  /** Every operation of the plan: an undo finds in it what was put. */
  readonly operations: readonly Operation[];
}

/** What the commands of a sharing share: accounts, profiles, regions and files. */
export function commandContext(prepared: Prepared): CommandContext {
  const { owner, consumer, partition } = prepared.agreement;
  // With keys of a user of account A the consumer's calls are made in account A.
  const asUser = prepared.accessPath.kind === "as-user";
  // Who asks in verify: the consuming identity, or the admin where nobody can act as it.
  const asksAsApp = prepared.method.parameters.some(({ id }) => id === "consumer.appProfile");
  const appProfile = asksAsApp ? consumer.appProfile : consumer.profile;
  const operations = prepared.plan.steps.flatMap((step) => step.operations);
  const session = operations.some(
    ({ kind }) => kind === "assume-role" || kind === "get-data-access",
  )
    ? operations.find((operation) => operation.kind === "configure-profile")
    : undefined;
  return {
    partition,
    region: owner.region,
    bucketRegions: new Map(owner.buckets.map(({ bucket, region }) => [bucket, region])),
    accounts: { owner: owner.account, consumer: asUser ? owner.account : consumer.account },
    profiles: { owner: owner.profile, consumer: asUser ? appProfile : consumer.profile },
    appProfile,
    probeProfile: session?.profile ?? appProfile,
    fileNames: new Map(prepared.documents.map(({ id, fileName }) => [id, fileName])),
    merged: new Set(
      prepared.documents.flatMap((one) => (one.merged === undefined ? [] : [one.id])),
    ),
    reviewed: new Map(
      prepared.documents.flatMap((one) =>
        one.reviewed === undefined ? [] : [[one.id, reviewedFileOf(one)] as const],
      ),
    ),
    operations,
  };
}

/** Inside the side's folder. */
export function reviewedFileOf({ fileName }: SharingDocument): string {
  return `reviewed/${fileName}`;
}

/** As an argument of a script's function; none where nothing is known to have been there. */
export function reviewedArgument(context: CommandContext, document: string): readonly string[] {
  const file = context.reviewed.get(document);
  return file === undefined ? [] : [file];
}

export function fileNameOf(context: CommandContext, document: string): string {
  const fileName = context.fileNames.get(document);
  if (fileName === undefined) throw new Error(`No document is called ${document}.`);
  return fileName;
}
