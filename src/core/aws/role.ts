import { type Parsed, parsed, refused } from "#core/brand.ts";
import { IAM_NAME, IAM_NAME_MAX, IAM_PATH, IAM_PATH_MAX, SESSION_NAME } from "./iam-name.ts";
import { SESSION_MAX_SECONDS, SESSION_MIN_SECONDS } from "./limits.ts";

/**
 * Accepts the name of a role to be created: 1 to 64 characters, without its path.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export function parseRoleName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === "") return refused("Enter a name for the role.");
  if (name.startsWith("arn:")) {
    return refused("Enter only the role's name, the part of the ARN after the last slash.");
  }
  if (name.includes("/")) {
    return refused("Enter only the name; what stands before the last slash is the role path.");
  }
  if (IAM_NAME.test(name)) return parsed(name);
  return refused(
    name.length > IAM_NAME_MAX
      ? `The name has ${name.length} characters; a role name has at most ${IAM_NAME_MAX}. Shorten it.`
      : "A role name has only letters, digits and + = , . @ - _. Remove the other characters.",
  );
}

/**
 * Accepts a path of a role or user that an account may choose, "/" for none: at most 512 characters.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function parseIamPath(text: string): Parsed<string> {
  const path = text.trim();
  if (path === "" || path === "/") return parsed("/");
  if (path.length > IAM_PATH_MAX) {
    return refused(`A path has at most ${IAM_PATH_MAX} characters; shorten it.`);
  }
  if (!path.startsWith("/") || !path.endsWith("/")) {
    const closed = `/${path.replace(/^\/+|\/+$/g, "")}/`;
    return refused(
      IAM_PATH.test(closed)
        ? `A path begins and ends with a slash: ${closed}.`
        : "A path begins and ends with a slash, and has only ASCII characters and no blank; correct it.",
    );
  }
  if (/^\/aws-(?:reserved|service-role)\//i.test(path)) {
    return refused("This path is reserved for AWS; choose another one.");
  }
  return IAM_PATH.test(path)
    ? parsed(path)
    : refused("A path has no blank, no letter beyond ASCII and no empty part; correct it.");
}

/**
 * How long a session of a role lasts, in whole seconds: what AssumeRole and GetDataAccess take and a role may allow.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetDataAccess.html
 */
export function parseSessionSeconds(text: string): Parsed<number> {
  const trimmed = text.trim();
  const seconds = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return seconds >= SESSION_MIN_SECONDS && seconds <= SESSION_MAX_SECONDS
    ? parsed(seconds)
    : refused(
        `Enter a whole number of seconds from ${SESSION_MIN_SECONDS} (15 minutes) to ${SESSION_MAX_SECONDS} (12 hours).`,
      );
}

/**
 * Accepts 2 to 64 characters, as AssumeRole does.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function parseSessionName(text: string): Parsed<string> {
  const name = text.trim();
  return SESSION_NAME.test(name)
    ? parsed(name)
    : refused(
        "A session name has 2 to 64 letters, digits and + = , . @ - _. Enter one, for example analytics-app.",
      );
}

/**
 * Accepts 2 to 1,224 characters. Not a secret: whoever may see the trust policy sees it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 */
export function parseExternalId(text: string): Parsed<string> {
  const id = text.trim();
  if (/^[\w+=,.@:/-]{2,1224}$/.test(id)) return parsed(id);
  if (id.length < 2)
    return refused("An external ID has at least 2 characters; enter a longer one.");
  return refused(
    id.length > 1224
      ? `The external ID has ${id.length} characters; AWS takes at most 1224. Ask the third party for a shorter one.`
      : "An external ID has only letters, digits and + = , . @ : / - _. Remove the other characters.",
  );
}
