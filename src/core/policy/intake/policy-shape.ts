import { placeOf } from "#core/policy/json-place.ts";
import { type JsonNode, memberOf } from "#core/policy/json-source.ts";
import { notUnderstood, type Refusal } from "./reading.ts";

/** What a pasted policy should be. */
export interface Wanted {
  readonly kind: string;
  /** Of a bucket policy. */
  readonly bucket?: string;
}

interface Kind {
  readonly name: string;
  /** Service in front of its actions. */
  readonly service: string;
  readonly hasResource: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  "bucket-policy": { name: "bucket policy", service: "s3", hasResource: true },
  "instance-policy": {
    name: "resource policy of an S3 Access Grants instance",
    service: "s3",
    hasResource: true,
  },
  "key-policy": { name: "key policy", service: "kms", hasResource: true },
  "trust-policy": { name: "trust policy", service: "sts", hasResource: false },
};

/** Their actions may be of any service, and they name no Principal. */
const OF_PRINCIPALS: Readonly<Record<string, string>> = {
  "identity-policy": "policy of a role or user",
  "permissions-boundary": "permissions boundary",
  "service-control-policy": "service control policy",
};

/**
 * Refuses what is JSON, but not the policy that is wanted here; AWS could not have printed it there.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function wrongShape(text: string, root: JsonNode, wanted: Wanted): Refusal | undefined {
  const statement = memberOf(root, "Statement")?.value;
  if (statement === undefined || statement.kind === "plain") {
    return at(text, statement?.start ?? 0, "Statement must be a list of statements.");
  }
  const items = statement.kind === "list" ? statement.items : [statement];
  if (items.length === 0) return at(text, statement.start, "The policy has no statement.");
  for (const [index, item] of items.entries()) {
    const wrong = wrongStatement(text, item, index + 1, wanted);
    if (wrong !== undefined) return wrong;
  }
  return (
    wrongKind(text, items, wanted) ??
    wrongOfS3(text, items, wanted) ??
    wrongBucket(text, items, wanted)
  );
}

function wrongStatement(
  text: string,
  item: JsonNode,
  number: number,
  wanted: Wanted,
): Refusal | undefined {
  if (item.kind !== "object") return at(text, item.start, `Statement ${number} is no object.`);
  const effect = memberOf(item, "Effect")?.value;
  if (effect === undefined || !["Allow", "Deny"].includes(valueText(text, effect))) {
    return at(
      text,
      effect?.start ?? item.start,
      `The Effect of statement ${number} must be Allow or Deny.`,
    );
  }
  const principal = memberOf(item, "Principal") ?? memberOf(item, "NotPrincipal");
  if (Object.hasOwn(OF_PRINCIPALS, wanted.kind)) {
    if (principal === undefined) return undefined;
    return at(
      text,
      principal.value.start,
      `Statement ${number} names a Principal: this is the policy of a resource. Paste the ${OF_PRINCIPALS[wanted.kind]}.`,
    );
  }
  if (principal !== undefined) return undefined;
  return at(
    text,
    item.start,
    `Statement ${number} names no Principal: this is the policy of a role or user. Paste the one of the resource.`,
  );
}

function wrongKind(text: string, items: readonly JsonNode[], wanted: Wanted): Refusal | undefined {
  const kind = Object.hasOwn(KINDS, wanted.kind) ? KINDS[wanted.kind] : undefined;
  if (kind === undefined) return undefined;
  const services = new Set(
    items.flatMap((item) => texts(text, item, "Action")).flatMap((action) => serviceOf(action)),
  );
  if (services.size === 0 || services.has(kind.service)) return undefined;
  const other = Object.values(KINDS).find(({ service }) => services.has(service));
  const is = other === undefined ? "another policy" : `a ${other.name}`;
  return at(text, items[0]?.start ?? 0, `This is ${is}. Paste the ${kind.name}.`);
}

/** Bucket policies and those of S3 Access Grants instances name actions of the same service. */
function wrongOfS3(text: string, items: readonly JsonNode[], wanted: Wanted): Refusal | undefined {
  const [is, ofAnother] =
    wanted.kind === "bucket-policy"
      ? [KINDS["instance-policy"], /^arn:[^:]*:s3:[^:]+:[^:]*:access-grants\//]
      : wanted.kind === "instance-policy"
        ? [KINDS["bucket-policy"], /^arn:[^:]*:s3:::/]
        : [];
  const item = items.find((one) =>
    texts(text, one, "Resource").some((arn) => ofAnother?.test(arn) === true),
  );
  if (item === undefined || is === undefined) return undefined;
  const wantedName = KINDS[wanted.kind]?.name ?? "policy";
  return at(text, item.start, `This is a ${is.name}. Paste the ${wantedName}.`);
}

/** S3 keeps no policy that names another bucket. */
function wrongBucket(
  text: string,
  items: readonly JsonNode[],
  { kind, bucket }: Wanted,
): Refusal | undefined {
  if (kind !== "bucket-policy" || bucket === undefined) return undefined;
  for (const item of items) {
    for (const arn of texts(text, item, "Resource")) {
      const named = /^arn:[^:]*:s3:::([^/*?$]+)(?:\/|$)/.exec(arn)?.[1];
      if (named === undefined || named === bucket) continue;
      return at(
        text,
        memberOf(item, "Resource")?.value.start ?? item.start,
        `This is the policy of bucket ${named}. Paste the one of ${bucket}.`,
      );
    }
  }
  return undefined;
}

function texts(text: string, item: JsonNode, element: string): readonly string[] {
  const value = memberOf(item, element)?.value;
  if (value === undefined || value.kind === "object") return [];
  return (value.kind === "list" ? value.items : [value]).map((one) => valueText(text, one));
}

function valueText(text: string, node: JsonNode): string {
  const value: unknown = JSON.parse(text.slice(node.start, node.end));
  return typeof value === "string" ? value : "";
}

function serviceOf(action: string): readonly string[] {
  const service = /^([A-Za-z0-9-]+):/.exec(action)?.[1];
  return service === undefined ? [] : [service.toLowerCase()];
}

function at(text: string, place: number, message: string): Refusal {
  return notUnderstood(message, placeOf(text, place));
}
