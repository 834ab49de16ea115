import type { Entry, StatementView } from "#core/lint/document-view.ts";
import type { Severity } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import { serviceOf, withoutEntry } from "#core/lint/statement-facts.ts";
import type { PolicyKind } from "#core/policy/document.ts";

interface OwnService {
  readonly service: string;
  readonly name: string;
  readonly severity: Severity;
}

/** A resource policy is asked about requests to its own service only. */
const OWN: Readonly<Partial<Record<PolicyKind, OwnService>>> = {
  "bucket-policy": { service: "s3", name: "A bucket policy", severity: "error" },
  "trust-policy": { service: "sts", name: "A trust policy", severity: "error" },
  "key-policy": { service: "kms", name: "A key policy", severity: "warning" },
};

export const foreignAction: Rule = {
  id: "foreign-action",
  severity: "error",
  why: "S3 refuses a bucket policy with actions of another service, IAM a trust policy. In a key policy they mean nothing.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
  of: "statement",
  check: (statement, { documents }) => {
    const own = OWN[statement.document.kind];
    if (own === undefined) return [];
    const view = documents.find(({ document }) => document.id === statement.document.id);
    return statement.actions.filter(isForeign(statement)).map((entry) => {
      const changes = withoutEntry(view, statement, "Action", entry);
      return {
        severity: own.severity,
        message: `${own.name} takes only ${own.service}: actions. Remove ${entry.text}.`,
        path: entry.path,
        fix: changes === undefined ? undefined : { label: `Remove ${entry.text}`, changes },
      };
    });
  },
};

/** Whether an action is of a service that the document is never asked about. */
export function isForeign({ document }: StatementView): (action: Entry) => boolean {
  const own = OWN[document.kind];
  return ({ text }) => {
    const service = serviceOf(text);
    return own !== undefined && /^[a-z0-9-]+$/.test(service) && service !== own.service;
  };
}
