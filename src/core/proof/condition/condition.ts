import { type Parsed, parsed, refused } from "#core/brand.ts";
import { ARN_OPERATORS } from "#core/proof/condition/arn.ts";
import { BINARY_OPERATORS } from "#core/proof/condition/binary.ts";
import { BOOL_OPERATORS } from "#core/proof/condition/bool.ts";
import { DATE_OPERATORS } from "#core/proof/condition/date.ts";
import { IP_ADDRESS_OPERATORS } from "#core/proof/condition/ip-address.ts";
import { nullCondition } from "#core/proof/condition/null.ts";
import { NUMERIC_OPERATORS } from "#core/proof/condition/numeric.ts";
import type { ConditionOperator } from "#core/proof/condition/operator.ts";
import { STRING_OPERATORS } from "#core/proof/condition/string.ts";
import type { ContextValues } from "#core/proof/context.ts";
import { isJsonObject, parseConditionValues } from "#core/proof/policy/element.ts";
import type { TextTest } from "#core/proof/text-pattern.ts";

/** One operator on one key. All of a statement's conditions must hold. */
export interface Condition {
  readonly operator: string;
  /** As written. */
  readonly key: string;
  readonly values: readonly string[];
  readonly holds: (context: ContextValues) => boolean;
}

const OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map(
  Object.entries({
    ...STRING_OPERATORS,
    ...NUMERIC_OPERATORS,
    ...DATE_OPERATORS,
    ...BOOL_OPERATORS,
    ...BINARY_OPERATORS,
    ...IP_ADDRESS_OPERATORS,
    ...ARN_OPERATORS,
  }),
);

type SetQualifier = "" | "ForAllValues" | "ForAnyValue";
const QUALIFIED = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]{1,40}?)(IfExists)?$/;

/**
 * Reads a `Condition` element: operator → key → value or values.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function parseConditions(value: unknown, variables: boolean): Parsed<readonly Condition[]> {
  if (value === undefined) return parsed([]);
  if (!isJsonObject(value)) return refused("Condition must be an object of operators.");
  const conditions: Condition[] = [];
  for (const [operator, block] of Object.entries(value)) {
    if (!isJsonObject(block)) return refused(`Condition ${operator} must be an object of keys.`);
    for (const [key, texts] of Object.entries(block)) {
      const values = parseConditionValues(key, texts);
      if (!values.ok) return values;
      const holds = conditionTest(operator, key.toLowerCase(), values.value, variables);
      if (holds === undefined) return refused(`"${operator}" is not a condition operator.`);
      conditions.push({ operator, key, values: values.value, holds });
    }
  }
  return parsed(conditions);
}

function conditionTest(
  name: string,
  key: string,
  values: readonly string[],
  variables: boolean,
): Condition["holds"] | undefined {
  const [, qualifier = "", baseName = "", ifExists] = QUALIFIED.exec(name) ?? [];
  if (baseName === "Null" && ifExists === undefined) return nullCondition(key, values);
  const operator = OPERATORS.get(baseName);
  if (operator === undefined) return undefined;
  const set = qualifier as SetQualifier;
  const matches = operator.compareAny?.(values, variables) ?? anyOf(operator, values, variables);
  const whenMissing = ifExists !== undefined || holdsWhenMissing(set, operator.negated);
  return (context) => {
    const requested = context.get(key);
    if (requested === undefined) return whenMissing;
    return valuesHold(requested, matches, set, operator.negated, context);
  };
}

function anyOf(
  operator: ConditionOperator,
  values: readonly string[],
  variables: boolean,
): TextTest {
  const tests = values.map((value) => operator.compare(value, variables));
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (text, context) => tests.some((matches) => matches(text, context));
}

/**
 * A missing key: a positive operator does not hold, a negated one does; of nothing, all values
 * match and none does.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function holdsWhenMissing(set: SetQualifier, negated: boolean): boolean {
  if (set === "ForAllValues") return true;
  if (set === "ForAnyValue") return false;
  return negated;
}

/** The values of one key are alternatives; for a negated operator none of them may match. */
function valuesHold(
  requested: string | readonly string[],
  matches: TextTest,
  set: SetQualifier,
  negated: boolean,
  context: ContextValues,
): boolean {
  if (typeof requested === "string") return matches(requested, context) !== negated;
  const holds = (value: string) => matches(value, context) !== negated;
  const everyValue = set === "ForAllValues" || (set === "" && negated);
  return everyValue ? requested.every(holds) : requested.some(holds);
}
