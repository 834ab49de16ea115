import { type AccessLevel, groupedActionsFor } from "#core/aws/access.ts";
import { grantActions } from "#core/aws/grant-permission.ts";
import type { Location } from "#core/parameters/agreement.ts";
import type { DataGrant } from "#core/policy/access-path.ts";
import { grantSessionPolicy } from "#core/proof/grant-session.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import { rowAt } from "./access-rows.ts";
import { type Actor, thirdAccount } from "./actors.ts";
import { NEVER_SHARED } from "./anything-else.ts";
import { type Asking, allowedTo, deniedTo, withoutKey } from "./asking.ts";
import { usual } from "./circumstances.ts";
import { callsFor, EVERY_ACTION, type Place, placeOf, settingsOf } from "./places.ts";
import type { Call, QuestionRow } from "./question.ts";

/** The role's session as a grant limits it. */
export function sessionActor(role: Actor, grant: DataGrant, partition: string): Actor {
  const policy = grantSessionPolicy(grant, partition);
  const scope = `${grant.bucket}/${grant.path}`;
  return {
    ...role,
    id: `${role.id}:${grant.permission}:${scope}`,
    label: `${grant.permission} on ${scope}`,
    session: compilePolicy({ document: "grant", policy }, "session policy").statements,
  };
}

/** With the credentials of a grant: what was agreed where it is for, and nothing anywhere else. */
export function sessionRows(
  asking: Asking,
  session: Actor,
  grant: DataGrant,
  location: Location,
): readonly QuestionRow[] {
  const { agreement } = asking;
  const place = placeOf(agreement, location.bucket, location.prefix);
  const can = grantActions(grant.permission);
  const given = [...can.listing, ...can.object];
  const versioned = settingsOf(agreement, location.bucket)?.versioned ?? false;
  const actions = groupedActionsFor(location.access, { versioned }).filter(({ action }) =>
    given.includes(action),
  );
  const calls = callsFor(actions, place, agreement.partition).map((call) => inParts(call, grant));
  const asked = asking.firstLocations.has(location) ? ANYTHING : actions;
  const elsewhere = placesElsewhere(asking, location, grant).flatMap((other) =>
    callsFor(asked, other, agreement.partition),
  );
  return [
    {
      ...rowAt(`session:${grant.permission}`, location),
      kind: "access",
      title: `${words(location.access)}, with ${grant.permission}`,
      questions: allowedTo([session], calls, usual(asking)),
    },
    {
      ...rowAt(`session-elsewhere:${grant.permission}`, location),
      kind: "other-prefix",
      title: "Anything anywhere else",
      questions: deniedTo([session], elsewhere, "documents", usual(asking)),
    },
  ];
}

const ANYTHING = [...EVERY_ACTION, ...NEVER_SHARED];

/** S3 decrypts the parts of an upload, which WRITE alone does not permit. */
function inParts(call: Call, grant: DataGrant): Call {
  return grant.permission === "WRITE" ? { ...call, singlePart: true } : call;
}

function placesElsewhere(
  { agreement }: Asking,
  { bucket, prefix }: Location,
  grant: DataGrant,
): readonly Place[] {
  const stem = prefix.replace(/\/$/, "");
  const others: Location[] = [];
  for (const other of agreement.owner.locations) {
    if (other.bucket !== bucket || !isInside(other.prefix, grant)) others.push(other);
    if (others.length === OTHERS) break;
  }
  return [
    ...(prefix === "" ? [] : [placeOf(agreement, bucket, `${stem}-old/`)]),
    { ...placeOf(agreement, `${bucket}-old`, prefix), keyArn: undefined },
    ...others.map((other) => placeOf(agreement, other.bucket, other.prefix)),
  ];
}

/** Of many locations a few: all are refused by the same limit of the session. */
const OTHERS = 3;

function isInside(prefix: string, grant: DataGrant): boolean {
  return prefix.startsWith(grant.path.replace(/\*$/, ""));
}

function words(access: readonly AccessLevel[]): string {
  const text = access.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function objectActions({ permission }: DataGrant): readonly string[] {
  return [
    ...(permission === "WRITE" ? [] : ["s3:GetObject"]),
    ...(permission === "READ" ? [] : ["s3:PutObject", "s3:AbortMultipartUpload"]),
  ];
}

function objectCalls(
  { agreement }: Asking,
  { bucket }: DataGrant,
  key: string,
  actions: readonly string[],
): readonly Call[] {
  const place = placeOf(agreement, bucket, "");
  const asked = actions.map((action) => ({ action, group: "object" }) as const);
  const resourceArn = `arn:${agreement.partition}:s3:::${bucket}/${key}`;
  return callsFor(asked, place, agreement.partition).map((call) => ({ ...call, resourceArn }));
}

/** What keeps others out of the locations keeps them out of the single objects as well. */
export function objectLimitRows(
  asking: Asking,
  outside: readonly Actor[],
  grant: DataGrant,
): readonly QuestionRow[] {
  const { agreement, granted, guarded, outsiders } = asking;
  const calls = withoutKey(objectCalls(asking, grant, grant.path, objectActions(grant)));
  const account = thirdAccount([agreement.owner.account, agreement.consumer.account]);
  const foreign = calls.map((call) => ({ ...call, resourceAccount: account }));
  const row = (id: string, title: string, questions: QuestionRow["questions"]): QuestionRow => ({
    id: `object-${id}:${grant.permission}:${grant.bucket}/${grant.path}`,
    kind: "guardrail",
    title,
    questions,
  });
  return [
    row("outside", `The object ${grant.path}, not through S3 Access Grants`, [
      ...deniedTo([...outside, ...outsiders], calls, "documents", usual(asking)),
    ]),
    row("other-account", "The object, once the bucket belongs to another account", [
      ...deniedTo(granted, foreign, "generous-resource", usual(asking)),
    ]),
    row("guarded", "The object, outside the guardrails", [
      ...deniedTo(
        granted,
        calls,
        "documents",
        guarded.filter(({ guard }) => guard !== "organization" && guard !== "mfa"),
      ),
    ]),
  ].filter(({ questions }) => questions.length > 0);
}

/** A grant for one object: that object, and none whose name begins like it. */
export function objectRows(
  asking: Asking,
  actors: readonly Actor[],
  grant: DataGrant,
): readonly QuestionRow[] {
  const { agreement } = asking;
  const { object } = grantActions(grant.permission);
  const agreed = objectActions(grant);
  const at = (key: string, actions: readonly string[]) => objectCalls(asking, grant, key, actions);
  const isShared = (key: string, actions: readonly string[]) =>
    actions.filter(
      (action) =>
        !asking.isGranted(
          { action, group: "object" },
          placeOf(agreement, grant.bucket, folder(key)),
        ),
    );
  const beside = [`${grant.path}.old`, `${grant.path}/x`, `x${grant.path}`].flatMap((key) =>
    at(key, isShared(key, [...object, "s3:DeleteObject"])),
  );
  const more = at(
    grant.path,
    isShared(
      grant.path,
      object.filter((action) => !agreed.includes(action)),
    ),
  );
  return [
    {
      id: `object:${grant.permission}:${grant.bucket}/${grant.path}`,
      kind: "access",
      title: `${grant.permission} the object ${grant.path}`,
      questions: allowedTo(
        actors,
        at(grant.path, agreed).map((call) => inParts(call, grant)),
        usual(asking),
      ),
    },
    {
      id: `object-beside:${grant.permission}:${grant.bucket}/${grant.path}`,
      kind: "other-prefix",
      title: `More with ${grant.path}, or an object beside it`,
      questions: deniedTo(actors, [...more, ...beside], "documents", usual(asking)),
    },
  ];
}

const folder = (key: string): string => key.slice(0, key.lastIndexOf("/") + 1);
