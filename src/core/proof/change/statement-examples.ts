import { isJsonObject, parseTexts } from "#core/proof/policy/element.ts";
import { type CompiledStatement, statementMatch } from "#core/proof/policy/statement.ts";
import { type AccessRequest, type PreparedRequest, prepareRequest } from "#core/proof/request.ts";
import { holdingContext } from "./holding-context.ts";
import { EVERYBODY, type Someone, someoneNamed } from "./someone.ts";
import type { ChangedDocument } from "./words.ts";

/** A request that a statement is about. */
export interface Example {
  readonly who: Someone;
  /** As the statement writes it. */
  readonly action: string;
  readonly resource: string;
  readonly request: PreparedRequest;
  /** The request before it was prepared. */
  readonly plain: AccessRequest;
}

/** The requests that stand for a statement; undefined where they cannot stand for all of it. */
export interface Examples {
  readonly examples: readonly Example[];
  /** Why a sentence cannot say all that the statement says. */
  readonly unclear: string | undefined;
}

/** What is true of every request unless a statement asks for something else. */
const USUAL: Readonly<Record<string, string>> = {
  "aws:SecureTransport": "true",
  "s3:TlsVersion": "1.3",
  "aws:ViaAWSService": "false",
  "aws:CurrentTime": "2026-01-01T00:00:00Z",
  "aws:SourceIp": "198.51.100.7",
};

/** More are not asked for: a sentence names some and counts the rest. */
const MOST = 2_000;

/**
 * A request for each principal, action and resource that a statement names, under circumstances in
 * which its conditions hold. The evaluator is asked whether they do, so that no guess is taken for one.
 */
export function statementExamples(
  value: unknown,
  compiled: CompiledStatement,
  of: ChangedDocument,
): Examples {
  if (!isJsonObject(value)) return unclear("it is no object");
  const negated = ["NotPrincipal", "NotAction", "NotResource"].find((name) => name in value);
  if (negated !== undefined) return unclear(`it says by ${negated} whom or what it does not mean`);
  if (compiled.varies)
    return unclear("a policy variable makes it say something else to each caller");
  const people = namedIn(value["Principal"]);
  const actions = textsOf(value["Action"]);
  const resources = value["Resource"] === undefined ? [of.resourceArn] : textsOf(value["Resource"]);
  const context = holdingContext(compiled.conditions);
  const examples: Example[] = [];
  let unmatched = false;
  for (const who of people) {
    for (const action of actions) {
      for (const resource of resources) {
        if (examples.length >= MOST)
          return { examples, unclear: "it names more than can be listed" };
        const names = concreteActions(action, resource, of);
        if (names.length === 0) continue;
        const fitting = names
          .map((name) => exampleOf(who, name, resource, context, of))
          .map((plain) => ({ plain, request: prepareRequest(plain) }))
          .filter(({ request }) => statementMatch(compiled, request, false) !== "none");
        if (fitting.length === 0) unmatched = true;
        for (const one of fitting) examples.push({ who, action, resource, ...one });
      }
    }
  }
  return {
    examples,
    unclear: unmatched ? "no request could be made up that fits its conditions" : undefined,
  };
}

function unclear(reason: string): Examples {
  return { examples: [], unclear: reason };
}

function exampleOf(
  who: Someone,
  action: string,
  resource: string,
  holding: Readonly<Record<string, string | readonly string[]>>,
  of: ChangedDocument,
): AccessRequest {
  const principalArn = holding["aws:PrincipalArn"];
  const isExact = who.anyOf === true && typeof principalArn === "string";
  return {
    principalArn: isExact ? principalArn : who.principalArn,
    action,
    resourceArn: concreteResource(resource, of),
    resourceAccount: of.account,
    context: {
      ...USUAL,
      "aws:ResourceAccount": of.account,
      "s3:ResourceAccount": of.account,
      ...(who.anyOf === true ? { ...who.context, ...holding } : { ...holding, ...who.context }),
    },
    ...(who.canonicalUserId === undefined ? {} : { canonicalUserId: who.canonicalUserId }),
  };
}

function concreteResource(resource: string, of: ChangedDocument): string {
  if (of.kind !== "bucket-policy") return of.resourceArn;
  if (resource === "*") return `${of.resourceArn}/x`;
  return resource.replace(
    /\$\{([*?$])\}|[*?]/g,
    (_match, literal: string | undefined) => literal ?? "x",
  );
}

const OBJECT_ACTIONS = [
  "GetObject",
  "GetObjectVersion",
  "PutObject",
  "DeleteObject",
  "GetObjectTagging",
];
const BUCKET_ACTIONS = ["ListBucket", "GetBucketLocation", "GetBucketPolicy", "PutBucketPolicy"];
const KEY_ACTIONS = ["Decrypt", "GenerateDataKey", "Encrypt", "DescribeKey", "PutKeyPolicy"];
const ROLE_ACTIONS = ["AssumeRole", "TagSession", "SetSourceIdentity"];

/** An action of a name or pattern. A name that does not go with the resource grants nothing. */
function concreteActions(action: string, resource: string, of: ChangedDocument): readonly string[] {
  const [service, ...known] =
    of.kind === "key-policy"
      ? ["kms", ...KEY_ACTIONS]
      : of.kind === "trust-policy"
        ? ["sts", ...ROLE_ACTIONS]
        : ["s3", ...(isObject(resource) ? OBJECT_ACTIONS : BUCKET_ACTIONS)];
  if (!/[*?]/.test(action)) {
    const name = action.slice(action.indexOf(":") + 1).toLowerCase();
    const elsewhere = isObject(resource) ? BUCKET_ACTIONS : OBJECT_ACTIONS;
    const misplaced =
      of.kind === "bucket-policy" &&
      resource !== "*" &&
      elsewhere.some((other) => other.toLowerCase() === name);
    return misplaced ? [] : [action];
  }
  const pattern = new RegExp(
    `^${action
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
    "i",
  );
  return known.map((name) => `${service}:${name}`).filter((name) => pattern.test(name));
}

function isObject(resource: string): boolean {
  return resource === "*" || /:s3:::[^/]*\//.test(resource) || /:s3:::[^/]*\*/.test(resource);
}

function namedIn(principal: unknown): readonly Someone[] {
  if (principal === "*") return [EVERYBODY];
  if (!isJsonObject(principal)) return [];
  return Object.entries(principal).flatMap(([type, names]) =>
    textsOf(names).flatMap((name) => someoneNamed(type, name) ?? []),
  );
}

function textsOf(value: unknown): readonly string[] {
  const texts = parseTexts("", value);
  return texts.ok ? texts.value : [];
}
