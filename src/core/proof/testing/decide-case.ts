import type { Partition } from "#core/aws/region.ts";
import { findMethod } from "#core/methods/index.ts";
import type { CaseRequest, Method, MethodCase } from "#core/methods/method.ts";
import { ACCOUNT_A, ACCOUNT_B } from "#core/parameters/running-example.ts";
import { aclStatements } from "#core/policy/acl-statements.ts";
import {
  isPolicy,
  type PolicyDocument,
  type SharingDocument,
  type SharingPolicy,
} from "#core/policy/document.ts";
import { evaluate } from "#core/proof/evaluate.ts";

export const ALLOW_ALL: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

/** What the managed permission AWSRAMPermissionAccessGrantsData lets account B do. */
const SHARED_THROUGH_RAM: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: ACCOUNT_B },
      Action: [
        "s3:GetDataAccess",
        "s3:GetAccessGrantsInstanceForPrefix",
        "s3:ListCallerAccessGrants",
      ],
      Resource: "*",
    },
  ],
};

/** The worst case on account B's side: each of its principals has every document of account B. */
export function decide(
  request: CaseRequest,
  documents: readonly SharingDocument[],
  one: MethodCase,
  options: { readonly consumerIsAdmin?: boolean } = {},
): string {
  const ofConsumer = request.principalArn.split(":")[4] === ACCOUNT_B;
  const identity = documents
    .filter(isPolicy)
    .filter(({ kind, side }) => kind === "identity-policy" && (side === "consumer") === ofConsumer)
    .map(({ id, policy }) => ({ document: id, policy }));
  const resource = policyOn(request.resourceArn, documents, one);
  return evaluate(request, {
    identity:
      options.consumerIsAdmin === true && ofConsumer
        ? [{ document: "admin", policy: ALLOW_ALL }]
        : identity,
    ...(resource === undefined ? {} : { resource: { document: "resource", policy: resource } }),
  }).decision;
}

export function policyOn(
  resourceArn: string,
  documents: readonly SharingDocument[],
  one: MethodCase,
): PolicyDocument | undefined {
  const [, partition = "", service, , , resource = ""] = resourceArn.split(":");
  const attached = withLists(documents, resource.split("/")[0] ?? "", partition, one).find(
    ({ attachedTo, kind }) =>
      attachedTo.some((target) => {
        if (target.kind === "bucket") return resource.split("/")[0] === target.bucket;
        if (target.kind === "key") return target.keyArn === resourceArn;
        if (target.kind === "access-grants-instance") return target.arn === resourceArn;
        return kind === "trust-policy" && target.kind === "role" && target.arn === resourceArn;
      }),
  );
  const isInstance = service === "s3" && resource.startsWith("access-grants/");
  if (isInstance && one.instanceSharedThroughRam === true) return SHARED_THROUGH_RAM;
  if (service !== "kms") return attached?.policy;
  const delegating = {
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${ACCOUNT_A}:root` },
    Action: "kms:*",
    Resource: "*",
  } as const;
  return {
    Version: "2012-10-17",
    Statement: [
      ...(one.keyPolicyNamesNobody === true ? [] : [delegating]),
      ...(attached?.policy.Statement ?? []),
    ],
  };
}

/** Access control lists as what they mean: statements beside those of the bucket's policy. */
function withLists(
  documents: readonly SharingDocument[],
  bucket: string,
  partition: string,
  { draft }: MethodCase,
): readonly SharingPolicy[] {
  const { accessPath } = (findMethod(draft.method) as Method).prepare(draft);
  const granted = documents.flatMap((document) =>
    document.kind !== "access-control-list" || accessPath.kind !== "by-acl"
      ? []
      : aclStatements(
          document.content,
          document.attachedTo.filter((at) => "bucket" in at && at.bucket === bucket),
          partition as Partition,
          accessPath.canonicalUsers,
        ),
  );
  const policies = documents.filter(isPolicy);
  if (granted.length === 0) return policies;
  const isOn = (policy: SharingPolicy) =>
    policy.attachedTo.some((at) => at.kind === "bucket" && at.bucket === bucket);
  const none: SharingPolicy = {
    id: "lists",
    side: "owner",
    fileName: "",
    title: "",
    summary: "",
    kind: "bucket-policy",
    attachedTo: [{ kind: "bucket", bucket: bucket }],
    extent: "whole",
    policy: { Version: "2012-10-17", Statement: [] },
  };
  const policy = policies.find(isOn) ?? none;
  const Statement = [...policy.policy.Statement, ...granted];
  return [
    { ...policy, policy: { ...policy.policy, Statement } },
    ...policies.filter((one) => !isOn(one)),
  ];
}
