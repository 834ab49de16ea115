import type { Condition } from "#core/proof/condition/condition.ts";

type Context = Readonly<Record<string, string | readonly string[]>>;

/**
 * Values under which conditions hold, as far as they can be told; whoever uses them asks the
 * evaluator whether they do.
 */
export function holdingContext(conditions: readonly Condition[]): Context {
  const context: Record<string, string | readonly string[]> = {};
  for (const { operator, key, values } of conditions) {
    const [first] = values;
    if (first === undefined) continue;
    const plain = operator.replace(/^(?:ForAllValues|ForAnyValue):/, "").replace(/IfExists$/, "");
    const value = VALUES[plain]?.(first);
    if (value === undefined) continue;
    context[key] = operator.includes(":") ? [value] : value;
  }
  return context;
}

const same = (value: string) => value;
const filled = (pattern: string) =>
  pattern.replace(/\$\{([*?$])\}|[*?]/g, (_match, literal: string | undefined) => literal ?? "x");
const number = (by: number) => (value: string) => String(Number(value) + by);

/** A value for which an operator holds; operators that hold without one are left out. */
const VALUES: Readonly<Record<string, (value: string) => string | undefined>> = {
  StringEquals: same,
  StringEqualsIgnoreCase: same,
  StringLike: filled,
  ArnEquals: filled,
  ArnLike: filled,
  Bool: same,
  BinaryEquals: same,
  NumericEquals: same,
  NumericLessThan: number(-1),
  NumericLessThanEquals: same,
  NumericGreaterThan: number(1),
  NumericGreaterThanEquals: same,
  NumericNotEquals: number(1),
  DateEquals: same,
  DateLessThan: () => "1971-01-01T00:00:00Z",
  DateLessThanEquals: same,
  DateGreaterThan: () => "2999-01-01T00:00:00Z",
  DateGreaterThanEquals: same,
  IpAddress: (range) => range.split("/", 1)[0],
  Null: (absent) => (absent.toLowerCase() === "true" ? undefined : "x"),
};
