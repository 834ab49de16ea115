import { describe, expect } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { OperationKind } from "#core/plan/operation.ts";
import type { Fault } from "./aws.ts";
import { count } from "./figures.ts";
import { test } from "./fixture.ts";
import { type Half, halfReady, halfThatDoes, optionsOf } from "./halves.ts";

type NotKnownYet = Required<Pick<Fault, "operation" | "code" | "message">>;

/**
 * What refuses a role or user that IAM has not spread yet, and how.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 */
const NOT_KNOWN_YET: readonly (readonly [OperationKind, NotKnownYet])[] = [
  [
    "create-access-grants-location",
    {
      operation: "s3control:CreateAccessGrantsLocation",
      code: "InvalidIamRole",
      message: "The specified IAM role is not valid",
    },
  ],
  [
    "put-bucket-policy",
    {
      operation: "s3:PutBucketPolicy",
      code: "MalformedPolicy",
      message: "Invalid principal in policy",
    },
  ],
  [
    "create-role",
    {
      operation: "iam:CreateRole",
      code: "MalformedPolicyDocument",
      message: "Invalid principal in policy",
    },
  ],
  [
    "add-key-statements",
    {
      operation: "kms:PutKeyPolicy",
      code: "MalformedPolicyDocumentException",
      message: "Policy contains a statement with one or more invalid principals.",
    },
  ],
];

interface Waiting {
  readonly name: string;
  readonly half: Half;
  readonly fault: NotKnownYet;
}

const WAITING: readonly Waiting[] = METHODS.map(({ id }): Waiting => {
  for (const [kind, fault] of NOT_KNOWN_YET) {
    const half = halfThatDoes(id, kind);
    if (half !== undefined) return { name: `${half.name}, ${kind}`, half, fault };
  }
  throw new Error(`Nothing of ${id} names a role or user.`);
});

describe("apply.sh, while a principal is not known yet", () => {
  test.for(WAITING)(
    "gives up after its tries, and waits when it may: $name",
    async ({ half, fault }, { aws, open }) => {
      const { side, method, isRecorded } = half;
      const shared = await open(half.method, half.draft, optionsOf(half));
      await halfReady(shared, half);
      const state = await aws.state();
      await aws.setFaults([{ ...fault, times: 999 }]);
      const gaveUp = await shared.runWith({ S3_HANDSHAKE_TRIES: "3" }, side, "apply");
      expect(gaveUp.status, gaveUp.output).toBe(1);
      expect(gaveUp.output.match(/Trying again/g)).toHaveLength(2);
      expect(gaveUp.output).toContain(fault.message);
      expect(gaveUp.output).toMatch(/does not exist \(any more\)|does not trust S3 Access Grants/);
      expect(gaveUp.output).toMatch(/Nothing was changed\.|All is as it was before this run\./);
      expect(await aws.state()).toEqual(state);

      await aws.setFaults([{ ...fault, times: 2 }]);
      const waited = await shared.run(side, "apply");
      expect(waited.status, waited.output).toBe(0);
      expect(waited.output.match(/Trying again/g)).toHaveLength(2);
      count(isRecorded ? "faults recorded" : "faults survived", method.id, 2);
    },
  );
});
