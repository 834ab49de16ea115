import { parseDirectoryId, parseIdentityCenterArn } from "#core/aws/identity-center.ts";
import type { Draft, Parameter, ParameterId } from "#core/parameters/parameter.ts";
import { rawText } from "#core/parameters/raw.ts";
import { optionalText, readingSchema, readList, textSchema } from "#core/parameters/reading.ts";
import { awsCommand } from "#core/parameters/where.ts";

/** Users and groups of a directory, besides principals of IAM. */
export type DirectorySettings = {
  readonly identityCenterArn: string;
  readonly directoryUsers: readonly string[];
  readonly directoryGroups: readonly string[];
};

/** Ours: each of them gets a grant for each location. */
const DIRECTORY_MAX = 200;

const identityCenterArn: Parameter<string, string> = {
  id: "settings.identityCenterArn",
  side: "owner",
  label: "IAM Identity Center instance",
  help: "Only to grant access to users or groups of a directory: the ARN of the instance that knows them.",
  example: "arn:aws:sso:::instance/ssoins-0123456789abcdef",
  where: {
    command: (draft) =>
      awsCommand(
        draft,
        "owner",
        'sso-admin list-instances --query "Instances[].InstanceArn" --output text',
      ),
    note: "It gets associated with the S3 Access Grants instance of account A, in whose region it must be. Leave empty for IAM principals only.",
  },
  control: { kind: "text", width: "wide" },
  schema: textSchema(optionalText(parseIdentityCenterArn)),
  default: "",
  placeholder: "",
  linkKey: "identity-center",
  advanced: true,
};

const hasDirectory = (draft: Draft): boolean => rawText(draft, identityCenterArn.id) !== "";

function identities(
  id: ParameterId,
  linkKey: string,
  words: { readonly label: string; readonly help: string; readonly itemName: string },
): Parameter<readonly string[], readonly string[]> {
  return {
    id,
    side: "owner",
    label: words.label,
    help: words.help,
    example: "1234abcd-12ab-34cd-56ef-1234567890ab",
    where: { note: "IAM Identity Center shows it as User ID or Group ID." },
    control: { kind: "list", itemName: words.itemName, addLabel: `Add ${words.itemName}` },
    schema: readingSchema((raw) =>
      readList(raw, {
        parse: parseDirectoryId,
        max: DIRECTORY_MAX,
        tooMany: (count) =>
          `There are ${count}; at most ${DIRECTORY_MAX} fit one sharing. Grant to a group instead.`,
      }),
    ),
    default: [],
    placeholder: [],
    linkKey,
    appliesWhen: hasDirectory,
    advanced: true,
  };
}

export const DIRECTORY = {
  identityCenterArn,
  directoryUsers: identities("settings.directoryUsers", "directory-user", {
    label: "Directory users",
    help: "IDs of users in IAM Identity Center who get the same grants.",
    itemName: "directory user",
  }),
  directoryGroups: identities("settings.directoryGroups", "directory-group", {
    label: "Directory groups",
    help: "IDs of groups in IAM Identity Center that get the same grants.",
    itemName: "directory group",
  }),
};
