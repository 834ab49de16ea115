import type { DocumentView } from "#core/lint/document-view.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";
import { documentText } from "#core/policy/document-text.ts";
import type { JsonPath } from "#core/policy/json-place.ts";
import { jsonSource, repeatedNames, repeatedText } from "#core/policy/json-source.ts";
import { isJsonObject } from "#core/proof/policy/element.ts";

/** What the evaluator cannot read, AWS refuses to save. */
export const structure: Rule = {
  id: "structure",
  severity: "error",
  why: "AWS refuses a document that does not follow the grammar of its policy language, and nothing of it takes effect.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  of: "document",
  check: (view) => {
    const problems = view.problems.map(
      ({ message, statementIndex }): Hit => ({
        message,
        path:
          statementIndex === undefined
            ? whole(view, message)
            : place(view, statementIndex, message),
      }),
    );
    return problems.length === 0 && isEmpty(view)
      ? [{ message: "There is no statement. Add at least one.", path: ["Statement"] }]
      : [...problems, ...repeated(view)];
  },
};

/** Of several members with one name a parser takes the last; what was generated has none. */
function repeated({ document, text, json }: DocumentView): readonly Hit[] {
  if (json === undefined || text === documentText(document)) return [];
  const root = jsonSource(text);
  const [first] = root === undefined ? [] : repeatedNames(text, root);
  return first === undefined
    ? []
    : [{ message: `${repeatedText(first)} Keep one of them.`, path: [] }];
}

function isEmpty({ json }: DocumentView): boolean {
  return isJsonObject(json) && Array.isArray(json["Statement"]) && json["Statement"].length === 0;
}

function whole({ json }: DocumentView, message: string): JsonPath {
  return message.startsWith("Version") && isJsonObject(json) ? ["Version"] : [];
}

/** The sentence names the element; where that is missing it is about the statement. */
function place({ statements, json }: DocumentView, index: number, message: string): JsonPath {
  const statement = statements.find((one) => one.index === index);
  if (statement === undefined) {
    const isList = isJsonObject(json) && Array.isArray(json["Statement"]);
    return isList ? ["Statement", index] : ["Statement"];
  }
  const [, operator] = /"([^"]*)" is not a condition operator/.exec(message) ?? [];
  if (operator !== undefined) return [...statement.path, "Condition", operator];
  const element = ELEMENTS.find(
    (name) => message.includes(name) && Object.hasOwn(statement.json, name),
  );
  return element === undefined ? statement.path : [...statement.path, element];
}

const ELEMENTS = [
  "NotPrincipal",
  "Principal",
  "NotAction",
  "Action",
  "NotResource",
  "Resource",
  "Condition",
  "Effect",
];
