import { asksFor } from "#core/parameters/asks-for.ts";
import { isPolicy } from "#core/policy/document.ts";
import { policySource } from "#core/policy/merge/policy-source.ts";
import { columnsOf } from "#core/proof/columns.ts";
import { statementName } from "#core/proof/explanation.ts";
import type { Matrix } from "#core/proof/matrix.ts";
import { code, prose, table } from "#core/render/markdown.ts";
import { type BundledDocument, documentPath, type Proven } from "./proof-subject.ts";

/** What was agreed, in a line for each location: the answers are judged by it. */
export function agreedLines({ prepared: { agreement, method } }: Proven): string {
  const { owner, consumer } = agreement;
  const whom = asksFor(method, "consumer.account")
    ? `account ${consumer.account}`
    : "a third party without an account of its own";
  return [
    prose(`Account ${owner.account} owns the data, ${whom} may:`),
    "",
    ...owner.locations.map(
      ({ bucket, prefix, access }) =>
        `- ${prose(access.join(", "))} ${code(`${bucket}/${prefix}`)}`,
    ),
  ].join("\n");
}

/** Each name of the tables below, and whom it means. */
export function askerTable({ sections }: Matrix): string {
  const askers = new Map<string, readonly string[]>();
  const columns = sections.flatMap((section) => columnsOf(section));
  for (const { label, principals, actor } of columns) {
    const arns = principals.length === 0 ? [actor.principalArn] : principals.map(({ arn }) => arn);
    askers.set(label, [...new Set([...(askers.get(label) ?? []), ...arns])]);
  }
  return table(
    ["Who asks", "As"],
    [...askers].map(([label, arns]) => [
      prose(label),
      arns.map((arn) => (arn === "*" ? "anonymous" : code(arn))).join("<br>"),
    ]),
  );
}

/** Every statement of the documents, with the answers that it decides; one that decides none is to be read by itself. */
export function statementTable({ matrix, documents }: Proven): string {
  const decided = decidedTitles(matrix);
  const rows = documents.flatMap(({ document, text }: BundledDocument) => {
    if (!isPolicy(document)) return [];
    const statements = policySource(text)?.statements ?? [];
    return statements.map(({ value }, statementIndex) => {
      const titles = [...(decided.get(`${document.id} ${statementIndex}`) ?? [])];
      const sid = textOf(value, "Sid");
      const name = statementName({
        statementIndex,
        ...(sid === undefined ? {} : { sid }),
      });
      return [
        code(documentPath(document)),
        prose(name),
        prose(textOf(value, "Effect") ?? ""),
        titles.length === 0 ? "**none of the answers above**" : titles.map(prose).join("; "),
      ];
    });
  });
  return table(["File", "Statement", "Effect", "Decides"], rows);
}

function decidedTitles({ sections }: Matrix): ReadonlyMap<string, ReadonlySet<string>> {
  const titles = new Map<string, Set<string>>();
  for (const { title, cells } of sections.flatMap(({ rows }) => rows)) {
    for (const { document, statementIndex } of cells.flatMap(({ decidedBy }) => [...decidedBy])) {
      const key = `${document} ${statementIndex}`;
      titles.set(key, (titles.get(key) ?? new Set()).add(title));
    }
  }
  return titles;
}

function textOf(statement: unknown, element: "Sid" | "Effect"): string | undefined {
  if (typeof statement !== "object" || statement === null) return undefined;
  const value: unknown = Object.entries(statement).find(([name]) => name === element)?.[1];
  return typeof value === "string" && value !== "" ? value : undefined;
}
