import type { Agreement } from "#core/parameters/agreement.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import { grantQuestions, NOT_THROUGH_GRANTS } from "#core/proof/grant-questions.ts";
import { accessRows, anythingElseRows, otherAccessRows } from "#core/proof/matrix/access-rows.ts";
import {
  aclGuardRows,
  aclOtherAccountRows,
  aclOtherRows,
  aclRows,
} from "#core/proof/matrix/acl-rows.ts";
import {
  type Actor,
  outsiders,
  ownerAdmin,
  roleActor,
  unrelatedRole,
  userActor,
} from "#core/proof/matrix/actors.ts";
import { alsoRows } from "#core/proof/matrix/also-rows.ts";
import { type Asking, firstLocations } from "#core/proof/matrix/asking.ts";
import { assumeRows, otherRoleRow } from "#core/proof/matrix/assume-rows.ts";
import {
  otherAccountRows,
  otherBucketRows,
  otherPrefixRows,
} from "#core/proof/matrix/boundary-rows.ts";
import { agreedCircumstances, guardedCircumstances } from "#core/proof/matrix/circumstances.ts";
import { consoleRows } from "#core/proof/matrix/console-rows.ts";
import { principalGroups } from "#core/proof/matrix/groups.ts";
import { guardRows } from "#core/proof/matrix/guard-rows.ts";
import { EVERYTHING } from "#core/proof/matrix/judge.ts";
import { keyRows } from "#core/proof/matrix/key-rows.ts";
import { ownAccountRow } from "#core/proof/matrix/own-account-row.ts";
import { ownerRows } from "#core/proof/matrix/owner-rows.ts";
import { grantedPlaces } from "#core/proof/matrix/places.ts";
import type { QuestionSection, World } from "#core/proof/matrix/question.ts";
import type { Sharing } from "#core/proof/matrix/sharing.ts";
import type { Standing } from "#core/proof/matrix/standing.ts";

/** The questions that follow from an agreement: what must be allowed, and what must stay denied. */
export function questions(sharing: Sharing, standing: Standing): readonly QuestionSection[] {
  const { agreement, accessPath } = sharing;
  const omitted = accessPath.kind === "through-grants" ? NOT_THROUGH_GRANTS : [];
  const shared = askedOf(agreement, omitted);
  const principals = principalGroups(sharing, standing);
  const others = outsiders(agreement, EVERYTHING);
  const ask = (
    granted: readonly Actor[],
    strangers: readonly Actor[],
    refusedIn: World,
    part?: Agreement,
  ): Asking => ({
    ...(part === undefined ? shared : askedOf(part, omitted)),
    granted,
    outsiders: strangers,
    refusedIn,
  });
  const atOwner = ask(principals, others, "generous-caller");
  const atConsumer = ask(principals, [], "generous-resource");
  if (accessPath.kind === "direct") {
    const admin = ownerAdmin(agreement, EVERYTHING);
    return [directSection(atOwner, admin), consumerSection(atConsumer)];
  }
  if (accessPath.kind === "by-acl") {
    const admin = ownerAdmin(agreement, EVERYTHING);
    // A list lets in whomever account B lets in; a key policy still names each role.
    const byList = { ...atOwner, outsiders: outsiders(agreement, EVERYTHING, true) };
    return [
      aclSection(byList, atOwner, accessPath, admin),
      aclConsumerSection(atConsumer, accessPath),
    ];
  }
  if (accessPath.kind === "as-user") {
    const user = userActor(accessPath.userArn, agreement.owner.account, {
      id: "user",
      label: "the user",
      kind: "role",
      identity: standing.userPolicies(accessPath.userArn),
    });
    // The third party has no account that a role could be of.
    const strangers = [unrelatedRole(agreement), ...others.filter(({ id }) => id !== "other-role")];
    return [userSection(ask([user], strangers, "documents"), accessPath)];
  }
  if (accessPath.kind === "through-grants") {
    return grantQuestions(accessPath, standing, { agreement, principals, others, ask });
  }
  const role = roleActor(accessPath.roleArn, agreement.owner.account, {
    id: "role",
    label: "the role's session",
    kind: "role",
    identity: standing.rolePolicies(accessPath.roleArn),
  });
  return [
    assumeSection(atOwner, accessPath),
    roleSection(ask([role], [unrelatedRole(agreement), ...others], "documents")),
    assumingSection(atConsumer, accessPath),
  ];
}

/** What follows from the agreement, or from a part of it. */
function askedOf(agreement: Agreement, omitted: readonly string[]) {
  return {
    agreement,
    omitted,
    ...grantedPlaces(agreement, omitted),
    firstLocations: firstLocations(agreement),
    agreed: agreedCircumstances(agreement),
    guarded: guardedCircumstances(agreement),
  };
}

function directSection(asking: Asking, admin: Actor): QuestionSection {
  return {
    id: "data",
    title: "Use the shared data",
    note: "What must stay denied stays denied even if account B's admin allows everything.",
    rows: [
      () => accessRows(asking),
      () => consoleRows(asking).filter(({ id }) => id !== "console-home"),
      () => otherAccessRows(asking),
      () => otherPrefixRows(asking),
      () => anythingElseRows(asking),
      () => guardRows(asking, ["tls", "tls-version", "organization", "network", "mfa", "validity"]),
      () => keyRows(asking).filter(({ id }) => !id.startsWith("other-key")),
      () => ownerRows(asking, admin),
    ],
  };
}

function consumerSection(asking: Asking): QuestionSection {
  return {
    id: "consumer",
    title: "Account B's policies by themselves",
    note: "What must stay denied stays denied even if the bucket or key is open to everyone.",
    rows: [
      () => otherAccessRows(asking),
      () => otherPrefixRows(asking),
      () => anythingElseRows(asking),
      () => otherBucketRows(asking),
      () => otherAccountRows(asking),
      () => keyRows(asking),
      () => consoleRows(asking).filter(({ id }) => id === "console-home"),
      () => [ownAccountRow(asking)],
    ],
  };
}

type ByAcl = Extract<AccessPath, { kind: "by-acl" }>;

function aclSection(
  asking: Asking,
  ofKeys: Asking,
  { objects }: ByAcl,
  admin: Actor,
): QuestionSection {
  return {
    id: "data",
    title: "Use the shared data",
    note: "What must stay denied stays denied even if account B's admin allows everything.",
    rows: [
      () => aclRows(asking, objects),
      () => aclOtherRows(asking, objects),
      () => guardRows(asking, ["tls", "tls-version"]),
      () => aclGuardRows(asking, objects, ["organization"]),
      () => keyRows(ofKeys).filter(({ id }) => !id.startsWith("other-key")),
      () => ownerRows(asking, admin),
    ],
  };
}

function aclConsumerSection(asking: Asking, { objects }: ByAcl): QuestionSection {
  return {
    id: "consumer",
    title: "Account B's policies by themselves",
    note: "What must stay denied stays denied even if the bucket or key is open to everyone.",
    rows: [
      () => aclOtherRows(asking, objects),
      () => otherBucketRows(asking),
      () => aclOtherAccountRows(asking, objects),
      () => keyRows(asking),
      () => [ownAccountRow(asking)],
    ],
  };
}

type AsUser = Extract<AccessPath, { kind: "as-user" }>;

function userSection(asking: Asking, { also }: AsUser): QuestionSection {
  const listsAllBuckets = also.some(({ action }) => action === "s3:ListAllMyBuckets");
  return {
    id: "data",
    title: "Use the shared data as the user",
    note: "The user belongs to account A, so its own policies decide.",
    rows: [
      () => accessRows(asking),
      () => consoleRows(asking).filter(({ id }) => !(listsAllBuckets && id === "console-home")),
      () => otherAccessRows(asking),
      () => otherPrefixRows(asking),
      () => anythingElseRows(asking),
      () => otherBucketRows(asking),
      () => guardRows(asking, ["tls", "tls-version", "network", "validity"]),
      () => keyRows(asking),
      () => alsoRows(asking, also, ["network", "validity"]),
      () => [ownAccountRow(asking)],
    ],
  };
}

type ThroughRole = Extract<AccessPath, { kind: "through-role" }>;

function assumeSection(asking: Asking, path: ThroughRole): QuestionSection {
  return {
    id: "assume",
    title: "Assume the role",
    note: "What must stay denied stays denied even if account B's admin allows everything.",
    rows: [() => assumeRows(asking, path)],
  };
}

function roleSection(asking: Asking): QuestionSection {
  return {
    id: "data",
    title: "Use the shared data as the role",
    note: "The session belongs to account A, so its own policies decide.",
    rows: [
      () => accessRows(asking),
      () => consoleRows(asking),
      () => otherAccessRows(asking),
      () => otherPrefixRows(asking),
      () => anythingElseRows(asking),
      () => otherBucketRows(asking),
      () => guardRows(asking, ["tls", "tls-version", "network", "validity"]),
      () => keyRows(asking),
      () => [ownAccountRow(asking)],
    ],
  };
}

function assumingSection(asking: Asking, path: ThroughRole): QuestionSection {
  return {
    id: "consumer",
    title: "Account B's policies by themselves",
    note: "What must stay denied stays denied even if every role and bucket is open to everyone.",
    rows: [
      () => [otherRoleRow(asking, path)],
      () =>
        anythingElseRows(asking)
          .filter(({ questions: [first] }) => first !== undefined)
          .slice(0, 1),
      () => [ownAccountRow(asking)],
    ],
  };
}
