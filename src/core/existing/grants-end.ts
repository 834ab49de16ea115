import type { InstanceParts } from "#core/aws/arn.ts";
import * as s3control from "#core/render/calls/s3control.ts";
import { answering, type CliCommand } from "#core/render/command-line.ts";
import { callerOf } from "./end-commands.ts";

/** Stands for an id that only AWS knows; AWS's own example. */
const GRANT_ID = "a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";

/**
 * Account A's grants for the ended accounts. Without the instance's policy nobody of theirs can ask for
 * credentials, but with another policy, or a resource share, the grants would give them out again.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_DeleteAccessGrant.html
 */
export function grantsEnd(
  instance: InstanceParts,
  accounts: readonly string[],
): readonly { readonly title: string; readonly command: CliCommand }[] {
  const admin = callerOf(instance);
  const isTheirs = accounts
    .map((account) => `contains(Grantee.GranteeIdentifier, '::${account}:')`)
    .join(" || ");
  return [
    {
      title: "Its grants for them:",
      command: answering(
        s3control.listGrantsOf(admin, instance),
        `AccessGrantsList[?${isTheirs}].[AccessGrantId,Permission,GrantScope,Grantee.GranteeIdentifier]`,
      ),
    },
    {
      title: `Each of them, with its id in the place of ${GRANT_ID}:`,
      command: s3control.deleteGrant(admin, instance, { kind: "text", text: GRANT_ID }),
    },
  ];
}
