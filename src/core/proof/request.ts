import { arnSegments } from "#core/proof/arn-pattern.ts";
import { type Caller, parseCaller } from "#core/proof/caller.ts";
import { type ContextValues, contextValues, type RequestContext } from "#core/proof/context.ts";
import type { ResourcePolicyType } from "#core/proof/decision.ts";

/** One action on one resource by one caller. */
export interface AccessRequest {
  /** A user, role session, role (some session of it), root; a service's name; `*` for nobody. */
  readonly principalArn: string;
  readonly action: string;
  /** Without wildcard; `*` for an action that has no resource. */
  readonly resourceArn: string;
  /** The account that owns the resource; the ARN of a bucket does not tell. */
  readonly resourceAccount: string;
  readonly context: RequestContext;
  /** Of the caller's account, for ACLs and `CanonicalUser` principals. */
  readonly canonicalUserId?: string;
}

/** A request in the form that statements compare with. */
export interface PreparedRequest extends Omit<AccessRequest, "context"> {
  readonly caller: Caller;
  readonly lowerCaseAction: string;
  readonly context: ContextValues;
}

export function prepareRequest(request: AccessRequest): PreparedRequest {
  return {
    ...request,
    caller: parseCaller(request.principalArn),
    lowerCaseAction: request.action.toLowerCase(),
    context: contextValues(request.context),
  };
}

/** What kind of resource it is, in a word for sentences. */
export type ResourceNoun =
  | "bucket"
  | "object"
  | "access point"
  | "role"
  | "key"
  | "Access Grants instance"
  | "access grant"
  | "resource";

/**
 * Reads the kind of resource from its ARN.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function resourceNoun(resourceArn: string): ResourceNoun {
  const [, , service, , , rest = ""] = arnSegments(resourceArn) ?? [];
  if (service === "s3" && rest.startsWith("access-grants/default/grant/")) return "access grant";
  if (service === "s3" && rest.startsWith("access-grants/")) return "Access Grants instance";
  if (service === "s3" && rest.startsWith("accesspoint/")) return "access point";
  if (service === "s3") return rest.includes("/") ? "object" : "bucket";
  if (service === "kms" && rest.startsWith("key/")) return "key";
  if (service === "iam" && rest.startsWith("role/")) return "role";
  return "resource";
}

const RESOURCE_POLICIES: Readonly<Record<ResourceNoun, ResourcePolicyType>> = {
  bucket: "bucket policy",
  object: "bucket policy",
  "access point": "access point policy",
  role: "trust policy",
  key: "key policy",
  "Access Grants instance": "Access Grants instance policy",
  "access grant": "access grant",
  resource: "resource policy",
};

/** The policy that stands on the resource of a request, by AWS's name. */
export function resourcePolicyType(resourceArn: string): ResourcePolicyType {
  return RESOURCE_POLICIES[resourceNoun(resourceArn)];
}
