import { legible } from "#core/legible.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import type { Draft, Issue, Parameter, ParameterId, RawValue } from "#core/parameters/parameter.ts";
import { parseAgreement } from "#core/parameters/parse-agreement.ts";
import { rawValue, safeDraft, splitId } from "#core/parameters/raw.ts";
import { SHARED, type SharedParameterId } from "#core/parameters/shared.ts";
import { attachedPolicyIssues } from "#core/plan/attached-policies.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import { contentSize } from "#core/policy/content-size.ts";
import { isPolicy, type SharingDocument } from "#core/policy/document.ts";
import { policySize } from "#core/policy/size.ts";
import { type SideWords, TWO_ACCOUNTS } from "#core/side.ts";
import type { MethodFacts } from "./facts.ts";
import type { BetterMethod, Method, MethodStep, Picture, TradeOffs } from "./method.ts";
import { reviewRows } from "./review-rows.ts";

/** A method's own values by name, parsed. */
type Settings = { readonly [name: string]: unknown };

/** All that a method's functions are given: parsed values, with placeholders where a value is missing. */
export interface Shared<Own extends Settings> {
  readonly agreement: Agreement;
  readonly settings: Own;
}

interface Declaration<Own extends Settings> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly tradeOffs: TradeOffs;
  readonly better?: BetterMethod;
  /** What the consumer is called where it is not the owner of account B. */
  readonly consumer?: SideWords;
  readonly facts: MethodFacts;
  readonly guide: string;
  /** Every parameter stands in exactly one of them; a shared one is asked for by standing there. */
  readonly steps: readonly MethodStep[];
  /** What a shared parameter, or a column of one, means here: help by its place, e.g. `owner.locations.access`. */
  readonly help?: { readonly [place: string]: string };
  /** Declared as `settings.<name>`. */
  readonly own: { readonly [Name in keyof Own]: Parameter<RawValue, Own[Name]> };
  /**
   * The agreement with what this method's own values say about it, e.g. who the principals are
   * where they are not asked for one by one. Only this one is documented, planned and proven.
   */
  readonly agreement?: (sharing: Shared<Own>) => Agreement;
  /** What only this method asks of the values. Not run for values that could not be parsed. */
  readonly checks: (sharing: Shared<Own>, draft: Draft) => readonly Issue[];
  readonly documents: (sharing: Shared<Own>) => readonly SharingDocument[];
  /** How the principals come to the data, for the proof. */
  readonly accessPath: (sharing: Shared<Own>) => AccessPath;
  readonly plan: (sharing: Shared<Own>, documents: readonly SharingDocument[]) => Plan;
  readonly picture: (sharing: Shared<Own>, documents: readonly SharingDocument[]) => Picture;
}

/** Turns a method's declaration into what the rest of the program sees, keeping its types inside. */
export function defineMethod<Own extends Settings>(declaration: Declaration<Own>): Method {
  const { id, title, summary, tradeOffs, better, guide, steps } = declaration;
  const parameters = inStepOrder(declaration);
  const shared = parameters.map((parameter) => parameter.id).filter(isShared);
  const method: Method = {
    id,
    title,
    summary,
    tradeOffs,
    ...(better === undefined ? {} : { better }),
    facts: declaration.facts,
    sides: { ...TWO_ACCOUNTS, consumer: declaration.consumer ?? TWO_ACCOUNTS.consumer },
    guide,
    steps,
    parameters,
    emptyDraft: () => emptyDraft(id, parameters),
    prepare: (untrusted) => {
      const draft = safeDraft(untrusted);
      const { agreement: parsed, issues: sharedIssues } = parseAgreement(draft, shared);
      const { settings, issues: ownIssues } = parseOwn(declaration.own, draft);
      const agreement = declaration.agreement?.({ agreement: parsed, settings }) ?? parsed;
      const sharing = { agreement, settings };
      const valueIssues = [...sharedIssues, ...ownIssues];
      const documents = declaration.documents(sharing);
      const plan = declaration.plan(sharing, documents);
      const issues = [
        ...valueIssues,
        ...declaration.checks(sharing, draft),
        ...documents.flatMap(sizeIssues),
        ...attachedPolicyIssues(plan),
      ]
        .map((issue) => ({ ...issue, message: legible(issue.message) }))
        .toSorted(
          (one, other) => Number(one.severity !== "error") - Number(other.severity !== "error"),
        );
      return {
        method,
        draft,
        agreement,
        complete: issues.every(({ severity }) => severity !== "error"),
        issues,
        documents,
        accessPath: declaration.accessPath(sharing),
        plan,
        review: reviewRows(steps, parameters, draft),
        picture: declaration.picture(sharing, documents),
      };
    },
  };
  return method;
}

function isShared(id: ParameterId): id is SharedParameterId {
  return Object.hasOwn(SHARED, id);
}

function inStepOrder<Own extends Settings>(declaration: Declaration<Own>): readonly Parameter[] {
  const own = new Map<ParameterId, Parameter>(
    Object.values<Parameter>(declaration.own).map((parameter) => [parameter.id, parameter]),
  );
  const { help = {} } = declaration;
  const ids = declaration.steps.flatMap((step) => step.parameters);
  const missing = [...own.keys()].filter((id) => !ids.includes(id));
  if (missing.length > 0) throw new Error(`${declaration.id}: no step asks for ${missing.join()}`);
  return ids.map((id) => {
    const parameter = isShared(id) ? withHelp(SHARED[id], help) : own.get(id);
    if (parameter === undefined) throw new Error(`${declaration.id}: ${id} is not declared`);
    return parameter;
  });
}

function withHelp(parameter: Parameter, help: { readonly [place: string]: string }): Parameter {
  const { id, control } = parameter;
  const told = { ...parameter, help: help[id] ?? parameter.help };
  if (control.kind !== "rows") return told;
  const columns = control.columns.map((column) => ({
    ...column,
    help: help[`${id}.${column.id}`] ?? column.help,
  }));
  return { ...told, control: { ...control, columns } };
}

function emptyDraft(method: string, parameters: readonly Parameter[]): Draft {
  const section = (name: keyof Draft) =>
    Object.fromEntries(
      parameters
        .filter(({ id }) => splitId(id).section === name)
        .map((parameter) => [splitId(parameter.id).name, parameter.default]),
    );
  return {
    method,
    owner: section("owner"),
    consumer: section("consumer"),
    guardrails: section("guardrails"),
    settings: section("settings"),
  };
}

function parseOwn<Own extends Settings>(
  own: Declaration<Own>["own"],
  draft: Draft,
): { readonly settings: Own; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const entries = Object.entries<Parameter>(own).map(([name, parameter]) => {
    const applies = parameter.appliesWhen?.(draft) ?? true;
    const raw = applies ? (rawValue(draft, parameter.id) ?? parameter.default) : parameter.default;
    const outcome = parameter.schema.safeParse(raw);
    if (outcome.success) return [name, outcome.data] as const;
    // What is not asked for is not missing.
    if (!applies) return [name, parameter.placeholder] as const;
    for (const { message, path } of outcome.error.issues) {
      issues.push({ severity: "error", message, at: [parameter.id, ...path].join(".") });
    }
    return [name, parameter.placeholder] as const;
  });
  // Each value has passed the schema declared for its name, or is that parameter's placeholder.
  return { settings: Object.fromEntries(entries) as Own, issues };
}

function sizeIssues(document: SharingDocument): readonly Issue[] {
  const size = isPolicy(document)
    ? policySize(document, document.policy)
    : contentSize(document.kind, document.content);
  if (size === undefined) return [];
  const { state, used, limit, unit, wayOut } = size;
  // A managed policy that is full is followed by another one.
  const goesOn = isPolicy(document) && document.delivery === "managed";
  if (state === "fits" || (state === "near" && goesOn)) return [];
  const over = state === "over";
  return [
    {
      severity: over ? "error" : "warning",
      message: `${document.title} has ${used.toLocaleString("en-US")} ${unit}, ${over ? "over" : "near"} AWS's limit of ${limit.toLocaleString("en-US")}. ${wayOut}`,
      document: document.id,
      ...(over ? { answers: "scale=many" } : {}),
    },
  ];
}
