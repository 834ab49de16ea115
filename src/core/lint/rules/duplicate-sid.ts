import type { Rule } from "#core/lint/rule.ts";

export const duplicateSid: Rule = {
  id: "duplicate-sid",
  severity: "error",
  why: "Statement IDs must be unique in a policy, or AWS refuses it.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  of: "document",
  check: ({ statements }) => {
    const taken = new Set(statements.flatMap(({ sid }) => (sid === undefined ? [] : [sid])));
    const next = new Map<string, number>();
    return statements.flatMap(({ sid, path }) => {
      if (sid === undefined || sid === "") return [];
      let number = next.get(sid);
      if (number === undefined) {
        next.set(sid, 2);
        return [];
      }
      while (taken.has(`${sid}${number}`)) number += 1;
      next.set(sid, number);
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
