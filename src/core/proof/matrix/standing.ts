import { splitArn } from "#core/aws/arn.ts";
import { type Principal, permissionSetOf } from "#core/aws/principal.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import {
  type Attachment,
  isPolicy,
  type PolicyKind,
  type SharingPolicy,
} from "#core/policy/document.ts";
import type { PolicyProblem, PolicyType } from "#core/proof/decision.ts";
import { accessLists } from "#core/proof/matrix/access-lists.ts";
import { type Around, around } from "#core/proof/matrix/around.ts";
import { compiled } from "#core/proof/matrix/compiled.ts";
import { instancePolicies } from "#core/proof/matrix/instance-policies.ts";
import type { JudgedDocument, Sharing } from "#core/proof/matrix/sharing.ts";
import type { Statements } from "#core/proof/policies.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";

/** The policies of both accounts as they stand when the documents are in place. */
export interface Standing {
  readonly problems: readonly PolicyProblem[];
  /** Undefined: the bucket has no policy. */
  readonly bucketPolicy: (bucket: string) => Statements | undefined;
  readonly keyPolicy: (keyArn: string) => Statements;
  readonly trustPolicy: (roleArn: string) => Statements | undefined;
  /** Of an S3 Access Grants instance, or of one of its grants as `grantArn` names it. */
  readonly instancePolicy: (arn: string) => Statements | undefined;
  readonly principalPolicies: (principal: Principal) => Statements;
  readonly rolePolicies: (roleArn: string) => Statements;
  readonly userPolicies: (userArn: string) => Statements;
  /** Each policy on a resource, once. */
  readonly resourcePolicies: readonly Statements[];
  readonly limits: Around["limits"];
  /** Policies that are tried out besides the documents, each once. */
  readonly surroundings: readonly Statements[];
}

/** What a document is for the evaluator. */
export const POLICY_TYPES: Readonly<Record<PolicyKind, PolicyType>> = {
  "bucket-policy": "bucket policy",
  "identity-policy": "identity policy",
  "trust-policy": "trust policy",
  "key-policy": "key policy",
  "instance-policy": "Access Grants instance policy",
};

interface JudgedPolicy extends JudgedDocument {
  readonly document: SharingPolicy;
}

function isJudgedPolicy(judged: JudgedDocument): judged is JudgedPolicy {
  return isPolicy(judged.document);
}

interface Judged extends JudgedPolicy {
  readonly statements: Statements;
}

/** Reads every document once. */
export function standing(sharing: Sharing): Standing {
  const { agreement, accessPath, documents } = sharing;
  const surroundings = around(sharing);
  const { partition, owner, consumer } = agreement;
  const problems: PolicyProblem[] = [...surroundings.problems];
  const judged = documents.filter(isJudgedPolicy).map((each): Judged => {
    const { id, side, kind } = each.document;
    const compiled = compilePolicy({ document: id, side, policy: each.text }, POLICY_TYPES[kind]);
    problems.push(...compiled.problems);
    return { ...each, statements: compiled.statements };
  });
  const lists = accessLists(sharing);
  problems.push(...lists.problems);
  const on = (kind: PolicyKind, isIt: (attachment: Attachment) => boolean) => {
    const found = judged.filter(
      ({ document }) => document.kind === kind && document.attachedTo.some(isIt),
    );
    return found.length === 0 ? undefined : joined(found);
  };
  const delegates = "keyPolicyDelegates" in accessPath ? accessPath.keyPolicyDelegates : true;
  const delegation = delegates ? delegationTo(`arn:${partition}:iam::${owner.account}:root`) : [];
  const isOnRole = (roleArn: string) => (attachment: Attachment) =>
    attachment.kind === "role" && attachment.arn === roleArn;
  const keyPolicies = cached((keyArn: string) => {
    if (keyArn === awsManagedKeyArn(agreement)) return awsManagedKeyPolicy(agreement);
    const isOnKey = (attachment: Attachment) =>
      attachment.kind === "key" && attachment.keyArn === keyArn;
    const replacesAll = judged.some(
      ({ document }) => document.extent === "whole" && document.attachedTo.some(isOnKey),
    );
    return [...(replacesAll ? [] : delegation), ...(on("key-policy", isOnKey) ?? [])];
  });
  const bucketPolicies = cached((bucket: string) => {
    const isOnBucket = (attachment: Attachment) =>
      attachment.kind === "bucket" && attachment.bucket === bucket;
    const policy = on("bucket-policy", isOnBucket);
    const besides = [...lists.statements(bucket), ...surroundings.bucketStatements(bucket)];
    return besides.length === 0 ? policy : [...(policy ?? []), ...besides];
  });
  const withMore = (statements: Statements, account: string): Statements => {
    const more = surroundings.identityStatements(account);
    return more.length === 0 ? statements : [...statements, ...more];
  };
  return {
    problems,
    limits: surroundings.limits,
    surroundings: surroundings.all,
    bucketPolicy: bucketPolicies,
    keyPolicy: keyPolicies,
    trustPolicy: (roleArn) => on("trust-policy", isOnRole(roleArn)),
    instancePolicy: instancePolicies(sharing, (arn) =>
      on(
        "instance-policy",
        (attachment) => attachment.kind === "access-grants-instance" && attachment.arn === arn,
      ),
    ),
    rolePolicies: cached((roleArn) =>
      withMore(on("identity-policy", isOnRole(roleArn)) ?? [], owner.account),
    ),
    userPolicies: cached((userArn) =>
      withMore(
        on(
          "identity-policy",
          (attachment) => attachment.kind === "user" && attachment.arn === userArn,
        ) ?? [],
        owner.account,
      ),
    ),
    principalPolicies: (principal) =>
      withMore(
        on("identity-policy", (attachment) => isFor(attachment, principal, consumer.account)) ?? [],
        principal.account,
      ),
    resourcePolicies: [
      ...judged
        .filter(({ document }) => document.kind !== "identity-policy")
        .map(({ statements }) => statements),
      ...owner.buckets.map(({ bucket }) => lists.statements(bucket)),
    ],
  };
}

/** Whether what is attached there speaks for the principal. A session has lost its role's path. */
function isFor(attachment: Attachment, principal: Principal, account: string): boolean {
  switch (attachment.kind) {
    case "account":
      return principal.kind === "account" && attachment.account === account;
    case "user":
      return principal.kind === "user" && attachment.arn === principal.arn;
    case "role":
      if (principal.kind === "role") return attachment.arn === principal.arn;
      return (
        principal.kind === "session" &&
        splitArn(attachment.arn)?.account === principal.account &&
        nameInArn(attachment.arn) === principal.roleName
      );
    case "permission-set":
      return attachment.name === permissionSetName(principal);
    default:
      return false;
  }
}

function permissionSetName(principal: Principal): string | undefined {
  if (principal.kind === "permission-set") return principal.name;
  if (principal.kind === "role") return permissionSetOf(principal.name);
  return principal.kind === "session" ? permissionSetOf(principal.roleName) : undefined;
}

/**
 * What every key policy says by default: account A's identity policies decide.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function delegationTo(rootArn: string): Statements {
  const statement = {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: rootArn },
    Action: "kms:*",
    Resource: "*",
  };
  return compiled("default-key-policy", "key policy", statement);
}

/** Stands for the key `aws/s3`, whose id nobody needs to know. */
export function awsManagedKeyArn({ partition, owner }: Agreement): string {
  return `arn:${partition}:kms:${owner.region}:${owner.account}:key/aws-managed-s3-key`;
}

/**
 * The key policy of `aws/s3`: every principal of its account, through S3, and nobody else.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
function awsManagedKeyPolicy({ owner }: Agreement): Statements {
  return compiled("aws-managed-key-policy", "key policy", {
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: {
      StringEquals: {
        "kms:CallerAccount": owner.account,
        "kms:ViaService": `s3.${owner.region}.amazonaws.com`,
      },
    },
  });
}

/** Documents of one place are one policy; the same list each time, so that it can be remembered. */
function joined(judged: readonly Judged[]): Statements {
  const [only] = judged;
  if (only !== undefined && judged.length === 1) return only.statements;
  return judged.flatMap(({ statements }) => statements);
}

function cached<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}
