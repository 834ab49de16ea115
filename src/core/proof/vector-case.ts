import { type Parsed, parsed, refused } from "#core/brand.ts";
import type { RequestContext } from "#core/proof/context.ts";
import type { Decision } from "#core/proof/decision.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import type { Policies } from "#core/proof/policies.ts";
import { isJsonObject } from "#core/proof/policy/element.ts";
import type { PolicyInput } from "#core/proof/policy/policy.ts";
import { resourcePolicyType } from "#core/proof/request.ts";

const TEXTS = ["principalArn", "action", "resourceArn", "resourceAccount"] as const;
const POLICY_LISTS = [
  "identityPolicies",
  "permissionBoundaryPolicies",
  "serviceControlPolicies",
  "resourceControlPolicies",
  "sessionPolicies",
  "vpcEndpointPolicies",
] as const;

/**
 * Decides the `input` of one evaluation case: `principalArn`, `action`, `resourceArn`,
 * `resourceAccount`, `context`, `identityPolicies`, `resourcePolicy` and, where given,
 * `permissionBoundaryPolicies`, `serviceControlPolicies`, `resourceControlPolicies`,
 * `sessionPolicies`, `vpcEndpointPolicies`. Other fields are ignored.
 */
export function decideCase(input: unknown): Parsed<Decision> {
  if (!isJsonObject(input)) return refused("input must be an object.");
  const texts = parseTexts(input);
  if (!texts.ok) return texts;
  const context = parseContext(input["context"] ?? {});
  if (!context.ok) return context;
  const policies = parsePolicies(input, texts.value.resourceArn);
  if (!policies.ok) return policies;
  return parsed(evaluate({ ...texts.value, context: context.value }, policies.value));
}

type Texts = Readonly<Record<(typeof TEXTS)[number], string>>;

function parseTexts(input: Readonly<Record<string, unknown>>): Parsed<Texts> {
  const texts: Record<string, string> = {};
  for (const name of TEXTS) {
    const value = input[name];
    if (typeof value !== "string" || value === "") return refused(`input.${name} must be a text.`);
    texts[name] = value;
  }
  const { principalArn = "", action = "", resourceArn = "", resourceAccount = "" } = texts;
  return parsed({ principalArn, action, resourceArn, resourceAccount });
}

function parseContext(value: unknown): Parsed<RequestContext> {
  if (!isJsonObject(value)) return refused("input.context must be an object.");
  const entries: [string, string | readonly string[]][] = [];
  for (const [key, item] of Object.entries(value)) {
    const items: readonly unknown[] = Array.isArray(item) ? item : [item];
    if (!items.every(isScalar)) {
      return refused(`input.context["${key}"] must be a text or a list of texts.`);
    }
    entries.push([key, Array.isArray(item) ? items.map(String) : String(item)]);
  }
  return parsed(Object.fromEntries(entries));
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number";
}

function parsePolicies(
  input: Readonly<Record<string, unknown>>,
  resourceArn: string,
): Parsed<Policies> {
  const lists = new Map<string, readonly PolicyInput[]>();
  for (const name of POLICY_LISTS) {
    const value = input[name] ?? undefined;
    if (value === undefined) continue;
    if (!Array.isArray(value)) return refused(`input.${name} must be a list.`);
    const items: readonly unknown[] = value;
    if (!items.every(isJsonObject)) {
      return refused(`input.${name} must be a list of {name, policy}.`);
    }
    lists.set(
      name,
      items.map((item, index) => namedPolicy(item, `${name}[${index}]`)),
    );
  }
  const resourcePolicy = input["resourcePolicy"] ?? undefined;
  if (resourcePolicy !== undefined && !isJsonObject(resourcePolicy)) {
    return refused("input.resourcePolicy must be a policy document.");
  }
  const present = <Name extends string>(name: Name, list: string) => {
    const found = lists.get(list);
    return found === undefined ? {} : ({ [name]: found } as Readonly<Record<Name, typeof found>>);
  };
  const levels = lists.get("serviceControlPolicies");
  return parsed({
    identity: lists.get("identityPolicies") ?? [],
    resourceType: resourcePolicyType(resourceArn),
    ...(resourcePolicy === undefined
      ? {}
      : { resource: { document: "resourcePolicy", policy: resourcePolicy } }),
    ...present("boundary", "permissionBoundaryPolicies"),
    ...present("session", "sessionPolicies"),
    ...present("resourceControl", "resourceControlPolicies"),
    ...present("vpcEndpoint", "vpcEndpointPolicies"),
    ...(levels === undefined ? {} : { serviceControl: [levels] }),
  });
}

function namedPolicy(item: Readonly<Record<string, unknown>>, fallback: string): PolicyInput {
  const { name, policy } = item;
  return { document: typeof name === "string" ? name : fallback, policy };
}
