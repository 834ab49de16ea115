import {
  BUCKET_POLICY_MAX_BYTES,
  BUCKET_POLICY_NEAR_BYTES,
  INSTANCE_POLICY_MAX_CHARACTERS,
  KEY_POLICY_MAX_BYTES,
  MANAGED_POLICY_MAX_CHARACTERS,
  ROLE_INLINE_POLICIES_MAX_CHARACTERS,
  TRUST_POLICY_MAX_CHARACTERS,
  USER_INLINE_POLICIES_MAX_CHARACTERS,
} from "#core/aws/limits.ts";
import type { Attachment, PolicyDocument, PolicyKind, SharingPolicy } from "./document.ts";

export interface DocumentSize {
  readonly used: number;
  readonly limit: number;
  readonly unit: "bytes" | "characters" | "files" | "grants";
  /** `used` of `limit`, never above 1. */
  readonly share: number;
  readonly state: "fits" | "near" | "over";
  /** What to do when it is too large. */
  readonly wayOut: string;
}

interface Quota {
  readonly limit: number;
  readonly near: number;
  readonly unit: DocumentSize["unit"];
  readonly wayOut: string;
}

const QUOTAS = {
  bucket: {
    limit: BUCKET_POLICY_MAX_BYTES,
    near: BUCKET_POLICY_NEAR_BYTES,
    unit: "bytes",
    wayOut:
      "Share a prefix above several of the listed ones, name the whole account of B instead of each principal, or choose a method that needs no bucket policy.",
  },
  key: {
    limit: KEY_POLICY_MAX_BYTES,
    near: KEY_POLICY_MAX_BYTES * 0.9,
    unit: "bytes",
    wayOut:
      "Name the whole account of B, or a permission set, instead of each principal: the key policy repeats them.",
  },
  trust: {
    limit: TRUST_POLICY_MAX_CHARACTERS,
    near: TRUST_POLICY_MAX_CHARACTERS * 0.9,
    unit: "characters",
    wayOut:
      "Name the whole account of B, or a permission set, instead of each principal, or ask AWS to raise the quota “Role trust policy length”.",
  },
  instance: {
    limit: INSTANCE_POLICY_MAX_CHARACTERS,
    near: INSTANCE_POLICY_MAX_CHARACTERS * 0.9,
    unit: "characters",
    wayOut: "Share the instance through AWS RAM instead, which needs no resource policy.",
  },
  managed: {
    limit: MANAGED_POLICY_MAX_CHARACTERS,
    near: MANAGED_POLICY_MAX_CHARACTERS * 0.9,
    unit: "characters",
    wayOut: "Share a prefix above several of the listed ones, or share in two agreements.",
  },
  inlineRole: {
    limit: ROLE_INLINE_POLICIES_MAX_CHARACTERS,
    near: ROLE_INLINE_POLICIES_MAX_CHARACTERS * 0.9,
    unit: "characters",
    wayOut: "All inline policies of a role share this limit; remove one that is no longer needed.",
  },
  inlineUser: {
    limit: USER_INLINE_POLICIES_MAX_CHARACTERS,
    near: USER_INLINE_POLICIES_MAX_CHARACTERS * 0.9,
    unit: "characters",
    wayOut: "All inline policies of a user share this limit; remove one that is no longer needed.",
  },
} as const satisfies Record<string, Quota>;

/** Largest inline policy that every one of these may carry; 0 when one takes only managed policies. */
export function inlineLimit(attachedTo: readonly Attachment[]): number {
  return Math.min(
    ...attachedTo.map(({ kind }) =>
      kind === "role" ? QUOTAS.inlineRole.limit : kind === "user" ? QUOTAS.inlineUser.limit : 0,
    ),
  );
}

/** What IAM counts: characters without white space. */
export function policyCharacters(value: unknown): number {
  return JSON.stringify(value).replace(/\s/g, "").length;
}

/** What a document says about the limit it has to keep: where an identity policy is put decides it. */
export type Sized = PolicyKind | Pick<SharingPolicy, "kind" | "attachedTo" | "delivery">;

/**
 * How much of AWS's limit a text uses. S3 and KMS count bytes, IAM counts characters without white
 * space; layout never counts, because documents near the limit are written without it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
export function documentSize(of: Sized, text: string): DocumentSize {
  return compactSize(of, withoutLayout(text));
}

/** The same for a policy that has no text yet. */
export function policySize(of: Sized, policy: PolicyDocument): DocumentSize {
  return compactSize(of, JSON.stringify(policy));
}

/** Bytes that a text may have; undefined where AWS does not count white space. */
export function byteLimit(of: Sized): number | undefined {
  const { unit, limit } = quotaOf(of);
  return unit === "bytes" ? limit : undefined;
}

function compactSize(of: Sized, compact: string): DocumentSize {
  const { limit, near, unit, wayOut } = quotaOf(of);
  const used = unit === "bytes" ? utf8Bytes(compact) : compact.replace(/\s/g, "").length;
  return {
    used,
    limit,
    unit,
    share: Math.min(used / limit, 1),
    state: used > limit ? "over" : used >= near ? "near" : "fits",
    wayOut,
  };
}

function quotaOf(of: Sized): Quota {
  const kind = typeof of === "string" ? of : of.kind;
  if (kind === "bucket-policy") return QUOTAS.bucket;
  if (kind === "key-policy") return QUOTAS.key;
  if (kind === "trust-policy") return QUOTAS.trust;
  if (kind === "instance-policy") return QUOTAS.instance;
  if (typeof of === "string" || of.delivery !== "inline") return QUOTAS.managed;
  return of.attachedTo.some((attachment) => attachment.kind === "user")
    ? QUOTAS.inlineUser
    : QUOTAS.inlineRole;
}

/** Text that is no JSON counts as it stands. */
function withoutLayout(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
