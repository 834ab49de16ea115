import { bucketArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import type { Prepared } from "#core/methods/method.ts";
import { isPolicy, type SharingPolicy } from "#core/policy/document.ts";
import type { Wanted } from "#core/policy/intake/policy-shape.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";

/**
 * Documents whose call replaces all that is there: every policy of a resource. The policies of roles
 * and users have names of their own.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutAccessGrantsInstanceResourcePolicy.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 */
export function replacingDocuments({
  documents,
}: Pick<Prepared, "documents">): readonly SharingPolicy[] {
  return documents.filter(isPolicy).filter(({ kind }) => kind !== "identity-policy");
}

/** What the evaluator must know of a document's place. */
export function placeOfDocument(
  { kind, attachedTo, policy }: SharingPolicy,
  { agreement }: Pick<Prepared, "agreement">,
): ChangedDocument {
  const [attachment] = attachedTo;
  const account = agreement.owner.account;
  if (attachment?.kind === "bucket") {
    const bucket = attachment.bucket as BucketName;
    return { kind, account, bucket, resourceArn: bucketArn(agreement.partition, bucket) };
  }
  if (attachment?.kind === "key") return { kind, account, resourceArn: attachment.keyArn };
  if (attachment?.kind === "role") return { kind, account, resourceArn: attachment.arn };
  const named = [policy.Statement[0]?.Resource ?? []].flat()[0];
  return { kind, account, resourceArn: named ?? "*" };
}

/** What a paste for this document should be. */
export function wantedFor({ kind, attachedTo }: SharingPolicy): Wanted {
  const [attachment] = attachedTo;
  return attachment?.kind === "bucket" ? { kind, bucket: attachment.bucket } : { kind };
}
