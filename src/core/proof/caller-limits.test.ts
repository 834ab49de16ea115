import { describe, expect, it } from "vitest";
import type { Policies } from "#core/proof/policies.ts";
import { BUCKET, decide, input, M2_SESSION, request } from "#core/proof/testing/sharing.ts";

const ROLE = "arn:aws:iam::111122223333:role/AcmeShareReader";
const USER = "arn:aws:iam::111122223333:user/ann";
const ROOT = "arn:aws:iam::111122223333:root";
const read = { Effect: "Allow", Action: "s3:GetObject", Resource: `${BUCKET}/*` };
const listOnly = input("list-only", { Effect: "Allow", Action: "s3:ListBucket", Resource: "*" });
const readOnly = input("read-only", read);
const denyRead = input("deny-read", { ...read, Effect: "Deny" });
const bucketPolicy = (principal: unknown, more: object = {}): Policies => ({
  identity: [],
  resource: input("bucket-policy", { ...read, Principal: principal, ...more }),
  resourceType: "bucket policy",
});
const aws = (name: string) => bucketPolicy({ AWS: name });
const bySession = request("s3:GetObject", "a", { "aws:PrincipalArn": ROLE }, M2_SESSION);
const byUser = request("s3:GetObject", "a", { "aws:PrincipalArn": USER }, USER);
const pinned = bucketPolicy("*", {
  Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } },
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
describe("in the resource's own account", () => {
  it.each<readonly [string, Policies, Partial<Policies>, string]>([
    ["the role, without limits", aws(ROLE), {}, "allowed"],
    ["the role, and a silent boundary", aws(ROLE), { boundary: [listOnly] }, "implicitDeny"],
    ["the role, and a silent session policy", aws(ROLE), { session: [listOnly] }, "implicitDeny"],
    [
      "the role, and both allow",
      aws(ROLE),
      { boundary: [readOnly], session: [readOnly] },
      "allowed",
    ],
    ["the session, and a silent boundary", aws(M2_SESSION), { boundary: [listOnly] }, "allowed"],
    [
      "the session, and a silent session policy",
      aws(M2_SESSION),
      { session: [listOnly] },
      "allowed",
    ],
    [
      "the session, and a Deny of its policy",
      aws(M2_SESSION),
      { session: [denyRead] },
      "explicitDeny",
    ],
    ["everyone by ARN, and a silent boundary", pinned, { boundary: [listOnly] }, "allowed"],
    ["the account, and no identity policy", aws(ROOT), {}, "implicitDeny"],
    ["the account, and an identity policy", aws(ROOT), { identity: [readOnly] }, "allowed"],
    [
      "the account, an identity policy and a silent session policy",
      aws(ROOT),
      { identity: [readOnly], session: [listOnly] },
      "implicitDeny",
    ],
    ["another session", aws(`${M2_SESSION}-2`), {}, "implicitDeny"],
  ])("a session asks where the bucket policy names %s", (_name, policies, limits, decision) => {
    expect(decide(bySession, { ...policies, ...limits })).toBe(decision);
  });

  it.each<readonly [string, Policies, Partial<Policies>, string]>([
    ["the user, and a silent boundary", aws(USER), { boundary: [listOnly] }, "allowed"],
    [
      "the account, and a silent boundary",
      aws(ROOT),
      { identity: [readOnly], boundary: [listOnly] },
      "implicitDeny",
    ],
    [
      "the user, and an SCP that leaves it out",
      aws(USER),
      { serviceControl: [[listOnly]] },
      "implicitDeny",
    ],
    ["the user, and a silent VPC endpoint", aws(USER), { vpcEndpoint: [listOnly] }, "implicitDeny"],
  ])("a user asks where the bucket policy names %s", (_name, policies, limits, decision) => {
    expect(decide(byUser, { ...policies, ...limits })).toBe(decision);
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
describe("from another account", () => {
  const session = "arn:aws:sts::444455556666:assumed-role/analytics-app/nightly";
  const asked = request("s3:GetObject", "a");
  it.each<readonly [string, Partial<Policies>, string]>([
    ["an identity policy", { identity: [readOnly] }, "allowed"],
    ["no identity policy", {}, "implicitDeny"],
    ["a silent session policy", { identity: [readOnly], session: [listOnly] }, "implicitDeny"],
    ["a silent boundary", { identity: [readOnly], boundary: [listOnly] }, "implicitDeny"],
  ])("a session that the bucket policy names needs its own side: %s", (_name, side, decision) => {
    expect(decide(asked, { ...aws(session), ...side })).toBe(decision);
  });
});

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
describe("organization policies", () => {
  const denyAll = { ...input("rcp", { ...read, Effect: "Deny", Principal: "*" }) };
  const linked =
    "arn:aws:iam::444455556666:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
  const open: Policies = { ...bucketPolicy("*"), identity: [readOnly] };

  it("deny a caller of any account by the resource's RCP, which a silent one does not", () => {
    expect(decide(request("s3:GetObject", "a"), { ...open, resourceControl: [denyAll] })).toBe(
      "explicitDeny",
    );
    expect(decide(request("s3:GetObject", "a"), { ...open, resourceControl: [] })).toBe("allowed");
  });

  it("spare service-linked roles", () => {
    const asked = request("s3:GetObject", "a", { "aws:PrincipalArn": linked }, linked);
    const around = { resourceControl: [denyAll], serviceControl: [[listOnly]] };
    expect(decide(asked, { ...open, ...around })).toBe("allowed");
  });
});
