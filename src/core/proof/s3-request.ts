import { arnSegments } from "#core/proof/arn-pattern.ts";
import type { ContextValues } from "#core/proof/context.ts";
import type { Decision } from "#core/proof/decision.ts";
import { evaluatePrepared } from "#core/proof/evaluate.ts";
import type { CompiledPolicies } from "#core/proof/policies.ts";
import { type AccessRequest, type PreparedRequest, prepareRequest } from "#core/proof/request.ts";

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
  const onKey = keyActions(prepared, false).map((action) =>
    evaluatePrepared(keyRequest(prepared, key, action), keyPolicies),
  );
  return allOf([evaluatePrepared(prepared, policies), ...onKey]);
}

const KEY_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  "s3:getobject": ["kms:Decrypt"],
  "s3:getobjectversion": ["kms:Decrypt"],
  "s3:getobjectattributes": ["kms:Decrypt"],
  "s3:putobject": ["kms:GenerateDataKey"],
};
const MULTIPART_KEY_ACTIONS: readonly string[] = ["kms:GenerateDataKey", "kms:Decrypt"];

/**
 * What S3 asks of the key on behalf of the caller. A multipart upload also reads its parts back.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 */
export function keyActions(
  { lowerCaseAction }: PreparedRequest,
  multipart: boolean,
): readonly string[] {
  if (multipart && lowerCaseAction === "s3:putobject") return MULTIPART_KEY_ACTIONS;
  return KEY_ACTIONS[lowerCaseAction] ?? [];
}

/** Of the request to S3, KMS sees neither S3's own keys nor the caller's network and MFA. */
const NOT_PASSED_ON =
  /^(s3:.*|aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|multifactorauth(present|age)))$/;

/**
 * The request that S3 makes to KMS with the caller's identity.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
export function keyRequest(
  request: PreparedRequest,
  { keyArn, bucketKey }: EncryptionKey,
  action: string,
): PreparedRequest {
  const [, , , region = "", resourceAccount = ""] = arnSegments(keyArn) ?? [];
  const slash = request.resourceArn.indexOf("/");
  const bucketArn = slash < 0 ? request.resourceArn : request.resourceArn.slice(0, slash);
  const context: ContextValues = new Map([
    ...[...request.context].filter(([key]) => !NOT_PASSED_ON.test(key)),
    ["aws:viaawsservice", "true"],
    ["aws:securetransport", "true"],
    ["kms:viaservice", `s3.${region}.amazonaws.com`],
    ["kms:calleraccount", request.caller.account],
    ["kms:encryptioncontext:aws:s3:arn", bucketKey ? bucketArn : request.resourceArn],
    ["kms:encryptioncontextkeys", ["aws:s3:arn"]],
  ]);
  const lowerCaseAction = action.toLowerCase();
  return { ...request, action, lowerCaseAction, resourceArn: keyArn, resourceAccount, context };
}

/** One call that needs several permissions: all must be allowed, and any can deny. */
export function allOf(decisions: readonly Decision[]): Decision {
  const [only] = decisions;
  if (only !== undefined && decisions.length === 1) return only;
  const denied = decisions.filter(({ decision }) => decision === "explicitDeny");
  const lacking = decisions.filter(({ decision }) => decision === "implicitDeny");
  if (denied.length > 0) {
    const decidedBy = denied.flatMap((decision) => decision.decidedBy);
    return { decision: "explicitDeny", decidedBy, missing: [] };
  }
  if (lacking.length > 0) {
    const missing = lacking.flatMap((decision) => decision.missing);
    return { decision: "implicitDeny", decidedBy: [], missing };
  }
  const decidedBy = decisions.flatMap((decision) => decision.decidedBy);
  return { decision: "allowed", decidedBy, missing: [] };
}
