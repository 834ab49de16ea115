import { parseManagedPolicyArn } from "#core/aws/policy-arn.ts";
import { parseTagValue } from "#core/aws/tag-value.ts";
import { parsePolicyPath, parseUserName } from "#core/aws/user.ts";
import { keyPolicyParameter } from "#core/parameters/key-policy.ts";
import type { Parameter } from "#core/parameters/parameter.ts";
import { policyNameParameter } from "#core/parameters/policy-name.ts";
import { choiceSchema, optionalText, textSchema } from "#core/parameters/reading.ts";
import { toggleParameter } from "#core/parameters/toggle.ts";
import { awsCommand } from "#core/parameters/where.ts";

export type KeyPolicyKind = "delegates" | "names-user";
export type Delivery = "managed" | "inline";

export type Settings = {
  readonly userName: string;
  /** Begins and ends with "/"; also of the user's managed policies. */
  readonly userPath: string;
  readonly policyName: string;
  readonly delivery: Delivery;
  readonly permissionsBoundary: string;
  readonly purpose: string;
  readonly keyPolicy: KeyPolicyKind;
  readonly listAllBuckets: boolean;
  readonly selfCheck: boolean;
  readonly athena: boolean;
};

const userName: Parameter<string, string> = {
  id: "settings.userName",
  side: "owner",
  label: "User name",
  help: "The user that is created in account A for this third party alone.",
  example: "vendor-acme",
  where: {
    note: "A new name: the user must not exist yet. Names that differ only in case count as equal.",
  },
  control: { kind: "text" },
  schema: textSchema(parseUserName),
  default: "",
  placeholder: "<USER_NAME>",
  linkKey: "user",
};

const userPath: Parameter<string, string> = {
  id: "settings.userPath",
  side: "owner",
  label: "User path",
  help: "Part of the user's ARN, and of its managed policy's: begins and ends with /.",
  example: "/vendors/",
  control: { kind: "text" },
  schema: textSchema(parsePolicyPath),
  default: "/",
  placeholder: "/",
  linkKey: "user-path",
};

const delivery: Parameter<string, Delivery> = {
  id: "settings.delivery",
  side: "owner",
  label: "Policy type",
  help: "How the policy is put on the user.",
  example: "Managed policy",
  control: {
    kind: "choice",
    options: [
      {
        value: "managed",
        label: "Managed policy",
        description: "6,144 characters each, with versions to go back to.",
      },
      {
        value: "inline",
        label: "Inline policy",
        description: "While it fits 2,048 characters; beyond, it is managed.",
      },
    ],
  },
  schema: choiceSchema(["managed", "inline"]),
  default: "managed",
  placeholder: "managed",
  linkKey: "policy-type",
  advanced: true,
};

const policyName = policyNameParameter({
  id: "settings.policyName",
  side: "owner",
  label: "Name of the user's policy",
  help: "Leave empty to have one made from the user's name.",
  example: "VendorAcmeS3",
  linkKey: "policy",
});

const permissionsBoundary: Parameter<string, string> = {
  id: "settings.permissionsBoundary",
  side: "owner",
  label: "Permissions boundary",
  help: "ARN of the policy that limits what users of account A may have at most. It must allow what is shared too.",
  example: "arn:aws:iam::111122223333:policy/VendorBoundary",
  where: {
    command: (draft) =>
      awsCommand(
        draft,
        "owner",
        'iam list-policies --scope Local --query "Policies[].Arn" --output text',
      ),
    note: "Leave empty unless account A works with permissions boundaries.",
  },
  control: { kind: "text", width: "wide" },
  schema: textSchema(optionalText(parseManagedPolicyArn)),
  default: "",
  placeholder: "",
  linkKey: "boundary",
  advanced: true,
};

const purpose: Parameter<string, string> = {
  id: "settings.purpose",
  side: "owner",
  label: "Purpose tag",
  help: "Value of the user's tag Purpose. The tag Expires gets the date of “Valid until”.",
  example: "s3-share",
  control: { kind: "text" },
  schema: textSchema(parseTagValue),
  default: "s3-share",
  placeholder: "s3-share",
  linkKey: "purpose",
  advanced: true,
};

const keyPolicy = keyPolicyParameter("user");

const listAllBuckets = toggleParameter({
  id: "settings.listAllBuckets",
  side: "consumer",
  label: "List all buckets",
  help: "For products that let people pick a bucket from a list (s3:ListAllMyBuckets).",
  linkKey: "list-buckets",
});

const selfCheck = toggleParameter({
  id: "settings.selfCheck",
  side: "consumer",
  label: "Self-check",
  help: "For products that ask AWS which permissions their own user has (iam:SimulatePrincipalPolicy).",
  linkKey: "self-check",
});

const athena = toggleParameter({
  id: "settings.athena",
  side: "consumer",
  label: "Athena (AWSQuicksightAthenaAccess)",
  help: "Attaches AWS's policy for QuickSight's own service role: all of Athena and of the Glue Data Catalog. Only when the third party insists.",
  linkKey: "athena",
  advanced: true,
});

export const OWN = {
  userName,
  userPath,
  delivery,
  policyName,
  permissionsBoundary,
  purpose,
  keyPolicy,
  listAllBuckets,
  selfCheck,
  athena,
};
