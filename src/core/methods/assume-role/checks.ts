import { CHAINED_SESSION_MAX_SECONDS, SWITCH_ROLE_MAX_CHARACTERS } from "#core/aws/limits.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { error, warning } from "#core/parameters/check.ts";
import type { Issue } from "#core/parameters/parameter.ts";
import { cautions } from "#core/policy/cautions.ts";
import type { Settings } from "./parameters.ts";

export function checks(sharing: Shared<Settings>): readonly Issue[] {
  return [
    ...externalIdChecks(sharing),
    ...durationChecks(sharing),
    ...consoleChecks(sharing),
    ...cautions(sharing.agreement),
  ];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
function externalIdChecks({ settings }: Shared<Settings>): readonly Issue[] {
  return settings.thirdParty && settings.externalId === ""
    ? [
        error(
          "settings.externalId",
          "A third party must send an external ID, or another of its customers could have it use your role. Ask the third party for the one it made for you.",
        ),
      ]
    : [];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html */
function durationChecks({ agreement, settings }: Shared<Settings>): readonly Issue[] {
  const chained = agreement.consumer.principals.some(
    ({ kind }) => kind === "role" || kind === "session" || kind === "permission-set",
  );
  return chained && settings.sessionSeconds > CHAINED_SESSION_MAX_SECONDS
    ? [
        warning(
          "settings.sessionSeconds",
          `A caller that is itself a role session gets at most ${CHAINED_SESSION_MAX_SECONDS} seconds (role chaining), except on EC2; a request for more fails. Enter ${CHAINED_SESSION_MAX_SECONDS} unless all callers run on EC2.`,
        ),
      ]
    : [];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html */
function consoleChecks({ agreement, settings }: Shared<Settings>): readonly Issue[] {
  if (!agreement.consumer.consoleAccess) return [];
  const at = "consumer.consoleAccess";
  const length = settings.rolePath.length - 1 + settings.roleName.length;
  return [
    warning(
      at,
      "The role may then list the names of all of account A's buckets, which the console's start page needs. Leave it off if names are confidential.",
    ),
    ...(settings.externalId === ""
      ? []
      : [
          warning(
            at,
            "Switch Role in the console sends no external ID, so the role cannot be used there. Remove the external ID, or use the role with tools only.",
          ),
        ]),
    ...(length <= SWITCH_ROLE_MAX_CHARACTERS
      ? []
      : [
          warning(
            "settings.roleName",
            `Role path and name have ${length} characters together; Switch Role in the console takes at most ${SWITCH_ROLE_MAX_CHARACTERS}. Shorten one of them.`,
          ),
        ]),
  ];
}
