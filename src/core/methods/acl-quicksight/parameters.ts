import { parseCanonicalUserId } from "#core/aws/canonical-user.ts";
import { parsePrincipal, type RolePrincipal } from "#core/aws/principal.ts";
import { SERVICE_ROLES } from "#core/aws/quicksight.ts";
import { parsed, refused } from "#core/brand.ts";
import type { Draft, FieldText, Parameter } from "#core/parameters/parameter.ts";
import { policyNameParameter } from "#core/parameters/policy-name.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { choiceSchema, readingSchema, textSchema } from "#core/parameters/reading.ts";
import { awsCommand } from "#core/parameters/where.ts";
import type { Side } from "#core/side.ts";
import { DATA_SET_OWN, type DataSetSettings } from "./data-set-parameters.ts";

export type Variant = "bucket-policy" | "acl";

/** Names of the account-wide roles, and `custom` for one that account B's admin has chosen. */
const ROLE_CHOICES = [...SERVICE_ROLES, "custom"] as const;
export type RoleChoice = (typeof ROLE_CHOICES)[number];

export type Settings = DataSetSettings & {
  readonly variant: Variant;
  readonly ownerCanonicalId: string;
  readonly serviceRoles: readonly RoleChoice[];
  readonly customRole: RolePrincipal | undefined;
  readonly consumerCanonicalId: string;
  readonly policyName: string;
};

export function isAcl(draft: Draft): boolean {
  return rawValue(draft, "settings.variant") === "acl";
}

const variant: Parameter<string, Variant> = {
  id: "settings.variant",
  side: "owner",
  label: "Grant by",
  help: "How account A lets QuickSight's role in account B read the files.",
  example: "Bucket policy",
  control: {
    kind: "choice",
    options: [
      {
        value: "bucket-policy",
        label: "Bucket policy (recommended)",
        description: "Names the role. Covers whole prefixes, and files that are added later.",
      },
      {
        value: "acl",
        label: "Access control lists (legacy)",
        description:
          "Name account B as a whole, file by file. A bucket with Bucket owner enforced has to be switched to Bucket owner preferred for it.",
      },
    ],
  },
  schema: choiceSchema(["bucket-policy", "acl"]),
  default: "bucket-policy",
  placeholder: "bucket-policy",
  linkKey: "grant-by",
};

function canonicalId(
  side: Side,
  told: Pick<FieldText, "label" | "help" | "example">,
  placeholder: string,
): Parameter<string, string> {
  return {
    id: `settings.${side}CanonicalId`,
    side,
    ...told,
    where: {
      command: (draft) =>
        awsCommand(draft, side, "s3api list-buckets --query Owner.ID --output text"),
      note: "64 digits and letters a to f. An e-mail address no longer works: S3 refuses it since 1 October 2025.",
    },
    control: { kind: "text", width: "wide" },
    schema: textSchema(parseCanonicalUserId),
    default: "",
    placeholder,
    linkKey: `${side}-canonical-id`,
    appliesWhen: isAcl,
  };
}

const ownerCanonicalId = canonicalId(
  "owner",
  {
    label: "Canonical user ID of account A",
    help: "Writing a list replaces the whole list, so account A's own full control is written with it.",
    example: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
  },
  "<CANONICAL_USER_ID_OF_A>",
);

const consumerCanonicalId = canonicalId(
  "consumer",
  {
    label: "Canonical user ID of account B",
    help: "What the lists call account B. Only account B can look it up.",
    example: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
  },
  "<CANONICAL_USER_ID_OF_B>",
);

const serviceRoles: Parameter<readonly string[], readonly RoleChoice[]> = {
  id: "settings.serviceRoles",
  side: "consumer",
  label: "QuickSight's role in account B",
  help: "QuickSight reads the files with it, not with the user's own rights. Choose each that exists: one that does not makes the bucket policy invalid.",
  example: "aws-quicksight-service-role-v0",
  where: {
    command: (draft) =>
      awsCommand(
        draft,
        "consumer",
        "iam list-roles --path-prefix /service-role/ --query \"Roles[?starts_with(RoleName,'aws-quicksight')].Arn\" --output text",
      ),
    note: "Prints those that exist. Where the QuickSight admin console, Permissions, AWS resources, says that an existing role is used, choose a role of your own.",
  },
  control: {
    kind: "choices",
    options: [
      {
        value: SERVICE_ROLES[0],
        label: SERVICE_ROLES[0],
        description: "The role of the whole QuickSight account.",
      },
      {
        value: SERVICE_ROLES[1],
        label: SERVICE_ROLES[1],
        description: "Used for S3 before the first one, where it exists.",
      },
      {
        value: "custom",
        label: "A role of our own",
        description: "Chosen in the QuickSight admin console in place of these.",
      },
    ],
  },
  schema: readingSchema((raw) => {
    const texts: readonly unknown[] = Array.isArray(raw) ? raw : [];
    const value = ROLE_CHOICES.filter((choice) => texts.includes(choice));
    const message = "Choose at least one: without a role QuickSight reads nothing.";
    return value.length === 0
      ? { value: [SERVICE_ROLES[0]], problems: [{ path: [], message }] }
      : { value, problems: [] };
  }),
  default: [SERVICE_ROLES[0]],
  placeholder: [SERVICE_ROLES[0]],
  linkKey: "quicksight-role",
};

export function usesCustomRole(draft: Draft): boolean {
  const chosen = rawValue(draft, "settings.serviceRoles");
  return Array.isArray(chosen) && (chosen as readonly unknown[]).includes("custom");
}

const customRole: Parameter<string, RolePrincipal | undefined> = {
  id: "settings.customRole",
  side: "consumer",
  label: "ARN of the role",
  help: "The role that the QuickSight admin console names. Its trust policy lets quicksight.amazonaws.com assume it.",
  example: "arn:aws:iam::444455556666:role/quicksight-reader",
  where: {
    command: (draft) =>
      awsCommand(draft, "consumer", 'iam list-roles --query "Roles[].Arn" --output text'),
  },
  control: { kind: "text", width: "wide" },
  schema: textSchema((text) => {
    if (text.trim() === "") {
      return refused("Enter the ARN of the role that the QuickSight admin console names.");
    }
    const principal = parsePrincipal(text);
    if (!principal.ok) return principal;
    return principal.value.kind === "role"
      ? parsed(principal.value)
      : refused("QuickSight reads S3 with a role; enter the role's ARN.");
  }),
  default: "",
  placeholder: undefined,
  linkKey: "custom-role",
  appliesWhen: usesCustomRole,
};

const policyName = policyNameParameter({
  id: "settings.policyName",
  side: "consumer",
  label: "Policy name",
  help: "Of the inline policy that is put on the role. Leave empty for Xacct and the bucket's name.",
  example: "XacctAcmeShareData",
  where: {
    note: "AWSQuickSightS3Policy on the same role belongs to the QuickSight console, which rewrites it: it is left alone.",
  },
  linkKey: "policy",
});

export const OWN = {
  variant,
  ownerCanonicalId,
  serviceRoles,
  customRole,
  consumerCanonicalId,
  policyName,
  ...DATA_SET_OWN,
};
