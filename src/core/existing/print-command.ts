import { arnRegion } from "#core/aws/arn.ts";
import { type KeyArn, keyRegion } from "#core/aws/key-arn.ts";
import type { Prepared } from "#core/methods/method.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as iam from "#core/render/calls/iam.ts";
import * as kms from "#core/render/calls/kms.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import * as s3control from "#core/render/calls/s3control.ts";
import { commandContext } from "#core/render/command-context.ts";
import { answering, type CliCommand } from "#core/render/command-line.ts";

/** The command that prints what is there where a document is put; undefined where there is none. */
export function printCommand(prepared: Prepared, document: SharingPolicy): CliCommand | undefined {
  const context = commandContext(prepared);
  const admin: Caller = { context, profile: context.profiles[document.side] };
  const [attachment] = document.attachedTo;
  switch (attachment?.kind) {
    case "bucket":
      return s3api.getBucketPolicy(admin, attachment.bucket);
    case "key": {
      const { keyArn } = attachment;
      return kms.getKeyPolicy(admin, { keyArn, region: keyRegion(keyArn as KeyArn) });
    }
    case "access-grants-instance":
      return s3control.getInstancePolicy(admin, { region: arnRegion(attachment.arn) });
    case "role":
      return answering(
        iam.getRole(admin, nameInArn(attachment.arn)),
        "Role.AssumeRolePolicyDocument",
        "json",
      );
    default:
      return undefined;
  }
}
