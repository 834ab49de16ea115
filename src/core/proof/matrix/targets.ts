import type { Agreement } from "#core/parameters/agreement.ts";
import { arnSegments } from "#core/proof/arn-pattern.ts";
import type { Statements } from "#core/proof/policies.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import type { S3State } from "#core/proof/s3-state.ts";
import { settingsOf } from "./places.ts";
import { compiled, type Standing } from "./standing.ts";

export const OPEN_TO_EVERYONE = compiled("open-to-everyone", "resource policy", {
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
});

/** What stands on a resource. */
export interface Target {
  readonly policy: Statements | undefined;
  /** The same with an Allow for everyone: only its Deny statements still count. */
  readonly opened: Statements;
  readonly bucket: string;
  readonly s3: S3State | undefined;
  /** All of Block Public Access can stay on, so a public policy would shut account B out. */
  readonly isPublic: boolean;
}

/** Looks up what stands on a resource; each resource once. */
export function targets(agreement: Agreement, standing: Standing): (resourceArn: string) => Target {
  const known = new Map<string, Target>();
  const byBucket = new Map<string, Target>();
  const onBucket = (bucket: string): Target => {
    const policy = standing.bucketPolicy(bucket);
    const ownership = settingsOf(agreement, bucket)?.ownership;
    const isPublic = isPublicBucketPolicy(policy ?? []);
    const opened = [...OPEN_TO_EVERYONE, ...(policy ?? [])];
    return { policy, opened, bucket, s3: ownership && { ownership }, isPublic };
  };
  const lookUp = (resourceArn: string): Target => {
    const [, , service, , , rest = ""] = arnSegments(resourceArn) ?? [];
    if (service === "s3") {
      const bucket = rest.split("/", 1)[0] ?? "";
      const target = byBucket.get(bucket) ?? onBucket(bucket);
      byBucket.set(bucket, target);
      return target;
    }
    const elsewhere = { bucket: "", s3: undefined, isPublic: false, opened: OPEN_TO_EVERYONE };
    if (service === "kms") return { ...elsewhere, policy: standing.keyPolicy(resourceArn) };
    if (service === "iam") return { ...elsewhere, policy: standing.trustPolicy(resourceArn) };
    return { ...elsewhere, policy: undefined };
  };
  return (resourceArn) => {
    const target = known.get(resourceArn) ?? lookUp(resourceArn);
    known.set(resourceArn, target);
    return target;
  };
}
