import type { ActionFacts } from "#core/lint/reference.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import type { JsonPath } from "#core/policy/json-place.ts";
import type { PolicyProblem } from "#core/proof/decision.ts";
import { POLICY_TYPES } from "#core/proof/matrix/standing.ts";
import { isJsonObject } from "#core/proof/policy/element.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import type { CompiledStatement } from "#core/proof/policy/statement.ts";
import { isTooDeep } from "./json-texts.ts";

/** A policy as it will be put in place. */
export interface LintedPolicy {
  readonly document: SharingPolicy;
  readonly text: string;
}

/** A text of a document and where it stands. */
export interface Entry {
  readonly text: string;
  readonly path: JsonPath;
}

export interface ActionEntry extends Entry {
  /** What it stands for, of the services whose resources and keys are known. */
  readonly facts: readonly ActionFacts[];
}

export type Matching = (pattern: string) => readonly ActionFacts[];

export interface PrincipalEntry extends Entry {
  /** `AWS`, `Service` …; everyone is `AWS` and `*`. */
  readonly type: string;
}

export interface ConditionEntry {
  readonly operator: string;
  readonly key: string;
  /** Of the key. */
  readonly path: JsonPath;
  readonly values: readonly Entry[];
}

/** A statement as far as it can be read. What cannot is left out, and told by the rule `structure`. */
export interface StatementView {
  readonly document: SharingPolicy;
  readonly index: number;
  readonly path: JsonPath;
  readonly json: Readonly<Record<string, unknown>>;
  readonly effect: "Allow" | "Deny" | undefined;
  readonly sid: string | undefined;
  readonly actions: readonly ActionEntry[];
  readonly notActions: readonly Entry[];
  readonly resources: readonly Entry[];
  readonly notResources: readonly Entry[];
  readonly principals: readonly PrincipalEntry[];
  readonly conditions: readonly ConditionEntry[];
  /** As the proof reads it; undefined when AWS would refuse its form. */
  readonly compiled: CompiledStatement | undefined;
}

export interface DocumentView extends LintedPolicy {
  /** Undefined when the text is not JSON. */
  readonly json: unknown;
  readonly statements: readonly StatementView[];
  /** What the proof could not read. */
  readonly problems: readonly PolicyProblem[];
}

/** Reads a document once for all rules. Never throws, whatever the text. */
export function documentView({ document, text }: LintedPolicy, matching: Matching): DocumentView {
  const json = parsedJson(text);
  if (isTooDeep(json)) {
    const message = "This text has more levels than a policy can have. Correct it.";
    const problems = [{ document: document.id, message }];
    return { document, text, json: undefined, statements: [], problems };
  }
  const { statements: compiled, problems } = compilePolicy(
    { document: document.id, policy: json === undefined ? text : json },
    POLICY_TYPES[document.kind],
  );
  const byIndex = new Map(compiled.map((one) => [one.source.statementIndex, one]));
  const element = isJsonObject(json) ? json["Statement"] : undefined;
  const items: readonly unknown[] = Array.isArray(element) ? element : [element];
  const statements = items.flatMap((item, index) => {
    if (!isJsonObject(item)) return [];
    const path = Array.isArray(element) ? ["Statement", index] : ["Statement"];
    const view = statementView(document, index, path, item, matching);
    return [{ ...view, compiled: byIndex.get(index) }];
  });
  return { document, text, json, statements, problems };
}

function statementView(
  document: SharingPolicy,
  index: number,
  path: JsonPath,
  json: Readonly<Record<string, unknown>>,
  matching: Matching,
): Omit<StatementView, "compiled"> {
  const { Effect: effect, Sid: sid } = json;
  const texts = (element: string) => entries(json[element], [...path, element]);
  return {
    document,
    index,
    path,
    json,
    effect: effect === "Allow" || effect === "Deny" ? effect : undefined,
    sid: typeof sid === "string" ? sid : undefined,
    actions: texts("Action").map((entry) => ({ ...entry, facts: matching(entry.text) })),
    notActions: texts("NotAction"),
    resources: texts("Resource"),
    notResources: texts("NotResource"),
    principals: principalEntries(json["Principal"], [...path, "Principal"]),
    conditions: conditionEntries(json["Condition"], [...path, "Condition"]),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One text or a list of them. */
function entries(value: unknown, path: JsonPath): readonly Entry[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.flatMap((text, index) =>
    typeof text === "string" ? [{ text, path: [...path, index] }] : [],
  );
}

function principalEntries(value: unknown, path: JsonPath): readonly PrincipalEntry[] {
  if (value === "*") return [{ type: "AWS", text: "*", path }];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([type, names]) =>
    entries(names, [...path, type]).map((entry) => ({ type, ...entry })),
  );
}

function conditionEntries(value: unknown, path: JsonPath): readonly ConditionEntry[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([operator, block]) =>
    isJsonObject(block)
      ? Object.entries(block).map(([key, item]) => {
          const place = [...path, operator, key];
          return { operator, key, path: place, values: conditionValues(item, place) };
        })
      : [],
  );
}

/** Booleans and numbers mean the same as their text. */
function conditionValues(value: unknown, path: JsonPath): readonly Entry[] {
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  return items.flatMap((item, index) =>
    typeof item === "object"
      ? []
      : [{ text: String(item), path: isList ? [...path, index] : path }],
  );
}
