import { arnSegments } from "#core/proof/arn-pattern.ts";
import { parseCaller } from "#core/proof/caller.ts";
import type { RequestContext } from "#core/proof/context.ts";
import type { Decision } from "#core/proof/decision.ts";
import { evaluateCompiled } from "#core/proof/evaluate.ts";
import type { CompiledPolicies } from "#core/proof/policies.ts";
import type { AccessRequest } from "#core/proof/request.ts";

/** The customer managed key that an object is encrypted with. */
export interface EncryptionKey {
  readonly keyArn: string;
  /** The caller's policies and, as resource policy, the key policy. */
  readonly policies: CompiledPolicies;
  /** With an S3 Bucket Key the encryption context is the bucket, else the object. */
  readonly bucketKey: boolean;
}

/**
 * What S3 asks of the key on behalf of the caller. A multipart upload also reads its parts back.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
const KEY_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  "s3:getobject": ["kms:Decrypt"],
  "s3:getobjectversion": ["kms:Decrypt"],
  "s3:getobjectattributes": ["kms:Decrypt"],
  "s3:putobject": ["kms:GenerateDataKey"],
};
const MULTIPART_KEY_ACTIONS: readonly string[] = ["kms:GenerateDataKey", "kms:Decrypt"];

/** Keys that describe the network between caller and S3, which KMS does not see, and S3's own. */
const NOT_PASSED_ON = /^(s3:.*|aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce))$/;

/**
 * Decides a request for an object encrypted with a customer managed key: S3 must allow the action
 * and KMS the use of the key; either can deny.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-s3.html
 */
export function evaluateS3Request(
  request: AccessRequest,
  policies: CompiledPolicies,
  key: EncryptionKey | undefined,
  multipart = false,
): Decision {
  const onS3 = evaluateCompiled(request, policies);
  const actions = keyActions(request, multipart);
  if (key === undefined || actions.length === 0) return onS3;
  const onKey = actions.map((action) =>
    evaluateCompiled(keyRequest(request, key, action), key.policies),
  );
  return bothAllow([onS3, ...onKey]);
}

function keyActions(request: AccessRequest, multipart: boolean): readonly string[] {
  const action = request.action.toLowerCase();
  if (multipart && action === "s3:putobject") return MULTIPART_KEY_ACTIONS;
  return KEY_ACTIONS[action] ?? [];
}

/** The request that S3 makes to KMS with the caller's identity. */
export function keyRequest(
  request: AccessRequest,
  { keyArn, bucketKey }: EncryptionKey,
  action: string,
): AccessRequest {
  const [, , , region = "", resourceAccount = ""] = arnSegments(keyArn) ?? [];
  const passedOn = Object.entries(request.context).filter(
    ([name]) => !NOT_PASSED_ON.test(name.toLowerCase()),
  );
  const slash = request.resourceArn.indexOf("/");
  const bucketArn = slash < 0 ? request.resourceArn : request.resourceArn.slice(0, slash);
  const context: RequestContext = {
    ...Object.fromEntries(passedOn),
    "aws:ViaAWSService": "true",
    "aws:SecureTransport": "true",
    "kms:ViaService": `s3.${region}.amazonaws.com`,
    "kms:CallerAccount": parseCaller(request.principalArn).account,
    "kms:EncryptionContext:aws:s3:arn": bucketKey ? bucketArn : request.resourceArn,
    "kms:EncryptionContextKeys": ["aws:s3:arn"],
  };
  return { ...request, action, resourceArn: keyArn, resourceAccount, context };
}

function bothAllow(decisions: readonly Decision[]): Decision {
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
