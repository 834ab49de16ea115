import type { Rule } from "#core/lint/rule.ts";
import { isJsonObject } from "#core/proof/policy/element.ts";

/** A version that AWS does not know at all is told by `structure`. */
export const version: Rule = {
  id: "version",
  severity: "warning",
  why: "Without Version, and with 2008-10-17, policy variables are plain text, and the escapes for *, ? and $ do not work.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
  of: "document",
  check: ({ json, text }) => {
    if (!isJsonObject(json) || !Object.hasOwn(json, "Statement")) return [];
    const { Version: value } = json;
    if (value !== undefined && value !== "2008-10-17") return [];
    const said = value === undefined ? "The document has no Version" : "Version is 2008-10-17";
    return [
      {
        message: `${said}, which AWS reads by its old rules. Set 2012-10-17.`,
        path: value === undefined ? [] : ["Version"],
        // Plain text would turn into variables: whether that is meant, a person has to say.
        fix: text.includes("${")
          ? undefined
          : { label: "Set 2012-10-17", changes: [{ path: ["Version"], value: "2012-10-17" }] },
      },
    ];
  },
};
