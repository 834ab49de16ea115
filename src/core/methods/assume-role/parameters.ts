import { parseMfaSerial } from "#core/aws/mfa-serial.ts";
import { parseExternalId, parseSessionName } from "#core/aws/role.ts";
import {
  type CreatedRoleSettings,
  createdRoleName,
  createdRolePath,
  createdRoleSeconds,
} from "#core/parameters/created-role.ts";
import { keyPolicyParameter } from "#core/parameters/key-policy.ts";
import type { Parameter } from "#core/parameters/parameter.ts";
import { policyNameParameter } from "#core/parameters/policy-name.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { optionalText, textSchema } from "#core/parameters/reading.ts";
import { toggleParameter } from "#core/parameters/toggle.ts";
import { appCommand } from "#core/parameters/where.ts";

export type KeyPolicyKind = "delegates" | "names-role";

export type Settings = CreatedRoleSettings & {
  readonly policyName: string;
  readonly keyPolicy: KeyPolicyKind;
  readonly thirdParty: boolean;
  readonly externalId: string;
  readonly sessionName: string;
  readonly sourceIdentity: boolean;
  readonly assumePolicyName: string;
  readonly mfaSerial: string;
};

const roleName = createdRoleName({
  help: "The role that is created in account A and that account B assumes.",
  example: "AcmeShareReader",
});

const policyName = policyNameParameter({
  id: "settings.policyName",
  side: "owner",
  label: "Name of the role's policy",
  help: "Leave empty to have one made from the bucket's name.",
  example: "AcmeShareData",
  linkKey: "policy",
});

const keyPolicy = keyPolicyParameter("role");

const thirdParty = toggleParameter({
  id: "settings.thirdParty",
  side: "consumer",
  label: "Account B belongs to a third party",
  help: "A vendor who serves other customers as well: then the external ID is required.",
  linkKey: "third-party",
});

const externalId: Parameter<string, string> = {
  id: "settings.externalId",
  side: "consumer",
  label: "External ID",
  help: "Account B sends it when it assumes the role. A third party makes one for each customer. Not a secret.",
  example: "acme-7f3c9b52",
  control: { kind: "text" },
  schema: textSchema(optionalText(parseExternalId)),
  default: "",
  placeholder: "",
  linkKey: "external-id",
};

const sessionSeconds = createdRoleSeconds({
  label: "Session duration",
  help: "Seconds that one session lasts, 900 to 43200. Also the role's maximum, which is 3600 at least.",
});

const sessionName: Parameter<string, string> = {
  id: "settings.sessionName",
  side: "consumer",
  label: "Role session name",
  help: "Shows in account A's CloudTrail who used the role.",
  example: "analytics-app",
  control: { kind: "text" },
  schema: textSchema(parseSessionName),
  default: "s3-share",
  placeholder: "s3-share",
  linkKey: "session",
  advanced: true,
};

const sourceIdentity = toggleParameter({
  id: "settings.sourceIdentity",
  side: "owner",
  label: "Allow a source identity",
  help: "Lets account B's callers tell who they are in a way that stays in CloudTrail (sts:SetSourceIdentity).",
  linkKey: "source-identity",
  advanced: true,
});

const assumePolicyName = policyNameParameter({
  id: "settings.assumePolicyName",
  side: "consumer",
  label: "Name of account B's policy",
  help: "Leave empty to have one made from the role's name.",
  example: "XacctAssumeAcmeShareReader",
  linkKey: "assume-policy",
});

const mfaSerial: Parameter<string, string> = {
  id: "settings.mfaSerial",
  side: "consumer",
  label: "MFA device",
  help: "Serial number or ARN of the caller's MFA device, for the profile in ~/.aws/config.",
  example: "arn:aws:iam::444455556666:mfa/alice",
  where: {
    command: (draft) =>
      appCommand(draft, 'iam list-mfa-devices --query "MFADevices[].SerialNumber" --output text'),
  },
  control: { kind: "text", width: "wide" },
  schema: textSchema(optionalText(parseMfaSerial)),
  default: "",
  placeholder: "",
  linkKey: "mfa-serial",
  appliesWhen: (draft) => rawValue(draft, "guardrails.mfa") === true,
};

export const OWN = {
  roleName,
  rolePath: createdRolePath,
  policyName,
  keyPolicy,
  thirdParty,
  externalId,
  sessionSeconds,
  sessionName,
  sourceIdentity,
  assumePolicyName,
  mfaSerial,
};
