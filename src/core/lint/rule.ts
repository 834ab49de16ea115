import type { JsonPath } from "#core/policy/json-place.ts";
import type { DocumentView, Matching, StatementView } from "./document-view.ts";
import type { Finding, Fix, Severity } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** What a rule has found; the rest of the finding is the same each time. */
export interface Hit {
  readonly message: string;
  /** Instead of the rule's own. */
  readonly severity?: Severity;
  /** From the document's root; of a rule about statements, the statement when left out. */
  readonly path?: JsonPath;
  readonly at?: string | undefined;
  readonly fix?: Fix | undefined;
}

interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  /** AWS's page. */
  readonly source: string;
}

/** One rule, one file. What AWS refuses and what we advise against are never said by the same hit. */
export type Rule = RuleText &
  (
    | {
        readonly of: "statement";
        readonly check: (statement: StatementView, sharing: Sharing) => readonly Hit[];
      }
    | {
        readonly of: "document";
        readonly check: (document: DocumentView, sharing: Sharing) => readonly Hit[];
      }
    | {
        readonly of: "agreement";
        readonly check: (sharing: Sharing) => readonly Hit[];
      }
  );

/** The subject with its documents read. */
export interface Sharing extends Omit<Subject, "documents"> {
  readonly documents: readonly DocumentView[];
  readonly matching: Matching;
}

/** All that a rule has to say about the agreement and these of its documents. */
export function findingsOf(
  rule: Rule,
  sharing: Sharing,
  documents: readonly DocumentView[],
): readonly Finding[] {
  switch (rule.of) {
    case "agreement":
      return rule.check(sharing).map((hit) => finding(rule, hit, [], {}));
    case "document":
      return documents.flatMap((view) =>
        rule.check(view, sharing).map((hit) => {
          const [element, index] = hit.path ?? [];
          const inStatement = element === "Statement" && typeof index === "number";
          return finding(rule, hit, [], {
            document: view.document.id,
            ...(inStatement ? { statementIndex: index } : {}),
          });
        }),
      );
    case "statement":
      return documents.flatMap(({ document, statements }) =>
        statements.flatMap((statement) =>
          rule.check(statement, sharing).map((hit) =>
            finding(rule, hit, statement.path, {
              document: document.id,
              statementIndex: statement.index,
            }),
          ),
        ),
      );
  }
}

function finding(
  { id, severity, why, source }: RuleText,
  { message, severity: own, path, at, fix }: Hit,
  usualPath: JsonPath,
  place: Pick<Finding, "document" | "statementIndex">,
): Finding {
  return {
    rule: id,
    severity: own ?? severity,
    message,
    why,
    source,
    ...place,
    path: path ?? usualPath,
    ...(at === undefined ? {} : { at }),
    ...(fix === undefined ? {} : { fix }),
  };
}
