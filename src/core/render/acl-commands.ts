import type { AclOperation } from "#core/plan/acl-operation.ts";
import { recordId } from "./actions/record-id.ts";
import type { Caller } from "./calls/caller.ts";
import * as s3api from "./calls/s3api.ts";
import { fileNameOf } from "./command-context.ts";
import type { CliCommand } from "./command-line.ts";
import { backupOf, type CommandTable, file, noted } from "./command-table.ts";

const controls = (ownership: string) =>
  ({ kind: "text", text: `Rules=[{ObjectOwnership=${ownership}}]` }) as const;

const document = (admin: Caller, id: string) => file(fileNameOf(admin.context, id));

/** Commands about ACLs, to be copied. */
export const ACL_COMMANDS: Pick<CommandTable, AclOperation["kind"]> = {
  "put-ownership-controls": ({ bucket, ownership }, { admin }) => [
    {
      ...s3api.getOwnershipControls(admin, bucket),
      saveTo: backupOf(`ownership-${bucket}`),
      note: "Keeps what is there. Where it is not BucketOwnerEnforced, ACLs are on already and nothing has to be changed.",
    },
    noted(
      s3api.putOwnershipControls(admin, bucket, controls(ownership)),
      "Enables ACLs. ACLs that the bucket and its objects had before they were disabled count again.",
    ),
  ],
  "restore-ownership-controls": ({ bucket, before }, { admin }) => [
    noted(
      s3api.putOwnershipControls(admin, bucket, controls(before)),
      "Disables ACLs again, if they were disabled before. S3 refuses it while the bucket's ACL names anybody but the owner.",
    ),
  ],
  "put-bucket-acl": ({ bucket, document: id }, { admin }) => putting(admin, { bucket }, id, id),
  "restore-bucket-acl": ({ bucket, document: id }, { admin }) => restoring(admin, { bucket }, id),
  "put-object-acl": ({ bucket, key, document: id }, { admin }) =>
    putting(admin, { bucket, key }, id, recordId("object-acl", bucket, key)),
  "restore-object-acl": ({ bucket, key }, { admin }) =>
    restoring(admin, { bucket, key }, recordId("object-acl", bucket, key)),
};

function putting(
  admin: Caller,
  target: s3api.AclTarget,
  id: string,
  kept: string,
): readonly CliCommand[] {
  return [
    { ...s3api.getAcl(admin, target), saveTo: backupOf(kept), note: "Keeps what is there." },
    noted(
      s3api.putAcl(admin, target, document(admin, id)),
      "Replaces the whole list. If it has grants to others than the owner, add them to the file first.",
    ),
  ];
}

function restoring(admin: Caller, target: s3api.AclTarget, kept: string): readonly CliCommand[] {
  return [
    noted(
      s3api.putAcl(admin, target, file(backupOf(kept))),
      "Puts back what was there. Only while nobody has changed it since.",
    ),
  ];
}
