import type { Finding, Findings } from "#core/lint/finding.ts";
import { findingPlace, LIST_TITLES } from "#core/lint/finding-words.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { code, codeBlock, prose } from "./markdown.ts";

/** The findings.md of a bundle: the documents as they are bundled, hand edits included. */
export function findingsText(
  findings: Findings,
  documents: readonly SharingDocument[],
  link: string,
): string {
  const list = (found: readonly Finding[]) =>
    found.length === 0
      ? "Nothing."
      : found.map((finding) => itemText(finding, documents)).join("\n");
  return `${[
    "# Findings",
    "Made by S3 Handshake: the documents of this folder, judged by AWS's rules as they stand. To see them at their places, open:",
    codeBlock("", link),
    `## ${LIST_TITLES.errors}`,
    list(findings.errors),
    `## ${LIST_TITLES.advice}`,
    list(findings.advice),
  ].join("\n\n")}\n`;
}

function itemText(finding: Finding, documents: readonly SharingDocument[]): string {
  const { severity, message, why, source } = finding;
  const place = findingPlace(finding, documents);
  const where = place === "" ? "" : ` (${code(place)})`;
  return `- **${severity}**${where}: ${prose(message)} ${prose(why)} ${source}`;
}
