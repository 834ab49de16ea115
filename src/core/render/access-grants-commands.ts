import type { AccessGrantsOperation } from "#core/plan/access-grants-operation.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import * as ram from "./calls/ram.ts";
import * as s3control from "./calls/s3control.ts";
import { answering, type CliValue } from "./command-line.ts";
import { backupOf, type CommandTable, document, file, noted } from "./command-table.ts";

/** Stand for ids that only AWS knows: examples of AWS's own, which work nowhere. */
const GRANT_ID = "a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";
const LOCATION_ID = "a1b2c3d4-5678-90ab-cdef-EXAMPLE22222";
const SHARE_ARN = "SHARE_ARN";
const INVITATION_ARN = "INVITATION_ARN";

const text = (value: string): CliValue => ({ kind: "text", text: value });

/** AWS calls the location `s3://` so, and gives all others an id of their own. */
const DEFAULT_SCOPE = "s3://";
const DEFAULT_ID = "default";
const idOf = (scope: string): string => (scope === DEFAULT_SCOPE ? DEFAULT_ID : LOCATION_ID);

const INSTANCE_USED = "If it still prints a location, others use the instance: leave it as it is.";

const placed = (what: string, id: string): string =>
  `Put the ${what} that was printed in the place of ${id}.`;

/** Commands for S3 Access Grants, and for AWS RAM, which shares an instance. */
export const ACCESS_GRANTS_COMMANDS: Pick<CommandTable, AccessGrantsOperation["kind"]> = {
  "check-access-grants-instance": ({ identityCenterArn, ...at }, { admin }) => [
    noted(
      s3control.getInstance(admin, at),
      `Must print ${at.instanceArn}${identityCenterArn === "" ? "" : ` and ${identityCenterArn}`}; AccessGrantsInstanceNotExistsError means that there is none in this region.`,
    ),
  ],
  "check-share-permission": ({ permissionArn, ...at }, { admin }) => [
    noted(ram.listPermissions(admin, at), `Must print ${permissionArn} among others.`),
  ],
  "create-access-grants-instance": (operation, { admin }) => [
    noted(
      s3control.createInstance(admin, operation),
      "AccessGrantsInstanceAlreadyExists means that there is one in this region: say so in the agreement, so that undo leaves it.",
    ),
  ],
  "delete-access-grants-instance": (at, { admin }) => [
    noted(s3control.listAllLocations(admin, at), INSTANCE_USED),
    noted(s3control.deleteInstance(admin, at), "Only if it was created for this sharing."),
  ],
  "dissociate-identity-center": (at, { admin }) => [
    noted(s3control.listAllLocations(admin, at), INSTANCE_USED),
    s3control.dissociateIdentityCenter(admin, at),
  ],
  "put-instance-policy": ({ document: id, ...at }, callers) => [
    {
      ...s3control.getInstancePolicy(callers.admin, at),
      saveTo: backupOf(id),
      note: "Keeps what is there. AccessGrantsInstanceResourcePolicyNotExists means that there is none yet.",
    },
    noted(
      s3control.putInstancePolicy(callers.admin, at, document(callers, id)),
      callers.admin.context.merged.has(id)
        ? "Replaces the whole resource policy; the file holds what was there, too. If it has been changed since, review it again first."
        : "Replaces the whole resource policy. If there was one, add its statements to the file first; apply.sh --merge does that.",
    ),
  ],
  "restore-instance-policy": ({ document: id, ...at }, { admin }) => [
    noted(
      s3control.putInstancePolicy(admin, at, file(backupOf(id))),
      "If there was a resource policy before: puts it back. Only while nobody has changed the policy since.",
    ),
    noted(s3control.deleteInstancePolicy(admin, at), "If there was none before: deletes it."),
  ],
  "create-access-grants-location": (operation, { admin }) => [
    noted(
      s3control.createLocation(admin, operation),
      "Prints the id of the location. AccessGrantsLocationAlreadyExistsError: list-access-grants-locations prints the id of the one that is there.",
    ),
  ],
  "delete-access-grants-location": ({ scope, roleArn, ...at }, { admin }) => [
    noted(s3control.listLocations(admin, { ...at, scope }), "Prints the id of the location."),
    noted(
      s3control.listAllGrants(admin, at),
      `If it still prints a grant with that id, others use the location: leave it, and leave the role ${nameInArn(roleArn)} with its policies and its statements in key policies.`,
    ),
    noted(
      s3control.deleteLocation(admin, at, text(idOf(scope))),
      scope === DEFAULT_SCOPE
        ? "Only if it was registered for this sharing."
        : `Only if it was registered for this sharing. ${placed("id", LOCATION_ID)}`,
    ),
  ],
  "create-access-grant": (grant, { admin }) => {
    const id = idOf(grant.locationScope);
    const command = s3control.createGrant(admin, grant, text(id));
    const shows = `The grant is for ${s3control.grantScope(grant)}.`;
    return [
      noted(
        command,
        id === DEFAULT_ID ? shows : `${placed("location's id", LOCATION_ID)} ${shows}`,
      ),
    ];
  },
  "delete-access-grant": (grant, { admin }) => [
    s3control.listGrants(admin, grant),
    noted(s3control.deleteGrant(admin, grant, text(GRANT_ID)), placed("id", GRANT_ID)),
  ],
  "create-resource-share": (share, { admin }) => [
    noted(ram.createShare(admin, share), "Prints the ARN of the resource share."),
  ],
  "delete-resource-share": (share, { admin }) => [
    ram.getShares(admin, share, "SELF"),
    noted(ram.deleteShare(admin, share, text(SHARE_ARN)), placed("ARN", SHARE_ARN)),
  ],
  "accept-resource-share": (share, { admin }) => [
    noted(
      ram.getInvitations(admin, share),
      `Prints the invitation to ${share.name} of account ${share.sender}, once account A has shared it.`,
    ),
    noted(
      ram.acceptInvitation(admin, share, text(INVITATION_ARN)),
      placed("invitation's ARN", INVITATION_ARN),
    ),
  ],
  "leave-resource-share": (share, { admin }) => [
    ram.getShares(admin, share, "OTHER-ACCOUNTS"),
    noted(ram.leaveShare(admin, share, text(SHARE_ARN)), placed("ARN", SHARE_ARN)),
  ],
  "get-data-access": (request, { app }) => [
    noted(
      answering(s3control.getDataAccess(app, request), "Credentials", "json"),
      "Prints temporary credentials: for your eyes only.",
    ),
  ],
  "probe-data-access": (request, { app }) => [
    noted(
      answering(s3control.getDataAccess(app, request), "MatchedGrantTarget"),
      `Must be ${request.expect === "allowed" ? "answered with the scope of a grant" : "denied (AccessDenied)"}: ${request.shows}.`,
    ),
  ],
  "list-caller-access-grants": (at, { app }) => [
    noted(s3control.listCallerGrants(app, at), "The account is the one that has the instance."),
  ],
  "find-access-grants-instance": (at, { app }) => [
    noted(
      s3control.findInstance(app, at),
      "The account is the caller's own, not the one that has the instance.",
    ),
  ],
};
