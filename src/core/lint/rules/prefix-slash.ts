import type { Entry, StatementView } from "#core/lint/document-view.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";
import { bucketIn } from "#core/lint/statement-facts.ts";

/** A name that is cut off in the middle of a word; `2026-*` and `report_*` are meant so. */
const CUT = /[A-Za-z0-9]\*$/;

export const prefixSlash: Rule = {
  id: "prefix-slash",
  severity: "warning",
  why: "S3 has no folders: reports* matches reports/ and also reports-old/ and everything else that begins alike.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html",
  of: "statement",
  check: (statement, { agreement }) => {
    if (statement.effect !== "Allow") return [];
    const shared = new Set<string>(agreement.owner.locations.map(({ prefix }) => prefix));
    return [
      ...statement.resources.flatMap((entry) => {
        const isCut = CUT.test(entry.text) && entry.text.includes("/");
        if (!isCut || bucketIn(entry.text) === undefined) return [];
        return hitsOf(entry, entry.text.slice(entry.text.indexOf("/") + 1));
      }),
      ...prefixValues(statement).flatMap(({ entry, isPattern }) => {
        if (!shared.has(`${entry.text}/`)) return isPattern ? hitsOf(entry, entry.text) : [];
        // Only StringLike takes * for a wildcard.
        const value = `${entry.text}/${isPattern ? "*" : ""}`;
        return [
          {
            message: `A listing of “${entry.text}” also shows what begins alike. Let it end with a slash.`,
            path: entry.path,
            fix: { label: `Use ${value}`, changes: [{ path: entry.path, value }] },
          },
        ];
      }),
    ];
  },
};

function prefixValues({ conditions }: StatementView) {
  return conditions
    .filter(({ operator, key }) => key.toLowerCase() === "s3:prefix" && !operator.includes("Not"))
    .flatMap(({ operator, values }) =>
      values.map((entry) => ({ entry, isPattern: operator.includes("Like") })),
    );
}

function hitsOf({ text, path }: Entry, key: string): readonly Hit[] {
  if (!CUT.test(key)) return [];
  const start = text.slice(0, -1);
  return [
    {
      message: `${key} also matches ${key.slice(0, -1)}-old/ and whatever else begins alike. Put a slash before the *.`,
      path,
      fix: { label: `Use ${key.slice(0, -1)}/*`, changes: [{ path, value: `${start}/*` }] },
    },
  ];
}
