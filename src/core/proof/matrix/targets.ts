import type { Agreement } from "#core/parameters/agreement.ts";
import type { Statements } from "#core/proof/policies.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import type { S3State } from "#core/proof/s3-state.ts";
import { compiled } from "./compiled.ts";
import { settingsOf } from "./places.ts";
import type { Standing } from "./standing.ts";

export const OPEN_TO_EVERYONE = compiled("open-to-everyone", "resource policy", {
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
});

/** What stands on a resource. */
export interface Target {
  readonly kind: "s3" | "kms" | "iam" | "other";
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
  const onBucket = (bucket: string): Target => {
    const policy = standing.bucketPolicy(bucket);
    const ownership = settingsOf(agreement, bucket)?.ownership;
    const isPublic = isPublicBucketPolicy(policy ?? []);
    const opened = [...OPEN_TO_EVERYONE, ...(policy ?? [])];
    return { kind: "s3", policy, opened, bucket, s3: ownership && { ownership }, isPublic };
  };
  const elsewhere = { bucket: "", s3: undefined, isPublic: false, opened: OPEN_TO_EVERYONE };
  const lookUp = (resourceArn: string): Target => {
    const [, , service] = resourceArn.split(":", 3);
    if (service === "kms") {
      return { kind: "kms", ...elsewhere, policy: standing.keyPolicy(resourceArn) };
    }
    if (service === "iam") {
      return { kind: "iam", ...elsewhere, policy: standing.trustPolicy(resourceArn) };
    }
    return { kind: "other", ...elsewhere, policy: standing.instancePolicy(resourceArn) };
  };
  const bucketArns = `arn:${agreement.partition}:s3:::`;
  const found = new Map<string, Target>();
  const find = (resourceArn: string): Target => {
    const isInBucket = resourceArn.startsWith(bucketArns);
    const slash = isInBucket ? resourceArn.indexOf("/", bucketArns.length) : -1;
    const key = slash < 0 ? resourceArn : resourceArn.slice(0, slash);
    let target = known.get(key);
    if (target === undefined) {
      target = isInBucket ? onBucket(key.slice(bucketArns.length)) : lookUp(resourceArn);
      known.set(key, target);
    }
    found.set(resourceArn, target);
    return target;
  };
  return (resourceArn) => found.get(resourceArn) ?? find(resourceArn);
}
