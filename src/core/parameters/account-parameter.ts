import { type AccountId, parseAccountId } from "#core/aws/account-id.ts";
import { accountPage } from "#core/aws/console-links.ts";
import type { Side } from "#core/side.ts";
import type { FieldText, Parameter } from "./parameter.ts";
import { textSchema } from "./reading.ts";
import { awsCommand, consoleAt } from "./where.ts";

/** The account ID of a side. */
export function accountParameter(
  side: Side,
  told: Pick<FieldText, "label" | "help" | "example">,
  placeholder: AccountId,
): Parameter<string, AccountId> {
  return {
    id: `${side}.account`,
    side,
    ...told,
    where: {
      command: (draft) =>
        awsCommand(draft, side, "sts get-caller-identity --query Account --output text"),
      console: (draft) => ({ label: "Account settings", url: accountPage(consoleAt(draft)) }),
    },
    control: { kind: "text", width: "narrow" },
    schema: textSchema(parseAccountId),
    default: "",
    placeholder,
    linkKey: side,
  };
}
