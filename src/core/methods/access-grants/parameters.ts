import { type Parsed, parsed, refused } from "#core/brand.ts";
import {
  type CreatedRoleSettings,
  createdRoleName,
  createdRolePath,
  createdRoleSeconds,
} from "#core/parameters/created-role.ts";
import { keyPolicyParameter } from "#core/parameters/key-policy.ts";
import type { Parameter } from "#core/parameters/parameter.ts";
import { policyNameParameter } from "#core/parameters/policy-name.ts";
import { rawText } from "#core/parameters/raw.ts";
import { choiceSchema, optionalText, textSchema } from "#core/parameters/reading.ts";
import { toggleParameter } from "#core/parameters/toggle.ts";
import { DIRECTORY, type DirectorySettings } from "./parameters-directory.ts";
import { type InstanceState, instances } from "./parameters-instances.ts";
import { objects, type SharedObject } from "./parameters-objects.ts";

export type KeyPolicyKind = "delegates" | "names-role";
export type LocationScope = "bucket" | "prefix" | "default";
export type SharedBy = "resource-policy" | "ram";

export type Settings = CreatedRoleSettings &
  DirectorySettings & {
    readonly objects: readonly SharedObject[];
    readonly keyPolicy: KeyPolicyKind;
    readonly instances: readonly InstanceState[];
    readonly policyName: string;
    readonly locationScope: LocationScope;
    readonly sharing: SharedBy;
    readonly sameOrganization: boolean;
    readonly shareName: string;
    readonly consumerPolicyName: string;
  };

const keyPolicy = keyPolicyParameter("role");

const roleName = createdRoleName({
  help: "The role of the locations, created in account A. S3 Access Grants assume it; nobody in account B does.",
  example: "AcmeAccessGrantsLocation",
});

const policyName = policyNameParameter({
  id: "settings.policyName",
  side: "owner",
  label: "Name of the role's policy",
  help: "Leave empty for AccessGrantsS3.",
  example: "AccessGrantsS3",
  linkKey: "policy",
});

const locationScope: Parameter<string, LocationScope> = {
  id: "settings.locationScope",
  side: "owner",
  label: "Location scope",
  help: "What is registered as a location. Location scope and the grant's S3SubPrefix together are what is granted.",
  example: "Each bucket",
  control: {
    kind: "choice",
    options: [
      {
        value: "bucket",
        label: "Each bucket",
        description: "s3://acme-share-data/ with grants for reports/*. The usual choice.",
      },
      {
        value: "prefix",
        label: "Each prefix",
        description:
          "s3://acme-share-data/reports/ with grants for *. A prefix can get a role of its own later.",
      },
      {
        value: "default",
        label: "The whole region (s3://)",
        description:
          "The default location, once in a region: every grant then names its bucket, acme-share-data/reports/*. Not if it is registered with another role.",
      },
    ],
  },
  schema: choiceSchema(["bucket", "prefix", "default"]),
  default: "bucket",
  placeholder: "bucket",
  linkKey: "location-scope",
};

const sessionSeconds = createdRoleSeconds({
  label: "Credential duration",
  help: "Seconds that credentials last, 900 to 43200. Also the role's maximum, which is 3600 at least.",
});

const sharing: Parameter<string, SharedBy> = {
  id: "settings.sharing",
  side: "owner",
  label: "How the instance is shared",
  help: "Either lets account B ask the instance; the grants say for what. Use one of the two, never both.",
  example: "Resource policy",
  control: {
    kind: "choice",
    options: [
      {
        value: "resource-policy",
        label: "Resource policy",
        description:
          "A policy on the instance, to be read and compared like any other. Account B has nothing to accept.",
      },
      {
        value: "ram",
        label: "AWS RAM",
        description:
          "A resource share with one of AWS's managed permissions, as AWS recommends. Account B accepts an invitation, unless one organization has both accounts.",
      },
    ],
  },
  schema: choiceSchema(["resource-policy", "ram"]),
  default: "resource-policy",
  placeholder: "resource-policy",
  linkKey: "shared-by",
};

const isRam = (draft: Parameters<typeof rawText>[0]) =>
  rawText(draft, "settings.sharing") === "ram";

const sameOrganization = toggleParameter({
  id: "settings.sameOrganization",
  side: "owner",
  label: "Both accounts are in one organization",
  help: "And sharing with it is switched on in AWS RAM: then there is no invitation, and nobody outside can be let in.",
  linkKey: "same-organization",
  appliesWhen: isRam,
});

const shareName: Parameter<string, string> = {
  id: "settings.shareName",
  side: "owner",
  label: "Name of the resource share",
  help: "Account B finds the invitation by it. Leave empty to have one made from account B's ID.",
  example: "acme-access-grants",
  control: { kind: "text" },
  schema: textSchema(optionalText(parseShareName)),
  default: "",
  placeholder: "",
  linkKey: "share",
  appliesWhen: isRam,
  advanced: true,
};

const consumerPolicyName = policyNameParameter({
  id: "settings.consumerPolicyName",
  side: "consumer",
  label: "Name of account B's policy",
  help: "Leave empty for XacctAccessGrants.",
  example: "XacctAccessGrants",
  linkKey: "consumer-policy",
});

export const OWN = {
  objects,
  keyPolicy,
  instances,
  roleName,
  rolePath: createdRolePath,
  policyName,
  locationScope,
  sessionSeconds,
  sharing,
  sameOrganization,
  shareName,
  ...DIRECTORY,
  consumerPolicyName,
};

/** Narrower than AWS RAM's own rule: it is compared with what lists of shares print. */
function parseShareName(text: string): Parsed<string> {
  const name = text.trim();
  return /^\w[\w.-]{0,63}$/.test(name)
    ? parsed(name)
    : refused(
        "Use up to 64 letters, digits and . - _ for the name, and begin with a letter or digit.",
      );
}
