import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { isPolicy } from "#core/policy/document.ts";
import { type DocumentView, documentView } from "./document-view.ts";
import type { Finding, Findings } from "./finding.ts";
import { fixedText } from "./fixed-text.ts";
import { RULES } from "./index.ts";
import { type ActionFacts, actionsMatching } from "./reference.ts";
import { findingsOf, type Sharing } from "./rule.ts";
import type { Subject } from "./subject.ts";

/**
 * Everything there is to say about a sharing's documents, as they stand, and about its agreement.
 * Never throws, whatever the texts. Documents that were made with placeholders cannot be used yet, and what is no
 * policy has no rules here: they are left out. A fix that is offered takes its finding away and adds nothing that AWS refuses.
 */
export function findings(subject: Subject): Findings {
  const matching = remembered(actionsMatching);
  const documents = subject.documents
    .flatMap(({ document, text }) => (isPolicy(document) ? [{ document, text }] : []))
    .filter(
      ({ document, text }) =>
        !hasPlaceholder(text) || !hasPlaceholder(JSON.stringify(document.policy)),
    )
    .map((linted) => documentView(linted, matching));
  const sharing = { ...subject, documents, matching };
  const order = new Map(documents.map(({ document }, index) => [document.id, index]));
  const place = ({ document, statementIndex }: Finding) =>
    (order.get(document ?? "") ?? -1) * STATEMENTS_MOST + (statementIndex ?? -1);
  const all = withTriedFixes(judged(sharing, documents), sharing).toSorted(
    (one, other) => place(one) - place(other),
  );
  const ofSeverity = (severity: Finding["severity"]) =>
    all.filter((finding) => finding.severity === severity);
  return {
    errors: ofSeverity("error"),
    advice: [...ofSeverity("warning"), ...ofSeverity("note")],
  };
}

/** What is said about the agreement alone: cheap enough for every keystroke. */
export function agreementFindings(subject: Omit<Subject, "documents">): readonly Finding[] {
  const sharing = { ...subject, documents: [], matching: actionsMatching };
  return RULES.filter((rule) => rule.of === "agreement").flatMap((rule) =>
    findingsOf(rule, sharing, []),
  );
}

/** More than fit into any document of AWS. */
const STATEMENTS_MOST = 1_000_000;

function judged(sharing: Sharing, documents: readonly DocumentView[]): readonly Finding[] {
  return RULES.flatMap((rule) => findingsOf(rule, sharing, documents));
}

/**
 * Characters of documents that are judged again to try fixes: some sixty of a usual document, six of
 * the largest. The other fixes come when these are made.
 */
const TRIED_MOST = 120_000;

function withTriedFixes(all: readonly Finding[], sharing: Sharing): readonly Finding[] {
  const lengths = new Map(
    sharing.documents.map(({ document, text }) => [document.id, text.length]),
  );
  const merged = new Set<string | undefined>(
    sharing.documents.flatMap(({ document }) =>
      document.merged === undefined ? [] : [document.id],
    ),
  );
  let left = TRIED_MOST;
  return all.map((finding) => {
    if (finding.fix === undefined) return finding;
    const { fix: _fix, ...rest } = finding;
    // Others have written in it too: nothing of theirs is changed in one step.
    if (merged.has(finding.document)) return rest;
    left -= lengths.get(finding.document ?? "") ?? 0;
    return left >= 0 && isGood(finding, all, sharing) ? finding : rest;
  });
}

function isGood(finding: Finding, all: readonly Finding[], sharing: Sharing): boolean {
  const view = sharing.documents.find(({ document }) => document.id === finding.document);
  if (view === undefined || finding.fix === undefined) return false;
  const changed = documentView({ ...view, text: fixedText(view, finding.fix) }, sharing.matching);
  const documents = sharing.documents.map((one) => (one === view ? changed : one));
  const before = all.filter(({ document }) => document === finding.document);
  const after = judged({ ...sharing, documents }, [changed]).filter(
    ({ document }) => document === finding.document,
  );
  const isSame = ({ rule, message }: Finding) =>
    rule === finding.rule && message === finding.message;
  const isError = ({ severity }: Finding) => severity === "error";
  return (
    after.filter(isSame).length < before.filter(isSame).length &&
    after.filter(isError).length <= before.filter(isError).length - Number(isError(finding))
  );
}

/** The same patterns come again in every statement, and every rule asks for them. */
function remembered(
  compute: (pattern: string) => readonly ActionFacts[],
): (pattern: string) => readonly ActionFacts[] {
  const known = new Map<string, readonly ActionFacts[]>();
  return (pattern) => {
    const found = known.get(pattern) ?? compute(pattern);
    known.set(pattern, found);
    return found;
  };
}
