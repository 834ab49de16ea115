import { type Parsed, parsed, refused } from "#core/brand.ts";
import { isRecord } from "#core/parameters/raw.ts";
import { EXPORT_COMMAND, type FieldName, type FoundFields } from "./credentials.ts";

/**
 * Where AWS's tools put credentials: at the top (`export-credentials`, `credential_process`), in `Credentials`
 * (`assume-role`, `get-session-token`), in `roleCredentials` (`sso get-role-credentials`) or in `AccessKey`.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
const PLACES = ["Credentials", "roleCredentials", "AccessKey"];

const NAMES: Readonly<Record<string, FieldName>> = {
  accesskeyid: "accessKeyId",
  secretaccesskey: "secretAccessKey",
  sessiontoken: "sessionToken",
  expiration: "expiration",
};

export function fieldsInJson(text: string): Parsed<FoundFields> {
  const output = parsedJson(text);
  if (!isRecord(output)) {
    return refused("This JSON is not complete. Copy it again, from the first brace to the last.");
  }
  if (typeof output["Account"] === "string" && typeof output["Arn"] === "string") {
    return refused(
      "This is a caller's identity, not credentials. Paste it into the account ID above: it is understood there.",
    );
  }
  const place = PLACES.map((name) => own(output, name)).find(isRecord) ?? output;
  const fields = Object.entries(place).flatMap(([name, value]) => {
    const field = own(NAMES, name.toLowerCase());
    const said = typeof value === "number" ? milliseconds(value) : value;
    return field !== undefined && typeof said === "string"
      ? [[field, { value: said.trim() }] as const]
      : [];
  });
  return fields.length === 0
    ? refused(`No credentials are in this JSON. Paste what ${EXPORT_COMMAND} prints.`)
    : parsed(Object.fromEntries(fields));
}

/** IAM Identity Center gives the end as a number. @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_RoleCredentials.html */
function milliseconds(value: number): string {
  return String(Math.max(0, Math.floor(value / 1000)));
}

function own<Value>(record: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
