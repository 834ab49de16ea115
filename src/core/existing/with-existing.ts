import type { Parsed } from "#core/brand.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { Issue } from "#core/parameters/parameter.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import { type MergedPolicy, mergePolicy } from "#core/policy/merge/merge-policy.ts";
import { type ChangeOfAccess, changeOfAccess } from "#core/proof/change/change-of-access.ts";
import type { ThereFinding } from "#core/proof/there/existing-input.ts";
import { judgeMerge } from "#core/proof/there/judge-merge.ts";
import { type OlderVersion, olderVersions } from "./older-versions.ts";
import { placeOfDocument, replacingDocuments } from "./replacing-document.ts";

/** The policies that are there, as `pastedPolicy` reads them, by the id of the document that joins them. */
export type Existing = ReadonlyMap<string, string>;

/** Ids of the older versions that are replaced, by the id of the document that replaces them. */
export type Replaced = ReadonlyMap<string, readonly string[]>;

/** How one document goes together with what is there. */
export interface DocumentMerge {
  readonly document: SharingPolicy;
  readonly existing: string;
  /** What may be older versions of ours; those that were chosen are replaced, the others stay. */
  readonly older: readonly OlderVersion[];
  readonly merged: Parsed<MergedPolicy>;
  readonly findings: readonly ThereFinding[];
  readonly change: ChangeOfAccess;
}

/** A sharing as it is put into place: with what is there already, where that is known. */
export interface TogetherWithExisting {
  readonly prepared: Prepared;
  readonly merges: readonly DocumentMerge[];
}

const NO_CHANGE: ChangeOfAccess = { changes: [], summary: "" };

/**
 * Lays a sharing's documents over what is there. What must not be done becomes an error of the
 * sharing, so that nothing is copied or bundled that would destroy something or not work.
 */
export function withExisting(
  prepared: Prepared,
  existing: Existing,
  replaced: Replaced = new Map(),
): TogetherWithExisting {
  const merges = replacingDocuments(prepared).flatMap((document): readonly DocumentMerge[] => {
    const there = existing.get(document.id);
    return there === undefined
      ? []
      : [mergeOf(prepared, document, there, replaced.get(document.id) ?? [])];
  });
  if (merges.length === 0) return { prepared, merges };
  const issues = [...prepared.issues, ...merges.flatMap(issuesOf)].toSorted(
    (one, other) => Number(one.severity !== "error") - Number(other.severity !== "error"),
  );
  return {
    prepared: {
      ...prepared,
      issues,
      complete: issues.every(({ severity }) => severity !== "error"),
      documents: prepared.documents.map((document) => {
        const merge = merges.find((one) => one.document.id === document.id);
        return merge === undefined ? document : mergedDocument(merge);
      }),
    },
    merges,
  };
}

function mergeOf(
  prepared: Prepared,
  document: SharingPolicy,
  existing: string,
  replaced: readonly string[],
): DocumentMerge {
  const ours = document.policy.Statement;
  const older = olderVersions(existing, ours);
  const chosen = older.filter(({ id }) => replaced.includes(id));
  const merged = mergePolicy(
    existing,
    ours,
    chosen.flatMap(({ statements }) => statements),
  );
  if (!merged.ok) return { document, existing, older, merged, findings: [], change: NO_CHANGE };
  const of = placeOfDocument(document, prepared);
  return {
    document,
    existing,
    older,
    merged,
    findings: judgeMerge(merged.value, of, document),
    change: changeOfAccess(existing, merged.value.text, of),
  };
}

function mergedDocument({ document, existing, merged }: DocumentMerge): SharingPolicy {
  if (!merged.ok) return document;
  const others = merged.value.statements.filter(({ whose }) => whose === "theirs").length;
  return {
    ...document,
    extent: "whole",
    merged: merged.value.text,
    reviewed: existing,
    summary: `${document.summary} Together with ${others} statement${others === 1 ? "" : "s"} that ${others === 1 ? "is" : "are"} there already.`,
  };
}

function issuesOf({ document, merged, findings }: DocumentMerge): readonly Issue[] {
  const issue = (severity: Issue["severity"], message: string): Issue => ({
    severity,
    message: `${document.title}: ${message}`,
    document: document.id,
  });
  if (!merged.ok) return [issue("error", merged.message)];
  return findings.flatMap(({ severity, message }) =>
    severity === "info" ? [] : [issue(severity, message)],
  );
}
