type Json = Readonly<Record<string, unknown>>;

/**
 * What a statement says, as text that is the same for all ways to write it: one value or a list of
 * one, order and repetition in lists, account ID or root ARN. The Sid says nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function meaningOf(statement: unknown): string {
  if (!isRecord(statement)) return JSON.stringify(statement) ?? "";
  const names = Object.keys(statement).filter((name) => name !== "Sid");
  return sorted(names.map((name) => [name, elementMeaning(name, statement[name])]));
}

function elementMeaning(name: string, value: unknown): unknown {
  if (LISTS.includes(name)) return textsOf(value);
  if (name === "Principal" || name === "NotPrincipal") return principalMeaning(value);
  if (name !== "Condition" || !isRecord(value)) return value;
  return sorted(
    Object.entries(value).map(([operator, keys]) => [
      operator,
      isRecord(keys)
        ? sorted(Object.entries(keys).map(([key, values]) => [key.toLowerCase(), textsOf(values)]))
        : keys,
    ]),
  );
}

const LISTS = ["Action", "NotAction", "Resource", "NotResource"];

function principalMeaning(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const types = Object.entries(value).map(
    ([type, names]) => [type, [...new Set(textsOf(names).map(accountOrName))].sort()] as const,
  );
  const [only] = types;
  return types.length === 1 && only?.[0] === "AWS" && only[1].join() === "*" ? "*" : sorted(types);
}

/** A root ARN and the account's ID name the same principal. */
function accountOrName(name: string): string {
  return /^arn:[^:]*:iam::(\d{12}):root$/.exec(name)?.[1] ?? name;
}

function textsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [
    ...new Set(all.map((one) => (typeof one === "string" ? one : (JSON.stringify(one) ?? "")))),
  ].sort();
}

function sorted(entries: readonly (readonly [string, unknown])[]): string {
  return JSON.stringify([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The principals of a statement; `*` for everybody; undefined where it says whom it does not mean. */
export function principalNames(statement: unknown): ReadonlySet<string> | undefined {
  if (!isRecord(statement) || statement["NotPrincipal"] !== undefined) return undefined;
  const { Principal: principal } = statement;
  if (principal === "*") return new Set(["*"]);
  if (!isRecord(principal)) return undefined;
  return new Set(
    Object.entries(principal).flatMap(([type, names]) =>
      textsOf(names).map((name) => (type === "AWS" ? accountOrName(name) : `${type} ${name}`)),
    ),
  );
}

export function sidOf(statement: unknown): string {
  const sid = isRecord(statement) ? statement["Sid"] : undefined;
  return typeof sid === "string" ? sid : "";
}

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
