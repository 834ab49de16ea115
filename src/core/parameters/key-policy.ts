import { firstKey, hasCustomerKey } from "./customer-keys.ts";
import type { Parameter } from "./parameter.ts";
import { choiceSchema } from "./reading.ts";
import { awsCommand } from "./where.ts";

/**
 * How a principal of account A comes to the key: through its own policy, because the key policy lets
 * account A's IAM policies decide, or by name.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyPolicyParameter<Kind extends "role" | "user">(
  kind: Kind,
): Parameter<string, "delegates" | `names-${Kind}`> {
  return {
    id: "settings.keyPolicy",
    side: "owner",
    label: "Key policy",
    help: "Whether the KMS key policy lets account A's IAM policies decide, as it does by default.",
    example: "Lets IAM policies decide",
    where: {
      command: (draft) => {
        const { arn, region } = firstKey(draft);
        return awsCommand(
          draft,
          "owner",
          `kms get-key-policy --key-id ${arn} --policy-name default --query Policy --output text --region ${region}`,
        );
      },
      note: "It does when a statement allows kms:* to the account's root ARN: “Enable IAM User Permissions”.",
    },
    control: {
      kind: "choice",
      options: [
        {
          value: "delegates",
          label: "Lets IAM policies decide",
          description: `The ${kind}'s own policy is enough. Checked before anything is changed.`,
        },
        {
          value: `names-${kind}`,
          label: `Must name the ${kind}`,
          description: `A statement naming the ${kind} is added to the key policy.`,
        },
      ],
    },
    schema: choiceSchema(["delegates", `names-${kind}`]),
    default: "delegates",
    placeholder: "delegates",
    linkKey: "key-policy",
    appliesWhen: hasCustomerKey,
  };
}
