import type { SharedObject } from "#core/policy/access-path.ts";
import { ACL_ACTIONS, ACL_READ_ACTIONS } from "#core/policy/acl-statements.ts";
import { thirdAccount } from "./actors.ts";
import { NEVER_SHARED } from "./anything-else.ts";
import { type Asking, allowedTo, deniedTo, withoutKey } from "./asking.ts";
import { type Guard, usual } from "./circumstances.ts";
import { GUARD_TITLES } from "./guard-rows.ts";
import { EVERY_ACTION, keyArnOf, listingOf, settingsOf } from "./places.ts";
import type { Call, QuestionRow } from "./question.ts";

/** Everything that is asked for anywhere, each action once. */
const ALL_ACTIONS: readonly string[] = [
  ...new Set([...EVERY_ACTION, ...NEVER_SHARED].map(({ action }) => action).concat(ACL_ACTIONS)),
];

const LISTING = "s3:ListBucket";
/** That an ACL gives them away with its READ, in account A's lists; account B's policies need not. */
const GIVEN_WITH_READ: readonly string[] = [...ACL_READ_ACTIONS, "s3:GetBucketAcl"];

/** What access control lists share: whole buckets to list, and single objects to read. */
export function aclRows(asking: Asking, objects: readonly SharedObject[]): readonly QuestionRow[] {
  const { agreement, granted, outsiders, agreed } = asking;
  return [
    ...agreement.owner.buckets.map(({ bucket }): QuestionRow => {
      const calls = listings(asking, bucket);
      return {
        id: `list:${bucket}/`,
        kind: "access",
        title: "List objects",
        location: { bucket, prefix: "" },
        questions: [
          ...allowedTo(granted, calls, agreed),
          ...deniedTo(outsiders, calls, "documents", usual(asking)),
        ],
      };
    }),
    ...objects.map((object): QuestionRow => {
      const calls = readings(asking, object);
      return {
        ...rowAt("read", object),
        kind: "access",
        title: "Read the object",
        questions: [
          ...allowedTo(granted, calls, usual(asking)),
          ...deniedTo(outsiders, withoutKey(calls), "documents", usual(asking)),
        ],
      };
    }),
  ];
}

/** Nothing else in the bucket: no other object, and nothing but reading. */
export function aclOtherRows(
  asking: Asking,
  objects: readonly SharedObject[],
): readonly QuestionRow[] {
  const { agreement, granted, refusedIn } = asking;
  const others = objects.map((object) => ({ ...object, key: `${object.key}-old` }));
  const some = agreement.owner.buckets.map(({ bucket }) => ({ bucket, key: "not-listed.csv" }));
  const isGiven = (action: string) =>
    refusedIn === "generous-caller" ? GIVEN_WITH_READ.includes(action) : action === LISTING;
  const inBucket = ALL_ACTIONS.filter((action) => !isGiven(action));
  const onObject = ALL_ACTIONS.filter((action) => !/^s3:GetObject(Version)?$/.test(action));
  const row = (
    id: string,
    object: SharedObject,
    title: string,
    calls: readonly Call[],
  ): QuestionRow => ({
    ...rowAt(id, object),
    kind: "anything-else",
    title,
    questions: deniedTo(granted, withoutKey(calls), refusedIn, usual(asking)),
  });
  return [
    ...[...some, ...others].map((object) =>
      row("other-object", object, "Another object", callsTo(asking, object, ALL_ACTIONS)),
    ),
    ...objects.map((object) =>
      row("not-read", object, "Anything but reading it", callsTo(asking, object, onObject)),
    ),
    ...agreement.owner.buckets.map(({ bucket }) =>
      row("bucket", { bucket, key: "" }, "Anything else with the bucket", [
        ...callsTo(asking, { bucket, key: "" }, inBucket),
      ]),
    ),
  ];
}

/** Each guardrail keeps out what it is there to keep out, at each object and listing. */
export function aclGuardRows(
  asking: Asking,
  objects: readonly SharedObject[],
  guards: readonly Guard[],
): readonly QuestionRow[] {
  const { granted, guarded, refusedIn } = asking;
  return guards
    .flatMap((guard) => {
      const circumstances = guarded.filter((circumstance) => circumstance.guard === guard);
      return objects.map((object): QuestionRow => {
        const calls = [...readings(asking, object), ...listings(asking, object.bucket)];
        return {
          ...rowAt(guard, object),
          kind: "guardrail",
          title: GUARD_TITLES[guard],
          questions: deniedTo(granted, withoutKey(calls), refusedIn, circumstances),
        };
      });
    })
    .filter(({ questions }) => questions.length > 0);
}

/** Should a bucket's name ever belong to somebody else, nothing is sent there. */
export function aclOtherAccountRows(
  asking: Asking,
  objects: readonly SharedObject[],
): readonly QuestionRow[] {
  const { agreement, granted, refusedIn } = asking;
  const resourceAccount = thirdAccount([agreement.owner.account, agreement.consumer.account]);
  return agreement.owner.buckets.map(({ bucket }): QuestionRow => {
    const calls = [
      ...listings(asking, bucket),
      ...objects
        .filter((object) => object.bucket === bucket)
        .flatMap((object) => readings(asking, object)),
    ].map((call) => ({ ...call, resourceAccount }));
    return {
      id: `other-account:${bucket}/`,
      kind: "other-account",
      title: "The same, once the bucket belongs to another account",
      location: { bucket, prefix: "" },
      questions: deniedTo(granted, withoutKey(calls), refusedIn, usual(asking)),
    };
  });
}

function rowAt(id: string, { bucket, key }: SharedObject): Pick<QuestionRow, "id" | "location"> {
  return { id: `${id}:${bucket}/${key}`, location: { bucket, prefix: key } };
}

function listings(asking: Asking, bucket: string): readonly Call[] {
  const calls = callsTo(asking, { bucket, key: "" }, [LISTING]);
  return calls.flatMap((call) => [call, listingOf(call, "any-folder/")]);
}

function readings(asking: Asking, object: SharedObject): readonly Call[] {
  const versioned = settingsOf(asking.agreement, object.bucket)?.versioned ?? false;
  const keyArn = keyArnOf(asking.agreement, object.bucket);
  const actions = ["s3:GetObject", ...(versioned ? ["s3:GetObjectVersion"] : [])];
  return callsTo(asking, object, actions).map((call) => ({ ...call, keyArn }));
}

function callsTo(
  { agreement }: Asking,
  { bucket, key }: SharedObject,
  actions: readonly string[],
): readonly Call[] {
  const arn = `arn:${agreement.partition}:s3:::${bucket}${key === "" ? "" : `/${key}`}`;
  return actions.map((action) => ({
    actions: [action],
    resourceArn: arn,
    resourceAccount: agreement.owner.account,
    context: undefined,
    keyArn: undefined,
  }));
}
