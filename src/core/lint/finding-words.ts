import type { SharingDocument } from "#core/policy/document.ts";
import { SIDE_FOLDERS } from "#core/side.ts";
import type { Finding, Findings } from "./finding.ts";

/** Over the two lists in files. */
export const LIST_TITLES: Readonly<Record<keyof Findings, string>> = {
  errors: "What AWS refuses",
  advice: "What we advise against",
};

/** "account-a/01-bucket-policy.json, statement 2"; a parameter's id for what is about the agreement alone. */
export function findingPlace(
  { document, statementIndex, at }: Finding,
  documents: readonly SharingDocument[],
): string {
  const found = documents.find(({ id }) => id === document);
  if (found === undefined) return at ?? "";
  const path = `${SIDE_FOLDERS[found.side]}/${found.fileName}`;
  return statementIndex === undefined ? path : `${path}, statement ${statementIndex + 1}`;
}
