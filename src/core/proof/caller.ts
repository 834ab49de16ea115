import { arnSegments } from "#core/proof/arn-pattern.ts";

/** Who makes the request. */
export type Caller =
  | { readonly kind: "user"; readonly arn: string; readonly account: string }
  | { readonly kind: "federated-user"; readonly arn: string; readonly account: string }
  | RoleSession
  | { readonly kind: "root"; readonly arn: string; readonly account: string }
  /** An AWS service, e.g. `access-grants.s3.amazonaws.com`. */
  | { readonly kind: "service"; readonly arn: string; readonly account: "" }
  /** A SAML or OIDC identity before it has a role. */
  | { readonly kind: "federated"; readonly arn: string; readonly account: string }
  | { readonly kind: "anonymous"; readonly arn: string; readonly account: "" };

/** A role's session. Given as a role ARN it is some session whose name is not known. */
export interface RoleSession {
  readonly kind: "role-session";
  readonly arn: string;
  readonly account: string;
  readonly partition: string;
  readonly roleName: string;
  /** The role's ARN with its path; a session ARN carries no path. */
  readonly roleArn: string | undefined;
}

/**
 * Reads who calls from an ARN, a service name or `*` (nobody signed in).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function parseCaller(principalArn: string): Caller {
  const arn = principalArn;
  const segments = arnSegments(arn);
  if (segments === undefined) {
    if (arn.includes(".")) return { kind: "service", arn, account: "" };
    return { kind: "anonymous", arn, account: "" };
  }
  const [, partition = "", service, , account = "", rest = ""] = segments;
  const [type = "", ...names] = rest.split("/");
  if (type === "assumed-role" && service === "sts") {
    const roleName = names[0] ?? "";
    return { kind: "role-session", arn, account, partition, roleName, roleArn: undefined };
  }
  if (type === "role") {
    const roleName = names.at(-1) ?? "";
    return { kind: "role-session", arn, account, partition, roleName, roleArn: arn };
  }
  if (type === "federated-user") return { kind: "federated-user", arn, account };
  if (type === "saml-provider" || type === "oidc-provider") {
    return { kind: "federated", arn, account };
  }
  return rest === "root" ? { kind: "root", arn, account } : { kind: "user", arn, account };
}
