import { rootArn } from "#core/aws/arn.ts";
import { policyLiteral } from "#core/aws/prefix.ts";
import type { Partition } from "#core/aws/region.ts";
import type { CanonicalUser } from "./access-path.ts";
import type { Attachment, PrincipalElement, Statement } from "./document.ts";

/** What a permission of a list lets do, in the words of policies. */
const ON_BUCKET: Readonly<Record<string, readonly string[]>> = {
  READ: ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
  READ_ACP: ["s3:GetBucketAcl"],
  WRITE_ACP: ["s3:PutBucketAcl"],
};
const IN_BUCKET: Readonly<Record<string, readonly string[]>> = { WRITE: ["s3:PutObject"] };
const ON_OBJECT: Readonly<Record<string, readonly string[]>> = {
  READ: ["s3:GetObject", "s3:GetObjectVersion"],
  READ_ACP: ["s3:GetObjectAcl", "s3:GetObjectVersionAcl"],
  WRITE_ACP: ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"],
};

/** Everything that READ of a bucket or an object lets do. */
export const ACL_READ_ACTIONS: readonly string[] = [
  ...(ON_BUCKET["READ"] ?? []),
  ...(ON_OBJECT["READ"] ?? []),
];

/** Everything that any permission lets do. */
export const ACL_ACTIONS: readonly string[] = [ON_BUCKET, IN_BUCKET, ON_OBJECT].flatMap(
  (permissions) => Object.values(permissions).flat(),
);

/**
 * What an access control list grants, as the statements of a bucket policy that would grant the
 * same. A canonical user is an account as a whole: its own policies decide which of its principals
 * come in. Whose id is not known, is an account of its own; a group is everybody.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export function aclStatements(
  list: unknown,
  attachedTo: readonly Attachment[],
  partition: Partition,
  known: readonly CanonicalUser[],
): readonly Statement[] {
  const grants = grantsOf(list);
  return attachedTo.flatMap((attachment) => {
    const tables = tablesFor(attachment, partition);
    return grants.flatMap(({ permission, id }) =>
      tables.flatMap(([table, Resource]): readonly Statement[] => {
        const Action =
          permission === "FULL_CONTROL" ? Object.values(table).flat() : own(table, permission);
        if (Action === undefined || Action.length === 0) return [];
        const Principal = principalOf(id, partition, known);
        return [{ Sid: permission.replace("_", ""), Effect: "Allow", Principal, Action, Resource }];
      }),
    );
  });
}

function own(table: typeof ON_BUCKET, permission: string): readonly string[] | undefined {
  return Object.hasOwn(table, permission) ? table[permission] : undefined;
}

type Table = readonly [typeof ON_BUCKET, string];

function tablesFor(attachment: Attachment, partition: Partition): readonly Table[] {
  if (attachment.kind === "bucket") {
    const arn = `arn:${partition}:s3:::${attachment.bucket}`;
    return [
      [ON_BUCKET, arn],
      [IN_BUCKET, `${arn}/*`],
    ];
  }
  if (attachment.kind !== "object") return [];
  const { bucket, key } = attachment;
  return [[ON_OBJECT, `arn:${partition}:s3:::${bucket}/${policyLiteral(key)}`]];
}

function principalOf(
  id: string | undefined,
  partition: Partition,
  known: readonly CanonicalUser[],
): PrincipalElement {
  if (id === undefined) return "*";
  const user = known.find((one) => one.id === id);
  return user === undefined ? { CanonicalUser: id } : { AWS: rootArn(partition, user.account) };
}

interface AclGrant {
  readonly permission: string;
  /** Undefined for a group. */
  readonly id: string | undefined;
}

function grantsOf(list: unknown): readonly AclGrant[] {
  const grants = isRecord(list) ? list["Grants"] : undefined;
  if (!Array.isArray(grants)) return [];
  return grants.flatMap((grant: unknown): readonly AclGrant[] => {
    if (!isRecord(grant) || typeof grant["Permission"] !== "string") return [];
    const grantee = grant["Grantee"];
    const id = isRecord(grantee) ? grantee["ID"] : undefined;
    return [{ permission: grant["Permission"], id: typeof id === "string" ? id : undefined }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
