import type { Rule } from "#core/lint/rule.ts";

/** Bucket and key policies tolerate blanks and more; IAM does not. */
export const invalidSid: Rule = {
  id: "invalid-sid",
  severity: "error",
  why: "IAM takes only the letters A–Z and a–z and the digits 0–9 in a Sid, and refuses the policy otherwise.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  of: "document",
  check: ({ document, statements }) => {
    if (document.kind !== "identity-policy" && document.kind !== "trust-policy") return [];
    const taken = new Set(statements.map(({ sid }) => sid));
    return statements.flatMap(({ json, path }) => {
      const sid = json["Sid"];
      if (sid === undefined || (typeof sid === "string" && /^[A-Za-z0-9]*$/.test(sid))) return [];
      const valid = typeof sid === "string" ? sid.replace(/[^A-Za-z0-9]/g, "") : "";
      const at = [...path, "Sid"];
      return [
        {
          message: "This Sid has a character other than letters and digits. Remove it.",
          path: at,
          fix:
            valid === "" || taken.has(valid)
              ? { label: "Remove the Sid", changes: [{ path: at, value: undefined }] }
              : { label: `Use ${valid}`, changes: [{ path: at, value: valid }] },
        },
      ];
    });
  },
};
