import type { AccessPath, DataGrant } from "#core/policy/access-path.ts";
import type { Actor } from "./actors.ts";
import { thirdAccount } from "./actors.ts";
import { type Asking, allowedTo, deniedTo } from "./asking.ts";
import { usual } from "./circumstances.ts";
import { coveringGrants, type GrantTarget, grantArn, grantCovers } from "./instance-policies.ts";
import type { Call, Question, QuestionRow } from "./question.ts";

export type ThroughGrants = Extract<AccessPath, { kind: "through-grants" }>;

/** What the consumer may ask of an instance of account A. */
const DISCOVERY: readonly string[] = [
  "s3:GetDataAccess",
  "s3:GetAccessGrantsInstanceForPrefix",
  "s3:ListCallerAccessGrants",
];

/** What would show all grants and locations of account A, or change them. */
const NEVER_SHARED: readonly string[] = [
  "s3:ListAccessGrants",
  "s3:ListAccessGrantsLocations",
  "s3:CreateAccessGrant",
  "s3:DeleteAccessGrant",
  "s3:CreateAccessGrantsLocation",
  "s3:UpdateAccessGrantsLocation",
  "s3:GetAccessGrantsInstanceResourcePolicy",
  "s3:PutAccessGrantsInstanceResourcePolicy",
  "s3:DeleteAccessGrantsInstance",
];

/** The first hop: who reaches the instance, and for whom there is a grant. */
export function credentialRows(asking: Asking, path: ThroughGrants): readonly QuestionRow[] {
  const { agreement, granted, outsiders } = asking;
  const { account } = agreement.consumer;
  const covering = coveringGrants(path.grants);
  const elsewhere = outsiders.filter(({ caller }) => caller.account !== account);
  return [
    ...path.instances.flatMap(({ region, arn }): readonly QuestionRow[] => [
      {
        id: `instance:${region}`,
        kind: "access",
        title: `Ask the S3 Access Grants instance in ${region}`,
        questions: [
          ...allowedTo(granted, instanceCalls(asking, arn, DISCOVERY), usual(asking)),
          ...deniedTo(elsewhere, instanceCalls(asking, arn, DISCOVERY), "documents", usual(asking)),
        ],
      },
      {
        id: `instance-anything-else:${region}`,
        kind: "anything-else",
        title: "See or change all grants",
        questions: deniedTo(
          granted,
          instanceCalls(asking, arn, NEVER_SHARED),
          asking.refusedIn,
          usual(asking),
        ),
      },
    ]),
    ...distinctTargets(path.grants).map((grant) => givenRow(asking, covering, grant)),
  ];
}

/** Of a grant for each principal, one. */
export function distinctTargets(grants: readonly DataGrant[]): readonly DataGrant[] {
  return [
    ...new Map(
      grants.map((grant) => [grantArn(grant.instanceArn, grant), grant] as const),
    ).values(),
  ];
}

/** Whoever may ask gets credentials for what is granted, and for nothing else. */
function givenRow(
  asking: Asking,
  covering: ReturnType<typeof coveringGrants>,
  grant: DataGrant,
): QuestionRow {
  const { agreement, granted, outsiders } = asking;
  const ask = (target: GrantTarget): Call => ({
    actions: ["s3:GetDataAccess"],
    resourceArn: grantArn(grant.instanceArn, target),
    resourceAccount: agreement.owner.account,
  });
  const beyond = beyondGrant(grant).filter(
    (target) => covering(grant.instanceArn, target).length === 0,
  );
  // The grant itself is asked, whatever else the caller's account allows.
  const given = allowedTo(granted, [ask(grant)], usual(asking)).map(
    (question): Question => ({ ...question, world: "generous-caller" }),
  );
  return {
    id: `grant:${grant.permission}:${grant.bucket}/${grant.path}`,
    kind: "access",
    title: `Get ${grant.permission} credentials for ${grant.bucket}/${grant.path}, and for nothing beside`,
    questions: [
      ...given,
      ...deniedTo(outsiders, [ask(grant)], "generous-caller", usual(asking)),
      ...deniedTo(granted, beyond.map(ask), "generous-caller", usual(asking)).map((question) => ({
        ...question,
        actor: {
          ...question.actor,
          id: `${question.actor.id}-beyond`,
          label: `${question.actor.label}, for more`,
        },
      })),
    ],
  };
}

/** Other permissions, what lies beside the scope, the whole bucket, and another bucket. */
function beyondGrant(grant: DataGrant): readonly GrantTarget[] {
  const { bucket, path, permission } = grant;
  const stem = path.replace(/\/?\*$/, "");
  const places = [
    { bucket, path: `${stem}-old/*` },
    { bucket, path: "*" },
    { bucket: `${bucket}-old`, path },
    ...(grant.isObject ? [{ bucket, path: `${path}.old` }] : []),
  ];
  return [
    ...(["READ", "WRITE"] as const).map((other) => ({ bucket, path, permission: other })),
    ...places.map((place) => ({ ...place, permission })),
  ].filter((target) => !grantCovers(grant, target));
}

function instanceCalls(
  { agreement }: Asking,
  resourceArn: string,
  actions: readonly string[],
): readonly Call[] {
  return actions.map((action) => ({
    actions: [action],
    resourceArn,
    resourceAccount: agreement.owner.account,
  }));
}

/** Account B's policy reaches these instances and no other. */
export function otherInstanceRow(asking: Asking, path: ThroughGrants): QuestionRow {
  const { agreement, granted, refusedIn } = asking;
  const third = thirdAccount([agreement.owner.account, agreement.consumer.account]);
  const others = path.instances.flatMap(({ arn, region }) => [
    `${arn}-old`,
    arn.replace(agreement.owner.account, third),
    arn.replace(`:${region}:`, `:${region}x:`),
  ]);
  const calls = [
    ...others.flatMap((arn) =>
      instanceCalls(asking, arn, DISCOVERY).map((call) => ({
        ...call,
        resourceAccount: arn.split(":")[4] ?? "",
      })),
    ),
    ...path.instances.flatMap(({ arn }) => instanceCalls(asking, arn, NEVER_SHARED)),
  ];
  return {
    id: "other-instance",
    kind: "anything-else",
    title: "Ask any other instance, or for anything else",
    questions: deniedTo(granted, calls, refusedIn, usual(asking)),
  };
}

/** Finding instances that others share works only for those shared through AWS RAM. */
export function sharedInstancesRow(asking: Asking, path: ThroughGrants): QuestionRow {
  const { granted } = asking;
  const list = ({ caller }: Actor): readonly Call[] => [
    {
      actions: ["s3:ListAccessGrantsInstances"],
      resourceArn: "*",
      resourceAccount: caller.account,
    },
  ];
  const isListed = path.instances.some(({ sharedBy }) => sharedBy === "resource-share");
  return {
    id: "shared-instances",
    kind: "also",
    title: "List instances that are shared through AWS RAM",
    questions: granted.flatMap((actor) =>
      isListed
        ? allowedTo([actor], list(actor), usual(asking))
        : deniedTo([actor], list(actor), "documents", usual(asking)),
    ),
  };
}
