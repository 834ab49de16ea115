import {
  ROLE_MAX_SESSION_MAX_SECONDS,
  SESSION_MAX_SECONDS,
  SESSION_MIN_SECONDS,
} from "#core/aws/limits.ts";
import { parseMfaSerial } from "#core/aws/mfa-serial.ts";
import { parsePolicyName } from "#core/aws/policy-name.ts";
import { parseExternalId, parseSessionName } from "#core/aws/role.ts";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import { createdRoleName, createdRolePath } from "#core/parameters/created-role.ts";
import { keyPolicyParameter } from "#core/parameters/key-policy.ts";
import type { Parameter } from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { textSchema, toggleSchema } from "#core/parameters/reading.ts";

export type KeyPolicyKind = "delegates" | "names-role";

export type Settings = {
  readonly roleName: string;
  /** Begins and ends with "/". */
  readonly rolePath: string;
  readonly policyName: string;
  readonly keyPolicy: KeyPolicyKind;
  readonly thirdParty: boolean;
  readonly externalId: string;
  readonly sessionSeconds: number;
  readonly sessionName: string;
  readonly sourceIdentity: boolean;
  readonly assumePolicyName: string;
  readonly mfaSerial: string;
};

const roleName = createdRoleName({
  help: "The role that is created in account A and that account B assumes.",
  example: "AcmeShareReader",
});

const policyName: Parameter<string, string> = {
  id: "settings.policyName",
  side: "owner",
  label: "Name of the role's policy",
  help: "Leave empty to have one made from the bucket's name.",
  example: "AcmeShareData",
  control: { kind: "text" },
  schema: textSchema(optional(parsePolicyName)),
  default: "",
  placeholder: "",
  linkKey: "policy",
  advanced: true,
};

const keyPolicy = keyPolicyParameter("role");

const thirdParty: Parameter<boolean, boolean> = {
  id: "settings.thirdParty",
  side: "consumer",
  label: "Account B belongs to a third party",
  help: "A vendor who serves other customers as well: then the external ID is required.",
  example: "off",
  control: { kind: "toggle" },
  schema: toggleSchema(),
  default: false,
  placeholder: false,
  linkKey: "third-party",
};

const externalId: Parameter<string, string> = {
  id: "settings.externalId",
  side: "consumer",
  label: "External ID",
  help: "Account B sends it when it assumes the role. A third party makes one for each customer. Not a secret.",
  example: "acme-7f3c9b52",
  control: { kind: "text" },
  schema: textSchema(optional(parseExternalId)),
  default: "",
  placeholder: "",
  linkKey: "external-id",
};

const sessionSeconds: Parameter<string, number> = {
  id: "settings.sessionSeconds",
  side: "owner",
  label: "Session duration",
  help: "Seconds that one session lasts, 900 to 43200. Also the role's maximum, which is 3600 at least.",
  example: "3600",
  control: { kind: "text", width: "narrow" },
  schema: textSchema(parseSeconds),
  default: "3600",
  placeholder: 3600,
  linkKey: "duration",
  advanced: true,
};

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

const sourceIdentity: Parameter<boolean, boolean> = {
  id: "settings.sourceIdentity",
  side: "owner",
  label: "Allow a source identity",
  help: "Lets account B's callers tell who they are in a way that stays in CloudTrail (sts:SetSourceIdentity).",
  example: "off",
  control: { kind: "toggle" },
  schema: toggleSchema(),
  default: false,
  placeholder: false,
  linkKey: "source-identity",
  advanced: true,
};

const assumePolicyName: Parameter<string, string> = {
  id: "settings.assumePolicyName",
  side: "consumer",
  label: "Name of account B's policy",
  help: "Leave empty to have one made from the role's name.",
  example: "XacctAssumeAcmeShareReader",
  control: { kind: "text" },
  schema: textSchema(optional(parsePolicyName)),
  default: "",
  placeholder: "",
  linkKey: "assume-policy",
  advanced: true,
};

const mfaSerial: Parameter<string, string> = {
  id: "settings.mfaSerial",
  side: "consumer",
  label: "MFA device",
  help: "Serial number or ARN of the caller's MFA device, for the profile in ~/.aws/config.",
  example: "arn:aws:iam::444455556666:mfa/alice",
  where: {
    command: () => "aws iam list-mfa-devices --query MFADevices[].SerialNumber --output text",
  },
  control: { kind: "text", width: "wide" },
  schema: textSchema(optional(parseMfaSerial)),
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

function optional(parse: (text: string) => Parsed<string>): (text: string) => Parsed<string> {
  return (text) => (text.trim() === "" ? parsed("") : parse(text));
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function parseSeconds(text: string): Parsed<number> {
  const trimmed = text.trim();
  const seconds = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  const most = Math.min(SESSION_MAX_SECONDS, ROLE_MAX_SESSION_MAX_SECONDS);
  return seconds >= SESSION_MIN_SECONDS && seconds <= most
    ? parsed(seconds)
    : refused(
        `Enter a whole number of seconds from ${SESSION_MIN_SECONDS} (15 minutes) to ${most} (12 hours).`,
      );
}
