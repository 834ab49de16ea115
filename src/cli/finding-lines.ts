import type { Finding, Findings } from "#core/lint/finding.ts";
import { findingPlace, LIST_TITLES } from "#core/lint/finding-words.ts";
import { findings } from "#core/lint/findings.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { Proven } from "#core/render/proof/proof-subject.ts";

/** What is found in these documents. */
export function findingsOn({ prepared, documents }: Proven, now: Date): Findings {
  return findings({ ...prepared, documents, today: now.toISOString().slice(0, 10) });
}

/** Two lists, each under its title. */
export function findingLines({ errors, advice }: Findings, prepared: Prepared): readonly string[] {
  const list = (title: string, found: readonly Finding[]) => [
    `${title}:${found.length === 0 ? " nothing" : ""}`,
    ...found.flatMap((finding) => lines(finding, prepared)),
  ];
  return [...list(LIST_TITLES.errors, errors), ...list(LIST_TITLES.advice, advice)];
}

function lines(finding: Finding, { documents }: Prepared): readonly string[] {
  const { severity, message, why, source } = finding;
  const place = findingPlace(finding, documents);
  return [
    `  ${[severity, place, message].filter(Boolean).join(": ")}`,
    `    ${why}`,
    `    ${source}`,
  ];
}
