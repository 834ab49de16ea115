import { jsonTexts } from "#core/lint/json-texts.ts";
import type { Rule } from "#core/lint/rule.ts";

/** U+0009, U+000A, U+000D and U+0020–U+00FF. */
const OUTSIDE = /[^\t\n\r\u0020-\u00ff]/u;

export const characters: Rule = {
  id: "characters",
  severity: "error",
  why: "IAM and KMS take only tab, line breaks and the characters U+0020 to U+00FF in a policy. S3 does not say what it takes; look-alikes and invisible characters match nothing.",
  source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
  of: "document",
  check: ({ document, json, text }) => {
    if (json === undefined || !OUTSIDE.test(text)) return [];
    return jsonTexts(json)
      .filter((one) => OUTSIDE.test(one.text))
      .map((one) => {
        const character = OUTSIDE.exec(one.text)?.[0] ?? "";
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        return {
          severity: document.kind === "bucket-policy" ? "warning" : "error",
          message: `“${character}” (U+${code}) ${document.kind === "bucket-policy" ? "is easily mistaken here" : "cannot stand in this policy"}. Replace it, or share a prefix above it.`,
          path: one.path,
        };
      });
  },
};
