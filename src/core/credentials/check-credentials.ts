import { type Parsed, parsed, refused } from "#core/brand.ts";
import { parseInstant } from "#core/proof/condition/instant.ts";
import type { Found, FoundFields, PastedCredentials } from "./credentials.ts";

/**
 * Prefixes of unique IDs: AKIA is an access key of a user, ASIA a temporary one of STS.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
const ACCESS_KEY_ID = /^(?:AKIA|ASIA)[A-Z0-9]{16}$/;
const OTHER_ID = /^(?:ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|APKA|AROA|ASCA)[A-Z0-9]+$/;

/** What every secret access key has; a longer one would not surprise. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
const SECRET_MIN_CHARACTERS = 40;
const SECRET = /^[A-Za-z0-9+/=]{40,128}$/;

/** AWS promises no length; none is as short as this. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html */
const TOKEN_MIN_CHARACTERS = 64;
const TOKEN = /^[A-Za-z0-9+/=._-]+$/;

const AGAIN = "Copy them again, whole.";

/** Says what is wrong with credentials before AWS is asked, in words that repeat nothing of them. */
export function checkedCredentials(
  fields: FoundFields,
  nowInSeconds: number,
): Parsed<PastedCredentials> {
  const problem =
    keyIdProblem(fields.accessKeyId) ??
    secretProblem(fields.secretAccessKey) ??
    tokenProblem(fields) ??
    expiryProblem(fields.expiration, nowInSeconds);
  if (problem !== undefined) return refused(problem);
  const accessKeyId = fields.accessKeyId?.value ?? "";
  const secretAccessKey = fields.secretAccessKey?.value ?? "";
  const token = fields.sessionToken?.value ?? "";
  return parsed({
    credentials: {
      accessKeyId,
      secretAccessKey,
      ...(token === "" ? {} : { sessionToken: token }),
    },
    longTerm: isLongTerm(accessKeyId),
  });
}

function isLongTerm(accessKeyId: string): boolean {
  return accessKeyId.startsWith("AKIA");
}

function keyIdProblem(found: Found | undefined): string | undefined {
  if (found === undefined || found.value === "") {
    return `The access key ID is missing: it begins with ASIA or AKIA. ${AGAIN}`;
  }
  const { value } = found;
  if (ACCESS_KEY_ID.test(value)) return undefined;
  if (OTHER_ID.test(value)) {
    return `${at(found)}the access key ID is the unique ID of something else: an access key's begins with ASIA or AKIA.`;
  }
  return `${at(found)}the access key ID is not one: it begins with ASIA or AKIA and has 20 capital letters and digits. ${AGAIN}`;
}

function secretProblem(found: Found | undefined): string | undefined {
  if (found === undefined || found.value === "") {
    return `The secret access key is missing. ${AGAIN}`;
  }
  if (SECRET.test(found.value)) return undefined;
  const { length } = found.value;
  return length < SECRET_MIN_CHARACTERS
    ? `${at(found)}the secret access key has ${length} characters of ${SECRET_MIN_CHARACTERS}: it was cut off. ${AGAIN}`
    : `${at(found)}the secret access key has characters that none has. ${AGAIN}`;
}

function tokenProblem({ accessKeyId, sessionToken }: FoundFields): string | undefined {
  const longTerm = isLongTerm(accessKeyId?.value ?? "");
  if (sessionToken === undefined || sessionToken.value === "") {
    return longTerm
      ? undefined
      : `The session token is missing: an access key that begins with ASIA needs it. ${AGAIN}`;
  }
  if (longTerm) {
    return `An access key that begins with AKIA has no session token: two sets of credentials are mixed. ${AGAIN}`;
  }
  if (!TOKEN.test(sessionToken.value)) {
    return `${at(sessionToken)}the session token has characters that none has. ${AGAIN}`;
  }
  return sessionToken.value.length < TOKEN_MIN_CHARACTERS
    ? `${at(sessionToken)}the session token was cut off. ${AGAIN}`
    : undefined;
}

function expiryProblem(found: Found | undefined, nowInSeconds: number): string | undefined {
  const ends = found === undefined ? undefined : parseInstant(found.value);
  if (ends === undefined || ends > nowInSeconds) return undefined;
  return `These credentials ended ${ago(nowInSeconds - ends)} ago. Sign in again (aws sso login, or as you do) and paste new ones.`;
}

function ago(seconds: number): string {
  const minutes = Math.max(1, Math.floor(seconds / 60));
  if (minutes < 60) return counted(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function at({ line }: Found): string {
  return line === undefined ? "In this JSON " : `On line ${line} `;
}
