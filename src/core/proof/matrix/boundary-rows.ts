import type { GroupedAction } from "#core/aws/access.ts";
import { rowAt } from "./access-rows.ts";
import { thirdAccount } from "./actors.ts";
import { NEVER_SHARED } from "./anything-else.ts";
import { type Asking, deniedTo } from "./asking.ts";
import { usual } from "./circumstances.ts";
import {
  browsingCalls,
  callsFor,
  EVERY_ACTION,
  grantedActions,
  type Place,
  placeOf,
} from "./places.ts";
import type { Call, QuestionRow } from "./question.ts";

const LISTING: GroupedAction = { action: "s3:ListBucket", group: "listing" };
const VERSIONS: GroupedAction = { action: "s3:ListBucketVersions", group: "listing" };

/** What lies beside a shared prefix stays denied: `reports-old/`, and listing without the slash. */
export function otherPrefixRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, refusedIn, isGranted, ungranted, firstLocations } = asking;
  const shared = agreement.owner.locations.filter(({ prefix }) => prefix !== "");
  return shared.map((location) => {
    const at = (prefix: string) => placeOf(agreement, location.bucket, prefix);
    const stem = location.prefix.replace(/\/$/, "");
    const beside = at(unshared(asking, location.bucket, stem));
    const actions = firstLocations.has(location)
      ? EVERY_ACTION
      : grantedActions(agreement, location);
    const calls = [
      ...callsFor(ungranted(actions, beside), beside, agreement.partition),
      ...browsingCalls("s3:ListBucketVersions", beside, agreement.partition).filter(
        () => !isGranted(VERSIONS, at("")),
      ),
      ...wholeListings(asking, at(stem)),
      ...wholeListings(asking, at("")),
    ];
    return {
      ...rowAt("other-prefix", location),
      kind: "other-prefix",
      title: `The same under ${beside.prefix}`,
      questions: deniedTo(granted, calls, refusedIn, usual(asking)),
    };
  });
}

/** A listing of exactly this prefix and, for the whole bucket, one that names none. */
function wholeListings({ agreement, isGranted }: Asking, place: Place): readonly Call[] {
  if (isGranted(LISTING, place)) return [];
  const [listing] = callsFor([LISTING], place, agreement.partition);
  if (listing === undefined) return [];
  const named = { ...listing, context: { "s3:prefix": place.prefix } };
  return place.prefix === "" ? [listing, named] : [named];
}

/** A prefix that begins like the shared one and is not shared itself. */
function unshared({ isShared }: Asking, bucket: string, stem: string): string {
  const candidates = ["-old/", "-older/", "-other/"].map((end) => `${stem}${end}`);
  return candidates.find((prefix) => !isShared(bucket, prefix)) ?? `${stem}-old/`;
}

/** A bucket whose name begins like the shared one, and belongs to the same account. */
export function otherBucketRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, refusedIn, firstLocations } = asking;
  const names = agreement.owner.buckets.map(({ bucket }): string => bucket);
  return [...firstLocations].map(({ bucket, prefix }) => {
    const other = ["-old", "-older", "-other"]
      .map((end) => `${bucket}${end}`)
      .find((name) => !names.includes(name));
    const place = { ...placeOf(agreement, other ?? `${bucket}-old`, prefix), keyArn: undefined };
    return {
      id: `other-bucket:${bucket}`,
      kind: "other-bucket",
      title: `The same in ${place.bucket}`,
      questions: deniedTo(
        granted,
        [
          ...callsFor([...EVERY_ACTION, ...NEVER_SHARED], place, agreement.partition),
          ...browsingCalls("s3:ListBucket", place, agreement.partition),
        ],
        refusedIn,
        usual(asking),
      ),
    };
  });
}

/** The bucket's name in the hands of another account: nothing may be sent there. */
export function otherAccountRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, refusedIn } = asking;
  return agreement.owner.locations.map((location) => {
    const place: Place = {
      ...placeOf(agreement, location.bucket, location.prefix),
      account: thirdAccount([agreement.owner.account, agreement.consumer.account]),
      keyArn: undefined,
    };
    return {
      ...rowAt("other-account", location),
      kind: "other-account",
      title: "The same, once the bucket belongs to another account",
      questions: deniedTo(
        granted,
        [
          ...callsFor(grantedActions(agreement, location), place, agreement.partition),
          ...browsingCalls("s3:ListBucket", place, agreement.partition),
        ],
        refusedIn,
        usual(asking),
      ),
    };
  });
}
