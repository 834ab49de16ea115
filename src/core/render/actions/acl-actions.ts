import type { AclOperation } from "#core/plan/acl-operation.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import { fileNameOf } from "#core/render/command-context.ts";
import { NEW_FILE } from "./policy-commands.ts";
import { recordId } from "./record-id.ts";
import {
  type ActionTable,
  call,
  changing,
  looking,
  type ScriptAction,
  type ScriptCommand,
  type ScriptFunction,
} from "./script-action.ts";

/** What scripts do about ACLs: lists are kept before they are replaced, and put back by undo. */
export const ACL_ACTIONS: Pick<ActionTable, AclOperation["kind"]> = {
  "put-ownership-controls": ({ bucket, ownership }, admin) => [
    call(
      "apply-ownership",
      `Object Ownership of ${bucket}`,
      [recordId("ownership", bucket), ownership],
      ownershipCommands(admin, bucket),
    ),
  ],
  "restore-ownership-controls": ({ bucket }, admin) => [
    call(
      "undo-ownership",
      `Object Ownership of ${bucket}`,
      [recordId("ownership", bucket)],
      ownershipCommands(admin, bucket),
    ),
  ],
  "put-bucket-acl": ({ bucket, document }, admin) => [
    aclCall("apply-acl", { bucket }, document, admin),
  ],
  "restore-bucket-acl": ({ bucket, document }, admin) => [
    aclCall("undo-acl", { bucket }, document, admin),
  ],
  "put-object-acl": ({ bucket, key, document }, admin) => [
    aclCall("apply-acl", { bucket, key }, document, admin),
  ],
  "restore-object-acl": ({ bucket, key, document }, admin) => [
    aclCall("undo-acl", { bucket, key }, document, admin),
  ],
};

function ownershipCommands(admin: Caller, bucket: string): readonly ScriptCommand[] {
  return [
    looking(s3api.getOwnershipControls(admin, bucket)),
    changing("put", s3api.putOwnershipControls(admin, bucket, NEW_FILE)),
  ];
}

function aclCall(
  run: Extract<ScriptFunction, "apply-acl" | "undo-acl">,
  target: s3api.AclTarget,
  document: string,
  admin: Caller,
): ScriptAction {
  const { bucket, key } = target;
  const id = key === undefined ? recordId("acl", bucket) : recordId("object-acl", bucket, key);
  return call(
    run,
    `ACL of ${key === undefined ? bucket : `${bucket}/${key}`}`,
    [id, fileNameOf(admin.context, document)],
    [
      looking(s3api.getAcl(admin, target)),
      changing("put", s3api.putAcl(admin, target, NEW_FILE)),
      ...(run === "undo-acl" ? [changing("remove", s3api.putPrivateAcl(admin, target))] : []),
    ],
  );
}
