import { nearest } from "#core/lint/nearest.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";
import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from "#core/policy/canonical.ts";
import type { JsonPath } from "#core/policy/json-place.ts";
import { isJsonObject } from "#core/proof/policy/element.ts";

export const unknownElement: Rule = {
  id: "unknown-element",
  severity: "error",
  why: "AWS refuses a policy with an element that its policy language does not have.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
  of: "document",
  check: ({ json, statements }) => {
    if (!isJsonObject(json)) return [];
    return [
      ...unknownIn(json, POLICY_ELEMENTS, []),
      ...statements.flatMap((one) => unknownIn(one.json, STATEMENT_ELEMENTS, one.path)),
    ];
  },
};

function unknownIn(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: JsonPath,
): readonly Hit[] {
  return Object.keys(object)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const free = known.filter((one) => !Object.hasOwn(object, one));
      const meant =
        free.find((one) => one.toLowerCase() === name.toLowerCase()) ?? nearest(name, free);
      const at = [...path, name];
      return {
        message: `“${name}” is no element of a policy. ${meant === undefined ? "Remove it." : `Use ${meant}.`}`,
        path: at,
        fix:
          meant === undefined
            ? undefined
            : {
                label: `Use ${meant}`,
                changes: [
                  { path: at, value: undefined },
                  { path: [...path, meant], value: object[name] },
                ],
              },
      };
    });
}
