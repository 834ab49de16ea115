import type { Prepared } from "#core/methods/method.ts";
import type { Operation, OperationKind } from "#core/plan/operation.ts";
import type { Policy } from "./accounts.ts";
import type { SharedBundle } from "./shared-bundle.ts";

/** What somebody else may have put where a sharing puts its own. */
export interface Intrusion {
  /** Words of the AWS CLI that put it there before apply runs. */
  readonly before: readonly string[];
  /** What apply then says; it changes nothing. */
  readonly stops: string;
  /** The same, once apply has run. */
  readonly after: readonly string[];
  /** What undo then says: that it is kept beside ours, or that all was left as it is. */
  readonly undoSays: string;
  /** By which it is found in the state; otherwise by its Sid. */
  readonly sign?: string;
  readonly undoStatus: 0 | 1;
}

/** In a Sid, so that it is found again in whatever state. */
export const THEIR_SID = "SomebodyElses";

const OURS_REMOVED = {
  undoSays: "our statements removed, all others kept",
  undoStatus: 0,
} as const;
const LEFT = { undoSays: "It was changed since apply put it there", undoStatus: 1 } as const;
const OTHER_POLICY = "A policy of this name is there and says something else";

type Table = {
  readonly [Kind in OperationKind]?: (
    operation: Extract<Operation, { kind: Kind }>,
    shared: SharedBundle,
  ) => Intrusion;
};

const TABLE: Table = {
  "put-bucket-policy": ({ bucket, document }, shared) => {
    const theirs = statementOn(`arn:${partitionOf(shared)}:s3:::${bucket}/logs/*`, "s3:PutObject");
    const put = (policy: Policy) => [
      ...["s3api", "put-bucket-policy", "--bucket", bucket],
      ...["--policy", JSON.stringify(policy)],
    ];
    return {
      before: put(policyOf([theirs])),
      stops: "There is another policy than the one that was reviewed",
      after: put(policyOf([...statementsOf(shared.document(document)), theirs])),
      ...OURS_REMOVED,
    };
  },
  "add-key-statements": ({ keyArn, region, document }, shared) => {
    const account = keyArn.split(":")[4] ?? "";
    const root = `arn:${partitionOf(shared)}:iam::${account}:root`;
    const all = {
      Sid: "Enable IAM User Permissions",
      Effect: "Allow",
      Principal: { AWS: root },
      Action: "kms:*",
      Resource: "*",
    };
    const theirs = { ...all, Sid: THEIR_SID, Action: "kms:DescribeKey" };
    const ours = statementsOf(shared.document(document));
    const put = (statements: readonly unknown[]) => [
      ...["kms", "put-key-policy", "--key-id", keyArn, "--region", region],
      ...["--policy-name", "default", "--policy", JSON.stringify(policyOf([all, ...statements]))],
    ];
    return {
      before: put([theirs, { ...ours[0], Action: "kms:DescribeKey", Principal: { AWS: root } }]),
      stops: "a Sid of ours says something else",
      after: put([...ours, theirs]),
      ...OURS_REMOVED,
    };
  },
  "create-role": ({ roleName, path, trustDocument }, shared) => {
    const account = shared.prepared.agreement.owner.account;
    const theirs = {
      Sid: THEIR_SID,
      Effect: "Allow",
      Principal: { AWS: `arn:${partitionOf(shared)}:iam::${account}:root` },
      Action: "sts:AssumeRole",
    };
    const trust = shared.document(trustDocument);
    return {
      before: [
        ...["iam", "create-role", "--role-name", roleName, "--path", path],
        ...["--max-session-duration", "43200", "--assume-role-policy-document"],
        JSON.stringify(policyOf([theirs])),
      ],
      stops: "The role is there and trusts someone else",
      after: [
        ...["iam", "update-assume-role-policy", "--role-name", roleName, "--policy-document"],
        JSON.stringify(policyOf([...statementsOf(trust), theirs])),
      ],
      ...LEFT,
    };
  },
  "put-role-policy": ({ roleName, policyName, document }, shared) => {
    const put = (statements: readonly unknown[]) => [
      ...["iam", "put-role-policy", "--role-name", roleName, "--policy-name", policyName],
      ...["--policy-document", JSON.stringify(policyOf(statements))],
    ];
    const theirs = statementOn("*", "s3:ListAllMyBuckets");
    const after = put([...statementsOf(shared.document(document)), theirs]);
    return { before: put([theirs]), stops: OTHER_POLICY, after, ...LEFT };
  },
  "create-policy": ({ policyArn, policyName, path, document }, shared) => {
    const theirs = statementOn("*", "s3:ListAllMyBuckets");
    const ours = statementsOf(shared.document(document));
    return {
      before: [
        ...["iam", "create-policy", "--policy-name", policyName, "--path", path],
        ...["--policy-document", JSON.stringify(policyOf([theirs]))],
      ],
      stops: OTHER_POLICY,
      after: [
        ...["iam", "create-policy-version", "--policy-arn", policyArn, "--set-as-default"],
        ...["--policy-document", JSON.stringify(policyOf([...ours, theirs]))],
      ],
      ...LEFT,
    };
  },
  "create-access-grants-instance": ({ region }, shared) => {
    const account = shared.prepared.agreement.owner.account;
    const role = shared.prepared.plan.steps
      .flatMap((step) => step.operations)
      .find((one) => one.kind === "create-access-grants-location")?.roleArn;
    return {
      before: [],
      stops: "",
      after: [
        ...["s3control", "create-access-grants-location", "--account-id", account],
        ...["--region", region, "--location-scope", "s3://", "--iam-role-arn", role ?? ""],
      ],
      sign: '"scope":"s3://"',
      undoSays: "Left in place, because others use it",
      undoStatus: 0,
    };
  },
};

export function intrusionOn(operation: Operation, shared: SharedBundle): Intrusion {
  const made = TABLE[operation.kind] as
    | ((operation: Operation, shared: SharedBundle) => Intrusion)
    | undefined;
  if (made === undefined) throw new Error(`Nobody else puts ${operation.kind}.`);
  return made(operation, shared);
}

export function mayBeIntruded({ kind }: Operation): boolean {
  return kind in TABLE;
}

/** Nobody puts anything on a role, or on an instance, that apply itself has yet to create. */
export function mayBeThereBefore({ plan }: Prepared, operation: Operation): boolean {
  if (operation.kind === "create-access-grants-instance") return false;
  if (operation.kind !== "put-role-policy") return true;
  return !plan.steps.some((step) =>
    step.operations.some(
      (one) => one.kind === "create-role" && one.roleName === operation.roleName,
    ),
  );
}

function partitionOf({ prepared }: SharedBundle): string {
  return prepared.agreement.partition;
}

function policyOf(statements: readonly unknown[]): Policy {
  return { Version: "2012-10-17", Statement: statements };
}

function statementsOf(policy: Policy): readonly Policy[] {
  return [policy["Statement"]].flat() as Policy[];
}

function statementOn(resource: string, action: string): Policy {
  const service = { Service: "logging.s3.amazonaws.com" };
  return {
    Sid: THEIR_SID,
    Effect: "Allow",
    ...(action === "s3:PutObject" ? { Principal: service } : {}),
    Action: action,
    Resource: resource,
  };
}
