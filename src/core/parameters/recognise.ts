import { type AccountId, isAccountId, parseAccountId } from "#core/aws/account-id.ts";
import { splitArn } from "#core/aws/arn.ts";
import { CONSOLE_HOST_PATTERN } from "#core/aws/console-links.ts";
import { parseS3Reference, type S3Reference } from "#core/aws/s3-reference.ts";
import { isRecord } from "./raw.ts";

/** What a pasted text names, whichever field it was pasted into. */
export type Recognised =
  | { readonly kind: "account"; readonly account: AccountId }
  /** Output of `aws sts get-caller-identity`. */
  | { readonly kind: "caller"; readonly account: AccountId; readonly arn: string }
  | { readonly kind: "arn"; readonly arn: string }
  | { readonly kind: "place"; readonly reference: S3Reference }
  /** Page of a role or user in the IAM console. */
  | {
      readonly kind: "iam-page";
      readonly identity: "role" | "user";
      readonly name: string;
      readonly account?: AccountId;
    }
  /** Page of a key in the KMS console, or a key ID alone. */
  | {
      readonly kind: "key";
      readonly keyId: string;
      readonly region?: string;
      readonly account?: AccountId;
    };

export function recognise(pasted: string): Recognised | undefined {
  const text = pasted
    .trim()
    .replace(/^\uFEFF/, "")
    .replace(/^(["'])(.*)\1,?$/s, "$2")
    .trim();
  const place = parseS3Reference(text);
  if (place !== undefined) return { kind: "place", reference: place };
  return (
    fromArn(text) ??
    fromJson(text) ??
    fromTextOutput(text) ??
    fromConsolePage(text) ??
    fromKeyId(text) ??
    fromAccount(text)
  );
}

function fromArn(text: string): Recognised | undefined {
  return splitArn(text) === undefined || /\s/.test(text) ? undefined : { kind: "arn", arn: text };
}

function fromAccount(text: string): Recognised | undefined {
  const account = parseAccountId(text);
  if (account.ok) return { kind: "account", account: account.value };
  const inSignIn = /^https:\/\/(\d{12})\.signin\./.exec(text)?.[1];
  return inSignIn === undefined ? undefined : fromAccount(inSignIn);
}

/** What the AWS CLI prints for a caller, a role, a user or a key. */
function fromJson(text: string): Recognised | undefined {
  if (!text.startsWith("{")) return undefined;
  const output = parsedJson(text);
  if (!isRecord(output)) return undefined;
  const { Account: account, Arn: arn } = output;
  if (typeof account === "string" && typeof arn === "string") return caller(account, arn);
  const inside = [output["Role"], output["User"], output["KeyMetadata"]].find(isRecord)?.["Arn"];
  return typeof inside === "string" ? fromArn(inside) : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The same with `--output text`: account, ARN, user ID. */
function fromTextOutput(text: string): Recognised | undefined {
  const match = /^(\d{12})\s+(arn:\S+)\s+\S+$/.exec(text);
  return match === null ? undefined : caller(match[1] ?? "", match[2] ?? "");
}

function caller(accountText: string, arn: string): Recognised | undefined {
  const account = parseAccountId(accountText);
  return account.ok ? { kind: "caller", account: account.value, arn } : undefined;
}

const CONSOLE_PAGE = new RegExp(`^https://${CONSOLE_HOST_PATTERN}/(?<path>.*)$`, "i");

function fromConsolePage(text: string): Recognised | undefined {
  const groups = CONSOLE_PAGE.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { path = "", region: host, account } = groups;
  const at = account !== undefined && isAccountId(account) ? { account } : {};
  const iam = /^iam\/.*#\/?(role|user)s\/(?:details\/)?([^/?#]+)/i.exec(path);
  if (iam !== null) {
    const name = decoded(iam[2] ?? "");
    return { kind: "iam-page", identity: iam[1] === "user" ? "user" : "role", name, ...at };
  }
  const keyId = /^kms\/.*#\/?kms\/keys\/([0-9a-z-]+)/i.exec(path)?.[1];
  if (keyId === undefined) return undefined;
  const region = /[?&]region=([a-z0-9-]+)/.exec(path)?.[1] ?? host;
  return { kind: "key", keyId, ...at, ...(region === undefined ? {} : { region }) };
}

function fromKeyId(text: string): Recognised | undefined {
  return /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/.test(text)
    ? { kind: "key", keyId: text }
    : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
