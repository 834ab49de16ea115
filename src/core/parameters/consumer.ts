import { accountParameter } from "./account-parameter.ts";
import { CONSUMER_ACCOUNT_PLACEHOLDER } from "./placeholders.ts";
import { profileParameter } from "./profile-parameter.ts";
import { toggleParameter } from "./toggle.ts";

export const consumerAccount = accountParameter(
  "consumer",
  {
    label: "Account ID of account B",
    help: "The account that gets access: 12 digits.",
    example: "444455556666",
  },
  CONSUMER_ACCOUNT_PLACEHOLDER,
);

export const consumerConsoleAccess = toggleParameter({
  id: "consumer.consoleAccess",
  side: "consumer",
  label: "S3 console access",
  help: "People browse the shared data in the S3 console, not only with tools.",
  linkKey: "console",
});

export const consumerProfile = profileParameter({
  id: "consumer.profile",
  side: "consumer",
  label: "AWS CLI profile of account B",
  help: "Used in account B's commands. Leave empty for the default credentials.",
  example: "b-admin",
});

export const consumerAppProfile = profileParameter({
  id: "consumer.appProfile",
  side: "consumer",
  label: "AWS CLI profile of the consuming identity",
  help: "Used to verify the access. Leave empty for the default credentials.",
  example: "b-app",
});
