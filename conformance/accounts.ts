import type { Prepared } from "#core/methods/method.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import { ROLE_ARN } from "#core/parameters/running-example.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { RequestContext } from "#core/proof/context.ts";
import { agreedCircumstances } from "#core/proof/matrix/circumstances.ts";

export type Policy = { readonly [name: string]: unknown };

export interface BucketBefore {
  readonly name: string;
  readonly region: string;
  readonly owner: string;
  readonly ownership: string;
  readonly encryption: string;
  readonly keyArn: string;
  readonly objects: readonly string[];
  readonly policy?: Policy;
}

/** What must be there before a sharing is applied. */
export interface AccountsBefore {
  readonly partition: string;
  readonly accounts: readonly string[];
  readonly roles: readonly string[];
  readonly users: readonly string[];
  readonly policies: readonly { readonly arn: string; readonly document: Policy }[];
  readonly keys: readonly string[];
  readonly buckets: readonly BucketBefore[];
  /** S3 Access Grants instances that account A has already. */
  readonly instances: readonly { readonly arn: string; readonly identityCenterArn: string }[];
  /** Under which the agreement lets requests be made. */
  readonly circumstances: RequestContext;
  /** Of accounts with access control lists, as the agreement names them. */
  readonly canonicalUsers: Readonly<Record<string, string>>;
}

/** Read off the plan's own checks, so that a new method needs nothing here. */
export function accountsBefore(prepared: Prepared): AccountsBefore {
  const { agreement, plan } = prepared;
  const { owner, partition } = agreement;
  const sides = sidesWithAccount(prepared.method);
  const operations = plan.steps.flatMap((step) => [...step.operations, ...step.check]);
  const checks = plan.steps
    .filter(({ phase }) => phase === "prepare")
    .flatMap((step) => step.operations);
  const buckets = owner.buckets.map(({ bucket }): BucketBefore => {
    const encryption = found(checks, "check-bucket-encryption", (one) => one.bucket === bucket);
    const ownership = found(checks, "check-bucket-ownership", (one) => one.bucket === bucket);
    const here = owner.locations.filter((location) => location.bucket === bucket);
    return {
      name: bucket,
      region: owner.region,
      owner: owner.account,
      ownership: ownership?.expected ?? "BucketOwnerEnforced",
      encryption: encryption?.expected ?? "sse-s3",
      keyArn: encryption?.keyArn ?? "",
      objects: [
        ...here.map(({ prefix }) => `${prefix}2026/01.csv`),
        "other/secret.csv",
        ...operations.flatMap((one) =>
          one.kind === "put-object-acl" && one.bucket === bucket ? [one.key] : [],
        ),
      ],
    };
  });
  const ownBuckets = operations.flatMap((one): readonly BucketBefore[] => {
    if (one.kind !== "put-own-object") return [];
    const { bucket, account } = one;
    return [{ ...NEW_BUCKET, name: bucket, region: owner.region, owner: account }];
  });
  const named = (pick: (operation: Operation) => string | undefined): readonly string[] => [
    ...new Set(operations.flatMap((operation) => pick(operation) ?? [])),
  ];
  const roles = checks.flatMap((one) => (one.kind === "check-role" ? [one.roleArn] : []));
  const users = checks.flatMap((one) => (one.kind === "check-user" ? [one.userArn] : []));
  return {
    partition,
    accounts: [...new Set(sides.map((side) => agreement[side].account))],
    // Somebody has to come along where an agreement names a whole account.
    roles: roles.length + users.length === 0 && sides.includes("consumer") ? [ROLE_ARN] : roles,
    users,
    policies: [
      ...checks.flatMap((one) =>
        one.kind === "check-policy" ? [{ arn: one.policyArn, document: ALL_ALLOWED }] : [],
      ),
      ...named((one) =>
        "policyArn" in one && one.policyArn.includes(":iam::aws:") ? one.policyArn : undefined,
      ).map((arn) => ({ arn, document: SOMETHING_ELSE })),
    ],
    keys: named((one) => ("keyArn" in one && one.keyArn !== "" ? one.keyArn : undefined)),
    buckets: [...buckets, ...ownBuckets],
    instances: checks.flatMap((one) =>
      one.kind === "check-access-grants-instance"
        ? [{ arn: one.instanceArn, identityCenterArn: one.identityCenterArn }]
        : [],
    ),
    circumstances: agreedCircumstances(agreement)[0]?.context ?? {},
    canonicalUsers: Object.fromEntries(
      prepared.documents.flatMap((one) =>
        one.kind === "access-control-list"
          ? usersOf(one.content as unknown as List, agreement[one.side].account, agreement)
          : [],
      ),
    ),
  };
}

interface List {
  readonly Owner: User;
  readonly Grants: readonly { readonly Grantee: User }[];
}
type User = Readonly<Record<"ID", string>>;

/** The owner of a list, and account B, to which it gives something. */
function usersOf(
  { Owner, Grants }: List,
  account: string,
  { consumer }: Agreement,
): readonly (readonly [account: string, id: string])[] {
  const others = Grants.map(({ Grantee }) => Grantee.ID).filter((id) => id !== Owner.ID);
  return [[account, Owner.ID], ...others.map((id) => [consumer.account, id] as const)];
}

/** An agreement names it to limit others by, and counts on it for what is agreed. */
const ALL_ALLOWED: Policy = {
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "*", Resource: "*" },
};

/** AWS's own policies let their users do what is not asked about here. */
const SOMETHING_ELSE: Policy = {
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "athena:StartQueryExecution", Resource: "*" },
};

/** As S3 makes them. */
const NEW_BUCKET = {
  ownership: "BucketOwnerEnforced",
  encryption: "sse-s3",
  keyArn: "",
  objects: [],
} as const;

type Of<Kind extends Operation["kind"]> = Extract<Operation, { kind: Kind }>;

function found<Kind extends Operation["kind"]>(
  operations: readonly Operation[],
  kind: Kind,
  wanted: (operation: Of<Kind>) => boolean,
): Of<Kind> | undefined {
  return operations.find((one): one is Of<Kind> => one.kind === kind && wanted(one as Of<Kind>));
}
