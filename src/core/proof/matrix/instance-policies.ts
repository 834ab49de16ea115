import { type GrantPermission, permissionCovers } from "#core/aws/grant-permission.ts";
import type { DataGrant } from "#core/policy/access-path.ts";
import type { Statements } from "#core/proof/policies.ts";
import { compiled } from "./compiled.ts";
import type { Sharing } from "./sharing.ts";

/** What credentials are asked for. */
export interface GrantTarget {
  readonly bucket: string;
  /** `reports/*`, or the key of one object. */
  readonly path: string;
  readonly permission: GrantPermission;
}

/** Stands for whichever grant covers the target; AWS's own name of a grant is an id that only it knows. */
export function grantArn(instanceArn: string, target: GrantTarget): string {
  const { permission, bucket, path } = target;
  return `${instanceArn}/grant/${permission}/${bucket}/${path}`;
}

function targetOf(arn: string): (GrantTarget & { readonly instanceArn: string }) | undefined {
  const match = /^(.*)\/grant\/(READ|WRITE|READWRITE)\/([^/]+)\/(.*)$/s.exec(arn);
  if (match === null) return undefined;
  const [, instanceArn = "", permission = "", bucket = "", path = ""] = match;
  return { instanceArn, permission: permission as GrantPermission, bucket, path };
}

/** A target inside the grant's scope, asked for with what the grant permits. */
export function grantCovers(grant: DataGrant, target: GrantTarget): boolean {
  if (grant.bucket !== target.bucket) return false;
  if (!permissionCovers(grant.permission, target.permission)) return false;
  if (grant.isObject || !grant.path.endsWith("*")) return grant.path === target.path;
  return target.path.startsWith(grant.path.slice(0, -1));
}

/** Finds the grants of an instance that cover a target. They are looked up: there may be thousands. */
export function coveringGrants(
  grants: readonly DataGrant[],
): (instanceArn: string, target: GrantTarget) => readonly DataGrant[] {
  const exact = new Map<string, DataGrant[]>();
  const starts = new Map<string, DataGrant[]>();
  const lengths = new Set<number>();
  for (const grant of grants) {
    const { instanceArn, bucket, path } = grant;
    const isExact = grant.isObject || !path.endsWith("*");
    const text = isExact ? path : path.slice(0, -1);
    if (!isExact) lengths.add(text.length);
    const byPlace = isExact ? exact : starts;
    const place = `${instanceArn}/${bucket}/${text}`;
    const there = byPlace.get(place);
    if (there === undefined) byPlace.set(place, [grant]);
    else there.push(grant);
  }
  return (instanceArn, target) => {
    const { bucket, path } = target;
    const at = `${instanceArn}/${bucket}/`;
    const near = [...(exact.get(`${at}${path}`) ?? [])];
    for (const length of lengths) {
      if (length <= path.length) near.push(...(starts.get(`${at}${path.slice(0, length)}`) ?? []));
    }
    return near.filter((grant) => grantCovers(grant, target));
  };
}

/**
 * What stands on an S3 Access Grants instance: its resource policy, or what AWS RAM puts in its
 * place; and what stands on its grants, each of which lets its grantee have credentials.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-cross-accounts.html
 */
export function instancePolicies(
  { agreement, accessPath }: Sharing,
  documentOn: (instanceArn: string) => Statements | undefined,
): (arn: string) => Statements | undefined {
  if (accessPath.kind !== "through-grants") return () => undefined;
  const { instances, grants } = accessPath;
  const shared = sharedThroughRam(agreement.consumer.account);
  const covering = coveringGrants(grants);
  const compiledFor = new Map<string, Statements>();
  const grantsTo = (grantees: readonly string[]): Statements => {
    const key = grantees.join();
    const statements = compiledFor.get(key) ?? granting(grantees);
    compiledFor.set(key, statements);
    return statements;
  };
  return (arn) => {
    const target = targetOf(arn);
    if (target !== undefined) {
      const names = covering(target.instanceArn, target).flatMap(({ grantees }) => grantees);
      return names.length === 0 ? undefined : grantsTo([...new Set(names)]);
    }
    const instance = instances.find((each) => each.arn === arn);
    const policy = documentOn(arn);
    return instance?.sharedBy === "resource-share" ? [...shared, ...(policy ?? [])] : policy;
  };
}

function granting(grantees: readonly string[]): Statements {
  return compiled("access-grant", "access grant", {
    Effect: "Allow",
    Principal: { AWS: grantees },
    Action: "s3:GetDataAccess",
    Resource: "*",
  });
}

/** The managed permission AWSRAMPermissionAccessGrantsData: data access, and finding one's own grants. */
function sharedThroughRam(account: string): Statements {
  return compiled("resource-share", "Access Grants instance policy", {
    Effect: "Allow",
    Principal: { AWS: account },
    Action: [
      "s3:GetDataAccess",
      "s3:GetAccessGrantsInstanceForPrefix",
      "s3:ListCallerAccessGrants",
    ],
    Resource: "*",
  });
}
