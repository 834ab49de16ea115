import type { SharingDocument } from "#core/policy/document.ts";
import type { Finding, Findings } from "./finding.ts";

/** Over the two lists, on screen and in files. */
export const LIST_TITLES: Readonly<Record<keyof Findings, string>> = {
  errors: "What AWS refuses",
  advice: "What we advise against",
};

/** "Bucket policy · acme-share-data, statement 2"; a parameter's id for what is about the agreement alone. */
export function placeInWords(
  { document, statementIndex, at }: Finding,
  documents: readonly SharingDocument[],
): string {
  const found = documents.find(({ id }) => id === document);
  if (found === undefined) return at ?? "";
  return statementIndex === undefined
    ? found.title
    : `${found.title}, statement ${statementIndex + 1}`;
}
