import { arnRegion } from "#core/aws/arn.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { PlanStep } from "./plan.ts";
import { bucketStepId, callerStepId, keyStepId, namedPrincipalsNeeds } from "./prerequisites.ts";

const OWNERS_HALF =
  "Account A's half: without it account B is denied whatever its own policies say. S3 replaces the whole policy, so what is there is saved first.";

/**
 * Puts the bucket policies in place, each as a whole: the script saves and merges what is there. Principals of
 * account B must exist by then.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function bucketPolicySteps(
  agreement: Agreement,
  documents: readonly SharingDocument[],
  why: string = OWNERS_HALF,
): readonly PlanStep[] {
  return documents
    .filter(({ kind }) => kind === "bucket-policy")
    .flatMap(({ id, attachedTo }) =>
      attachedTo.flatMap((on): readonly PlanStep[] => {
        if (on.kind !== "bucket") return [];
        const { bucket } = on;
        return [
          {
            id: `put-${id}`,
            side: "owner",
            phase: "apply",
            title: `Put the bucket policy on ${bucket}`,
            why,
            needs: [
              callerStepId("owner"),
              bucketStepId(bucket),
              ...namedPrincipalsNeeds(agreement),
            ],
            operations: [{ kind: "put-bucket-policy", bucket, document: id }],
            check: [{ kind: "check-bucket-policy-status", bucket }],
            undo: {
              kind: "operations",
              operations: [{ kind: "restore-bucket-policy", bucket, document: id }],
            },
            documents: [id],
            retries: true,
          },
        ];
      }),
    );
}

/** For principals of account B, whom the key policy has to name beside their own policies. */
export function sharedKeySteps(
  agreement: Agreement,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return keyPolicySteps(
    documents,
    "The objects are encrypted with this key, and S3 hands them out only to callers who may use it.",
    (keyArn) => [callerStepId("owner"), keyStepId(keyArn), ...namedPrincipalsNeeds(agreement)],
  );
}

/** For a role or user of account A that a step before has created. */
export function ownKeySteps(
  documents: readonly SharingDocument[],
  who: "role" | "user",
  created: string,
): readonly PlanStep[] {
  return keyPolicySteps(
    documents,
    `The key policy does not let IAM policies decide, so it has to name the ${who}; KMS refuses a ${who} that does not exist yet.`,
    () => [callerStepId("owner"), created],
  );
}

/** A key always has a policy: statements are added to it, and all others stay. */
function keyPolicySteps(
  documents: readonly SharingDocument[],
  why: string,
  needs: (keyArn: string) => readonly string[],
): readonly PlanStep[] {
  return documents.flatMap(({ id, attachedTo }) =>
    attachedTo.flatMap((on): readonly PlanStep[] => {
      if (on.kind !== "key") return [];
      const { keyArn } = on;
      const target = { keyArn, region: arnRegion(keyArn), document: id };
      return [
        {
          id: `add-${id}`,
          side: "owner",
          phase: "apply",
          title: "Add a statement to the key policy",
          why,
          needs: needs(keyArn),
          operations: [{ kind: "add-key-statements", ...target }],
          check: [],
          undo: { kind: "operations", operations: [{ kind: "remove-key-statements", ...target }] },
          documents: [id],
          retries: true,
        },
      ];
    }),
  );
}
