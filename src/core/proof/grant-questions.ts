import { permissionCovers } from "#core/aws/grant-permission.ts";
import type { Agreement, Location } from "#core/parameters/agreement.ts";
import { agreementIn, regionsOf } from "#core/parameters/regions.ts";
import type { DataGrant } from "#core/policy/access-path.ts";
import {
  accessRows,
  anythingElseRows,
  otherAccessRows,
  rowAt,
} from "#core/proof/matrix/access-rows.ts";
import { type Actor, roleActor, unrelatedRole } from "#core/proof/matrix/actors.ts";
import { NEVER_SHARED } from "#core/proof/matrix/anything-else.ts";
import { type Asking, deniedTo } from "#core/proof/matrix/asking.ts";
import {
  otherAccountRows,
  otherBucketRows,
  otherPrefixRows,
} from "#core/proof/matrix/boundary-rows.ts";
import { usual } from "#core/proof/matrix/circumstances.ts";
import {
  credentialRows,
  distinctTargets,
  otherInstanceRow,
  sharedInstancesRow,
  type ThroughGrants,
} from "#core/proof/matrix/grant-rows.ts";
import { guardRows } from "#core/proof/matrix/guard-rows.ts";
import { keyRows } from "#core/proof/matrix/key-rows.ts";
import { locationRoleRows } from "#core/proof/matrix/location-role-rows.ts";
import { ownAccountRow } from "#core/proof/matrix/own-account-row.ts";
import { callsFor, EVERY_ACTION, grantedActions, placeOf } from "#core/proof/matrix/places.ts";
import type { QuestionRow, QuestionSection } from "#core/proof/matrix/question.ts";
import {
  objectLimitRows,
  objectRows,
  sessionActor,
  sessionRows,
} from "#core/proof/matrix/session-rows.ts";
import type { Standing } from "#core/proof/matrix/standing.ts";

/**
 * Its requests never say of which S3 Access Grants instance they are.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const NOT_THROUGH_GRANTS: readonly string[] = ["s3:GetBucketLocation"];

/** Makes what rows are asked from: for which part of the agreement, and of whom. */
export interface GrantAsking {
  readonly agreement: Agreement;
  readonly principals: readonly Actor[];
  readonly others: readonly Actor[];
  readonly ask: (
    granted: readonly Actor[],
    strangers: readonly Actor[],
    refusedIn: Asking["refusedIn"],
    part?: Agreement,
  ) => Asking;
}

/**
 * The two hops of S3 Access Grants: who is given credentials, and what can be done with them. The
 * role of the locations is asked by itself, as the most that any grant can give, and as each grant
 * limits it.
 */
export function grantQuestions(
  path: ThroughGrants,
  standing: Standing,
  { agreement, principals, others, ask }: GrantAsking,
): readonly QuestionSection[] {
  const strangers = [unrelatedRole(agreement), ...others];
  const parts = regionsOf(agreement).map((region) => {
    const part = agreementIn(agreement, region);
    const instance = path.instances.find((each) => each.region === region);
    const grants = path.grants.filter(({ instanceArn }) => instanceArn === instance?.arn);
    const role = roleIn(path, standing, agreement, instance?.arn ?? "", region);
    const asking = ask([role], strangers, "documents", part);
    return { asking, grants: distinctTargets(grants), role };
  });
  const atOwner = ask(principals, others, "generous-caller");
  const atConsumer = ask(principals, [], "generous-resource");
  return [
    {
      id: "credentials",
      title: "Get credentials",
      note: "What must stay denied stays denied even if account B's admin allows everything.",
      rows: [() => credentialRows(atOwner, path)],
    },
    {
      id: "assume",
      title: "Become the role of the locations",
      note: "S3 Access Grants assume it; account B's principals never do.",
      rows: [() => locationRoleRows(atOwner, path)],
    },
    {
      id: "data",
      title: "Use the shared data as the role of the locations",
      note: "The most that any grant can give. The role belongs to account A, so its own policies decide.",
      rows: parts.flatMap(({ asking, grants }, index) =>
        roleRows(asking, grants, path.roleArn, index === 0),
      ),
    },
    {
      id: "session",
      title: "Use the shared data with the credentials of a grant",
      note: "Role and grant must both allow.",
      rows: parts.flatMap(({ asking, grants, role }) => {
        const locations = locationsByScope(asking);
        return grants.map((grant) => () => grantRows(asking, role, grant, locations));
      }),
    },
    {
      id: "consumer",
      title: "Account B's policies by themselves",
      note: "What must stay denied stays denied even if every instance, role and bucket is open to everyone.",
      rows: [
        () => [
          otherInstanceRow(atConsumer, path),
          sharedInstancesRow(atConsumer, path),
          withoutGrantRow(atConsumer),
          ownAccountRow(atConsumer),
        ],
      ],
    },
  ];
}

/** A session that S3 Access Grants have made says for which instance. */
function roleIn(
  path: ThroughGrants,
  standing: Standing,
  { owner }: Agreement,
  instanceArn: string,
  region: string,
): Actor {
  const role = roleActor(path.roleArn, owner.account, {
    id: `role-${region}`,
    label: path.instances.length > 1 ? `the role's session in ${region}` : "the role's session",
    kind: "role",
    identity: standing.rolePolicies(path.roleArn),
  });
  return { ...role, context: { ...role.context, "s3:AccessGrantsInstanceArn": instanceArn } };
}

function roleRows(
  asking: Asking,
  grants: readonly DataGrant[],
  roleArn: string,
  isFirst: boolean,
): QuestionSection["rows"] {
  const objects = grants.filter(({ isObject }) => isObject);
  return [
    () => accessRows(asking),
    () => otherAccessRows(asking),
    () => otherPrefixRows(asking),
    () => anythingElseRows(asking),
    () => otherBucketRows(asking),
    // Whoever has the bucket then may let everybody in.
    () => otherAccountRows({ ...asking, refusedIn: "generous-resource" }),
    () => objects.flatMap((grant) => objectRows(asking, asking.granted, grant)),
    () =>
      objects.flatMap((grant) => objectLimitRows(asking, outsideActors(asking, roleArn), grant)),
    () => outsideRows(asking, outsideActors(asking, roleArn)),
    () => guardRows(asking, ["tls", "tls-version", "network", "validity"]),
    () => keyRows(withObjects(asking, objects)),
    () => (isFirst ? [ownAccountRow(asking)] : []),
  ];
}

/** Single objects may need more of the key than the locations of their bucket. */
function withObjects(asking: Asking, objects: readonly DataGrant[]): Asking {
  const { agreement } = asking;
  const { locations } = agreement.owner;
  const more = objects.flatMap(({ bucket, permission }): readonly Location[] => {
    const [first] = locations.filter((location) => location.bucket === bucket);
    if (first === undefined) return [];
    const access = (["read", "write"] as const).filter((level) =>
      permissionCovers(permission, level === "read" ? "READ" : "WRITE"),
    );
    return [{ ...first, access }];
  });
  const owner = { ...agreement.owner, locations: [...locations, ...more] };
  return { ...asking, agreement: { ...agreement, owner } };
}

/** The role is of no use to whom it is not given by S3 Access Grants of this account and region. */
function outsideActors({ agreement, granted }: Asking, roleArn: string): readonly Actor[] {
  return granted.flatMap(({ context, ...actor }): readonly Actor[] => [
    {
      ...actor,
      id: `${actor.id}-by-itself`,
      label: "the role by itself",
      context: { ...context, "s3:AccessGrantsInstanceArn": [] },
    },
    {
      ...actor,
      id: `${actor.id}-elsewhere`,
      label: "the role, of another instance",
      context: {
        ...context,
        "s3:AccessGrantsInstanceArn": `arn:${agreement.partition}:s3:elsewhere-1:${roleArn.split(":")[4]}:access-grants/default`,
      },
    },
  ]);
}

function outsideRows(asking: Asking, outside: readonly Actor[]): readonly QuestionRow[] {
  const { agreement } = asking;
  return agreement.owner.locations.map((location): QuestionRow => {
    const place = placeOf(agreement, location.bucket, location.prefix);
    const calls = callsFor(grantedActions(agreement, location), place, agreement.partition);
    return {
      ...rowAt("outside", location),
      kind: "anything-else",
      title: "The same, not through S3 Access Grants",
      questions: deniedTo(outside, calls, "documents", usual(asking)),
    };
  });
}

function grantRows(
  asking: Asking,
  role: Actor,
  grant: DataGrant,
  locations: ReadonlyMap<string, Location>,
): readonly QuestionRow[] {
  const session = sessionActor(role, grant, asking.agreement.partition);
  if (grant.isObject) return objectRows(asking, [session], grant);
  const location = locations.get(`${grant.bucket}/${grant.path}`);
  return location === undefined ? [] : sessionRows(asking, session, grant, location);
}

/** The location that a grant with this scope is for; of equal ones the first. */
function locationsByScope({ agreement }: Asking): ReadonlyMap<string, Location> {
  const { locations } = agreement.owner;
  return new Map(
    locations.toReversed().map((each) => [`${each.bucket}/${each.prefix}*`, each] as const),
  );
}

/** Account B's principals have nothing to do with S3 but through a grant. */
function withoutGrantRow(asking: Asking): QuestionRow {
  const { agreement, granted, refusedIn, firstLocations } = asking;
  const calls = [...firstLocations].flatMap(({ bucket, prefix }) =>
    callsFor(
      [...EVERY_ACTION, ...NEVER_SHARED],
      placeOf(agreement, bucket, prefix),
      agreement.partition,
    ),
  );
  return {
    id: "without-grant",
    kind: "anything-else",
    title: "Use the data without a grant",
    questions: deniedTo(granted, calls, refusedIn, usual(asking)),
  };
}
