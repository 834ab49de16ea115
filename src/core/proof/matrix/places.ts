import {
  ACCESS_LEVELS,
  type AccessLevel,
  actionsFor,
  type GroupedAction,
  groupedActionsFor,
} from "#core/aws/access.ts";
import type { Agreement, BucketSettings, Location } from "#core/parameters/agreement.ts";
import type { RequestContext } from "#core/proof/context.ts";
import type { Call } from "./question.ts";
import { awsManagedKeyArn } from "./standing.ts";

const SOME_KEY = "2026/01.csv";

/** A bucket and prefix that calls are made to; not always one that is shared. */
export interface Place {
  readonly bucket: string;
  readonly prefix: string;
  readonly account: string;
  readonly keyArn: string | undefined;
}

export function settingsOf({ owner }: Agreement, bucket: string): BucketSettings | undefined {
  return owner.buckets.find((settings) => settings.bucket === bucket);
}

export function keyArnOf(agreement: Agreement, bucket: string): string | undefined {
  const encryption = settingsOf(agreement, bucket)?.encryption;
  if (encryption?.kind === "sse-kms") return encryption.keyArn;
  return encryption?.kind === "aws-managed-key" ? awsManagedKeyArn(agreement) : undefined;
}

export function placeOf(agreement: Agreement, bucket: string, prefix: string): Place {
  const account = agreement.owner.account;
  return { bucket, prefix, account, keyArn: keyArnOf(agreement, bucket) };
}

/** Everything that is granted at a location. */
export function grantedActions(
  agreement: Agreement,
  { bucket, access }: Location,
): readonly GroupedAction[] {
  const versioned = settingsOf(agreement, bucket)?.versioned ?? false;
  return groupedActionsFor(access, { versioned });
}

/** What one more level adds to those before it. */
export function levelActions(
  { access }: Pick<Location, "access">,
  versioned: boolean,
): ReadonlyMap<AccessLevel, readonly GroupedAction[]> {
  const added = new Map<AccessLevel, readonly GroupedAction[]>();
  const known = new Set<string>();
  access.forEach((level, index) => {
    const soFar = groupedActionsFor(access.slice(0, index + 1), { versioned });
    added.set(
      level,
      soFar.filter(({ action }) => !known.has(action)),
    );
    for (const { action } of soFar) known.add(action);
  });
  return added;
}

/** The calls by which actions are put to the test at a place, each way in which one can be asked for. */
export function callsFor(
  actions: readonly GroupedAction[],
  place: Place,
  partition: string,
): readonly Call[] {
  // The same texts for all of them: they are looked up often.
  const bucketArn = `arn:${partition}:s3:::${place.bucket}`;
  const objectArn = `${bucketArn}/${place.prefix}${SOME_KEY}`;
  const calls: Call[] = [];
  for (const { action, group } of actions) {
    const call: Call = {
      actions: [action],
      resourceArn: group === "bucket" || group === "listing" ? bucketArn : objectArn,
      resourceAccount: place.account,
      context: undefined,
      keyArn: place.keyArn,
    };
    if (group !== "listing") {
      calls.push(call);
    } else {
      calls.push(place.prefix === "" ? call : listingOf(call, place.prefix));
      calls.push(listingOf(call, `${place.prefix}2026/`, "/"));
    }
  }
  return calls;
}

/** The call, for the keys below a prefix; with a delimiter, for one folder. */
export function listingOf(call: Call, prefix: string, delimiter?: string): Call {
  const context: RequestContext =
    delimiter === undefined
      ? { "s3:prefix": prefix }
      : { "s3:prefix": prefix, "s3:delimiter": delimiter };
  const { actions, resourceArn, resourceAccount, keyArn } = call;
  return { actions, resourceArn, resourceAccount, context, keyArn };
}

/** Listing one folder after the other, as the S3 console does on the way to a prefix. */
export function browsingCalls(
  action: string,
  { bucket, account, prefix }: Place,
  partition: string,
): readonly Call[] {
  const folders = foldersOf(prefix).filter((folder) => folder !== prefix);
  const call: Call = {
    actions: [action],
    resourceArn: `arn:${partition}:s3:::${bucket}`,
    resourceAccount: account,
  };
  return folders.map((folder) => listingOf(call, folder, "/"));
}

/** What an agreement grants at a place; "" and prefixes with a slash at the end are locations. */
export interface GrantedPlaces {
  readonly isGranted: (action: GroupedAction, place: Place) => boolean;
  /** Of these actions those that no location grants at the place. */
  readonly ungranted: (actions: readonly GroupedAction[], place: Place) => readonly GroupedAction[];
  /** Some location holds everything below the prefix. */
  readonly isShared: (bucket: string, prefix: string) => boolean;
}

/** `omitted` are actions that the way to the data cannot give. */
export function grantedPlaces(
  agreement: Agreement,
  omitted: readonly string[] = [],
): GrantedPlaces {
  const ofBucket = new Map<string, Set<string>>();
  const atPrefix = new Map<string, Set<string>>();
  for (const { bucket, prefix, access } of agreement.owner.locations) {
    const versioned = settingsOf(agreement, bucket)?.versioned ?? false;
    const actions = actionsFor(access, { versioned });
    addAll(
      ofBucket,
      bucket,
      actions.bucket.filter((action) => !omitted.includes(action)),
    );
    addAll(
      atPrefix,
      `${bucket}/${prefix}`,
      groupedActionsFor(access, { versioned })
        .map(({ action }) => action)
        .filter((action) => !omitted.includes(action)),
    );
  }
  const around = (bucket: string, prefix: string) =>
    foldersOf(prefix).flatMap((folder) => atPrefix.get(`${bucket}/${folder}`) ?? []);
  const grantedAt = ({ bucket, prefix }: Place) => {
    const inBucket = ofBucket.get(bucket);
    const sets = around(bucket, prefix);
    return ({ action, group }: GroupedAction) =>
      group === "bucket"
        ? (inBucket?.has(action) ?? false)
        : sets.some((actions) => actions.has(action));
  };
  return {
    isGranted: (action, place) => grantedAt(place)(action),
    ungranted: (actions, place) => {
      const isGranted = grantedAt(place);
      return actions.filter((action) => !isGranted(action));
    },
    isShared: (bucket, prefix) => around(bucket, prefix).length > 0,
  };
}

function addAll(sets: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  sets.set(key, new Set([...(sets.get(key) ?? []), ...values]));
}

/** `a/b/c` lies in "", `a/` and `a/b/`; `a/b/` in itself as well. */
function foldersOf(prefix: string): readonly string[] {
  const folders = [""];
  for (let at = prefix.indexOf("/"); at >= 0; at = prefix.indexOf("/", at + 1)) {
    folders.push(prefix.slice(0, at + 1));
  }
  return folders;
}

/** Everything that any access level can mean. */
export const EVERY_ACTION: readonly GroupedAction[] = groupedActionsFor(ACCESS_LEVELS, {
  versioned: true,
});
