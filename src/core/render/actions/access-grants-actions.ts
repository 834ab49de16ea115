import { INSTANCE_POLICY_MAX_CHARACTERS } from "#core/aws/limits.ts";
import type { AccessGrant, AccessGrantsOperation } from "#core/plan/access-grants-operation.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as ram from "#core/render/calls/ram.ts";
import * as s3control from "#core/render/calls/s3control.ts";
import { fileNameOf, reviewedArgument } from "#core/render/command-context.ts";
import type { CliValue } from "#core/render/command-line.ts";
import { NEW_FILE } from "./policy-commands.ts";
import { recordId } from "./record-id.ts";
import {
  type ActionTable,
  call,
  changing,
  looking,
  type ScriptAction,
  type ScriptCommand,
  VARIABLES,
} from "./script-action.ts";
import { listing } from "./still-used-actions.ts";

/** Codes with which S3 says that there is none. @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const NO_INSTANCE = "AccessGrantsInstanceNotExistsError";
const NO_INSTANCE_POLICY = `AccessGrantsInstanceResourcePolicyNotExists ${NO_INSTANCE}`;
/** A list of AWS RAM says it by being empty. */
const EMPTY_LIST = "";

const ENTRY: CliValue = { kind: "variable", variable: VARIABLES.entry };
const LOCATION: CliValue = { kind: "variable", variable: VARIABLES.location };
const INVITATION: CliValue = { kind: "variable", variable: VARIABLES.invitation };

/** What scripts do for S3 Access Grants, and for AWS RAM, which shares an instance. */
export const ACCESS_GRANTS_ACTIONS: Pick<ActionTable, AccessGrantsOperation["kind"]> = {
  "check-access-grants-instance": ({ instanceArn, identityCenterArn, region }, admin) => [
    call(
      "check-entry",
      `S3 Access Grants instance in ${region}`,
      [instanceArn, identityCenterArn, NO_INSTANCE],
      [looking(s3control.getInstance(admin, { region }))],
    ),
  ],
  "check-share-permission": ({ permissionArn, ...at }, admin) => [
    call(
      "check-entry",
      `managed permission of AWS RAM in ${at.region}`,
      [permissionArn, "", EMPTY_LIST],
      [looking(ram.listPermissions(admin, at))],
    ),
  ],
  "create-access-grants-instance": (operation, admin) => {
    const { instanceArn, identityCenterArn, region } = operation;
    return [
      call(
        "apply-entry",
        `S3 Access Grants instance in ${region}`,
        [instanceId(instanceArn), instanceArn, identityCenterArn, NO_INSTANCE, "refuse"],
        [
          looking(s3control.getInstance(admin, { region })),
          changing("create", s3control.createInstance(admin, operation)),
        ],
      ),
    ];
  },
  "delete-access-grants-instance": ({ instanceArn, region }, admin) => [
    instanceStillUsed(admin, region, `S3 Access Grants instance in ${region}`),
    call(
      "undo-entry",
      "",
      [instanceId(instanceArn), instanceArn, NO_INSTANCE],
      [
        looking(s3control.getInstance(admin, { region })),
        changing("remove", s3control.deleteInstance(admin, { region })),
      ],
    ),
  ],
  "dissociate-identity-center": ({ instanceArn, region }, admin) => [
    instanceStillUsed(
      admin,
      region,
      `IAM Identity Center of the S3 Access Grants instance in ${region}`,
    ),
    call(
      "undo-association",
      "",
      [instanceId(instanceArn), instanceArn, NO_INSTANCE],
      [
        looking(s3control.getInstance(admin, { region })),
        changing("remove", s3control.dissociateIdentityCenter(admin, { region })),
      ],
    ),
  ],
  "put-instance-policy": ({ instanceArn, region, document }, admin) => [
    call(
      "apply-statements",
      `resource policy of the S3 Access Grants instance in ${region}`,
      [
        recordId("instance-policy", instanceArn),
        fileNameOf(admin.context, document),
        String(INSTANCE_POLICY_MAX_CHARACTERS),
        NO_INSTANCE_POLICY,
        "ask",
        ...reviewedArgument(admin.context, document),
      ],
      instancePolicyCommands(admin, region),
    ),
  ],
  "restore-instance-policy": ({ instanceArn, region, document }, admin) => [
    call(
      "undo-statements",
      `resource policy of the S3 Access Grants instance in ${region}`,
      [
        recordId("instance-policy", instanceArn),
        fileNameOf(admin.context, document),
        NO_INSTANCE_POLICY,
        ...reviewedArgument(admin.context, document),
      ],
      [
        ...instancePolicyCommands(admin, region),
        changing("remove", s3control.deleteInstancePolicy(admin, { region })),
      ],
    ),
  ],
  "create-access-grants-location": ({ region, scope, roleArn }, admin) => [
    call(
      "apply-entry",
      `location ${scope} in ${region}`,
      [locationId(region, scope), scope, roleArn, NO_INSTANCE, "use"],
      [
        looking(s3control.listLocations(admin, { region, scope })),
        changing("create", s3control.createLocation(admin, { region, scope, roleArn })),
      ],
    ),
  ],
  "delete-access-grants-location": ({ region, scope, roleArn }, admin) => [
    call(
      "still-granted",
      `location ${scope} in ${region}`,
      [locationId(region, scope), scope, NO_INSTANCE],
      [
        looking(s3control.listLocations(admin, { region, scope })),
        listing(s3control.listAllGrants(admin, { region })),
      ],
    ),
    call(
      "undo-entry",
      "",
      [locationId(region, scope), scope, NO_INSTANCE],
      [
        looking(s3control.listLocations(admin, { region, scope })),
        changing("remove", s3control.deleteLocation(admin, { region }, ENTRY)),
      ],
    ),
    call(
      "hold-for-locations",
      "",
      [roleArn, NO_INSTANCE],
      [listing(s3control.listAllLocations(admin, { region }))],
    ),
  ],
  "create-access-grant": (grant, admin) => [
    call(
      "apply-grant",
      grantName(grant),
      [
        grantId(grant),
        s3control.grantScope(grant),
        grant.permission,
        grant.locationScope,
        NO_INSTANCE,
      ],
      [
        listing(
          s3control.listLocations(admin, { region: grant.region, scope: grant.locationScope }),
        ),
        looking(s3control.listGrants(admin, grant)),
        changing("create", s3control.createGrant(admin, grant, LOCATION)),
      ],
    ),
  ],
  "delete-access-grant": (grant, admin) => [
    call(
      "undo-entry",
      grantName(grant),
      [grantId(grant), s3control.grantScope(grant), NO_INSTANCE],
      [
        looking(s3control.listGrants(admin, grant)),
        changing("remove", s3control.deleteGrant(admin, grant, ENTRY)),
      ],
    ),
  ],
  "create-resource-share": (share, admin) => [
    call(
      "apply-entry",
      `resource share ${share.name} in ${share.region}`,
      [shareId(share), share.name, "", EMPTY_LIST, "refuse"],
      [
        looking(ram.getShares(admin, share, "SELF")),
        changing("create", ram.createShare(admin, share)),
      ],
    ),
  ],
  "delete-resource-share": (share, admin) => [
    call(
      "undo-entry",
      `resource share ${share.name} in ${share.region}`,
      [shareId(share), share.name, EMPTY_LIST],
      [
        looking(ram.getShares(admin, share, "SELF")),
        changing("remove", ram.deleteShare(admin, share, ENTRY)),
      ],
    ),
  ],
  "accept-resource-share": (share, admin) => [
    call(
      "accept-invitation",
      `invitation to the resource share ${share.name} in ${share.region}`,
      [shareId(share), share.name, share.sender],
      [
        looking(ram.getInvitations(admin, share)),
        listing(ram.getShares(admin, share, "OTHER-ACCOUNTS")),
        changing("accept", ram.acceptInvitation(admin, share, INVITATION)),
      ],
    ),
  ],
  "leave-resource-share": (share, admin) => [
    call(
      "undo-entry",
      `resource share ${share.name} in ${share.region}`,
      [shareId(share), share.name, EMPTY_LIST],
      [
        looking(ram.getShares(admin, share, "OTHER-ACCOUNTS")),
        changing("remove", ram.leaveShare(admin, share, ENTRY)),
      ],
    ),
  ],
  // Verify's, or for the consumer's people.
  "get-data-access": () => [],
  "probe-data-access": () => [],
  "list-caller-access-grants": () => [],
  "find-access-grants-instance": () => [],
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_DeleteAccessGrantsInstance.html */
const instanceStillUsed = (admin: Caller, region: string, about: string): ScriptAction =>
  call(
    "still-used",
    about,
    ["location", NO_INSTANCE, ""],
    [listing(s3control.listAllLocations(admin, { region }))],
  );

const instanceId = (instanceArn: string): string => recordId("access-grants-instance", instanceArn);

const locationId = (region: string, scope: string): string =>
  recordId("access-grants-location", region, scope);

const shareId = ({ region, name }: { readonly region: string; readonly name: string }): string =>
  recordId("resource-share", region, name);

const grantId = (grant: AccessGrant): string =>
  recordId(
    "access-grant",
    grant.region,
    s3control.grantScope(grant),
    grant.permission,
    grant.grantee.type,
    grant.grantee.identifier,
  );

const grantName = (grant: AccessGrant): string =>
  `${grant.permission} on ${s3control.grantScope(grant)} for ${grant.grantee.identifier}`;

function instancePolicyCommands(admin: Caller, region: string): readonly ScriptCommand[] {
  return [
    looking(s3control.getInstancePolicy(admin, { region })),
    changing("put", s3control.putInstancePolicy(admin, { region }, NEW_FILE)),
  ];
}
