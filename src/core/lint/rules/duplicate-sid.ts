import type { Rule } from "#core/lint/rule.ts";

export const duplicateSid: Rule = {
  id: "duplicate-sid",
  severity: "error",
  why: "Statement IDs must be unique in a policy, or AWS refuses it.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  of: "document",
  check: ({ statements }) => {
    const taken = new Set(statements.flatMap(({ sid }) => (sid === undefined ? [] : [sid])));
    const seen = new Set<string>();
    return statements.flatMap(({ sid, path }) => {
      if (sid === undefined || sid === "" || !seen.has(sid)) {
        seen.add(sid ?? "");
        return [];
      }
      let number = 2;
      while (taken.has(`${sid}${number}`)) number += 1;
      const free = `${sid}${number}`;
      taken.add(free);
      return [
        {
          message: `The Sid “${sid}” is used twice. Give each statement its own.`,
          path: [...path, "Sid"],
          fix: { label: `Use ${free}`, changes: [{ path: [...path, "Sid"], value: free }] },
        },
      ];
    });
  },
};
