import { arnSegments } from "#core/proof/arn-pattern.ts";
import { withoutValues, withValues } from "#core/proof/context.ts";
import type { Decision } from "#core/proof/decision.ts";
import { evaluatePrepared, explained, type Outcome } from "#core/proof/evaluate.ts";
import type { CompiledPolicies } from "#core/proof/policies.ts";
import { type AccessRequest, type PreparedRequest, prepareRequest } from "#core/proof/request.ts";
import { joined } from "#core/proof/situation.ts";

/** The customer managed key that an object is encrypted with. */
export interface EncryptionKey {
  readonly keyArn: string;
  /** With an S3 Bucket Key the encryption context is the bucket, else the object. */
  readonly bucketKey: boolean;
}

/**
 * Decides a request for an object encrypted with a customer managed key: S3 must allow the action
 * and KMS the use of the key; either can deny. `keyPolicies` are the caller's policies and, as
 * resource policy, the key policy.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-s3.html
 */
export function evaluateS3Request(
  request: AccessRequest,
  policies: CompiledPolicies,
  key: EncryptionKey,
  keyPolicies: CompiledPolicies,
): Decision {
  const prepared = prepareRequest(request);
  return explained(
    keyActions(prepared.action, false).reduce(
      (outcome, action) =>
        bothOf(outcome, evaluatePrepared(keyRequest(prepared, key, action), keyPolicies)),
      evaluatePrepared(prepared, policies),
    ),
  );
}

const KEY_ACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ["s3:getobject", ["kms:Decrypt"]],
  ["s3:getobjectversion", ["kms:Decrypt"]],
  ["s3:getobjectattributes", ["kms:Decrypt"]],
  ["s3:putobject", ["kms:GenerateDataKey"]],
]);
const MULTIPART_KEY_ACTIONS: readonly string[] = ["kms:GenerateDataKey", "kms:Decrypt"];

/**
 * What S3 asks of the key on behalf of the caller. A multipart upload also reads its parts back.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 */
export function keyActions(action: string, multipart: boolean): readonly string[] {
  const lowerCaseAction = action.toLowerCase();
  if (multipart && lowerCaseAction === "s3:putobject") return MULTIPART_KEY_ACTIONS;
  return KEY_ACTIONS.get(lowerCaseAction) ?? [];
}

/** Of the request to S3, KMS sees neither S3's own keys nor the caller's network and MFA. */
const NOT_PASSED_ON =
  /^(s3:.*|aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|multifactorauth(present|age)))$/;

/**
 * The request that S3 makes to KMS with the caller's identity.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
export function keyRequest(
  request: Pick<PreparedRequest, "principalArn" | "caller" | "resourceArn" | "context">,
  { keyArn, bucketKey }: EncryptionKey,
  action: string,
): PreparedRequest {
  const [, , , region = "", resourceAccount = ""] = arnSegments(keyArn) ?? [];
  const slash = request.resourceArn.indexOf("/");
  const bucketArn = slash < 0 ? request.resourceArn : request.resourceArn.slice(0, slash);
  const passedOn = withoutValues(request.context, (key) => NOT_PASSED_ON.test(key));
  const context = withValues(passedOn, {
    "aws:ViaAWSService": "true",
    "aws:SecureTransport": "true",
    "kms:ViaService": `s3.${region}.amazonaws.com`,
    "kms:CallerAccount": request.caller.account,
    "kms:EncryptionContext:aws:s3:arn": bucketKey ? bucketArn : request.resourceArn,
    "kms:EncryptionContextKeys": ["aws:s3:arn"],
  });
  const lowerCaseAction = action.toLowerCase();
  const { principalArn, caller } = request;
  return {
    principalArn,
    caller,
    action,
    lowerCaseAction,
    resourceArn: keyArn,
    resourceAccount,
    context,
  };
}

/** One call that needs two permissions: both must be allowed, and either can deny. */
export function bothOf(one: Outcome, other: Outcome): Outcome {
  if (one.decision === "allowed" && other.decision === "allowed") {
    return { ...one, decidedBy: joined(one.decidedBy, other.decidedBy) };
  }
  if (one.decision === "explicitDeny" || other.decision === "allowed") return one;
  if (other.decision === "explicitDeny" || one.decision === "allowed") return other;
  return one;
}
