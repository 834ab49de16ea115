/** Of AWS's policy grammar, in its order. */
export const POLICY_ELEMENTS: readonly string[] = ["Version", "Id", "Statement"];
export const STATEMENT_ELEMENTS: readonly string[] = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

/**
 * Policy text as it is shown and written: two spaces, elements in the order of AWS's grammar,
 * whatever their order in the value. Elements outside the grammar follow in the order they have.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value), null, 2);
}

/** The same value without white space: what counts against S3's limit. */
export function compactJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return inOrder(value, POLICY_ELEMENTS, (name, element) =>
    name !== "Statement"
      ? element
      : Array.isArray(element)
        ? element.map(orderedStatement)
        : orderedStatement(element),
  );
}

function orderedStatement(statement: unknown): unknown {
  return isRecord(statement)
    ? inOrder(statement, STATEMENT_ELEMENTS, (_name, element) => element)
    : statement;
}

function inOrder(
  record: Readonly<Record<string, unknown>>,
  first: readonly string[],
  map: (name: string, element: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  const names = [
    ...first.filter((name) => Object.hasOwn(record, name)),
    ...Object.keys(record).filter((name) => !first.includes(name)),
  ];
  return Object.fromEntries(names.map((name) => [name, map(name, record[name])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
