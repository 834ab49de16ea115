import { type AccountId, parseAccountId } from "#core/aws/account-id.ts";
import { accountPage } from "#core/aws/console-links.ts";
import type { Parameter } from "./parameter.ts";
import { CONSUMER_ACCOUNT_PLACEHOLDER } from "./placeholders.ts";
import { parseProfile } from "./profile.ts";
import { textSchema } from "./reading.ts";
import { toggleParameter } from "./toggle.ts";
import { awsCommand, consoleAt } from "./where.ts";

export const consumerAccount: Parameter<string, AccountId> = {
  id: "consumer.account",
  side: "consumer",
  label: "Account ID of account B",
  help: "The account that gets access: 12 digits.",
  example: "444455556666",
  where: {
    command: (draft) =>
      awsCommand(draft, "consumer", "sts get-caller-identity --query Account --output text"),
    console: (draft) => ({ label: "Account settings", url: accountPage(consoleAt(draft)) }),
  },
  control: { kind: "text", width: "narrow" },
  schema: textSchema(parseAccountId),
  default: "",
  placeholder: CONSUMER_ACCOUNT_PLACEHOLDER,
  linkKey: "consumer",
};

export const consumerConsoleAccess = toggleParameter({
  id: "consumer.consoleAccess",
  side: "consumer",
  label: "S3 console access",
  help: "People browse the shared data in the S3 console, not only with tools.",
  linkKey: "console",
});

const PROFILES_ARE_LOCAL = "The name is local to one machine, so a link does not carry it.";

export const consumerProfile: Parameter<string, string> = {
  id: "consumer.profile",
  side: "consumer",
  label: "AWS CLI profile of account B",
  help: "Used in account B's commands. Leave empty for the default credentials.",
  example: "b-admin",
  where: { command: () => "aws configure list-profiles", note: PROFILES_ARE_LOCAL },
  control: { kind: "text", width: "narrow" },
  schema: textSchema(parseProfile),
  default: "",
  placeholder: "",
  linkKey: null,
  advanced: true,
};

export const consumerAppProfile: Parameter<string, string> = {
  id: "consumer.appProfile",
  side: "consumer",
  label: "AWS CLI profile of the consuming identity",
  help: "Used to verify the access. Leave empty for the default credentials.",
  example: "b-app",
  where: { command: () => "aws configure list-profiles", note: PROFILES_ARE_LOCAL },
  control: { kind: "text", width: "narrow" },
  schema: textSchema(parseProfile),
  default: "",
  placeholder: "",
  linkKey: null,
  advanced: true,
};
