import { laidOut } from "#core/policy/json-layout.ts";
import { type JsonNode, jsonSource, memberOf } from "#core/policy/json-source.ts";

/** A statement of an existing policy. */
export interface SourceStatement {
  /** As it is written. */
  readonly text: string;
  readonly value: unknown;
  /** What stands between it and the one before, comma included; for the first, after the bracket. */
  readonly before: string;
}

/** The text of a policy, taken apart around its statements so that it can be put together again. */
export interface PolicySource {
  /** Up to the first bracket of Statement, bracket included. */
  readonly head: string;
  readonly statements: readonly SourceStatement[];
  /** From behind the last statement. */
  readonly tail: string;
  readonly style: Style;
  /** Statement was one object in place of a list. */
  readonly wasSingle: boolean;
  /** Undefined where the policy has none. */
  readonly version: string | undefined;
}

/** How statements are written here. */
interface Style {
  /** Between two statements. */
  readonly between: string;
  /** Before each line of a statement but its first. Undefined: everything stands on one line. */
  readonly indent: string | undefined;
  readonly unit: string;
}

/** Takes a policy apart; undefined for a text that is no policy. */
export function policySource(text: string): PolicySource | undefined {
  const root = jsonSource(text);
  const node = root === undefined ? undefined : memberOf(root, "Statement")?.value;
  if (root === undefined || node === undefined || node.kind === "plain") return undefined;
  const wasSingle = node.kind === "object";
  const items = wasSingle ? [node] : node.items;
  const opening = text.slice(0, node.start);
  const closing = text.slice(node.end);
  const statements = items.map((item, index): SourceStatement => {
    const from = items[index - 1]?.end ?? (wasSingle ? node.start : node.start + 1);
    const written = text.slice(item.start, item.end);
    return { text: written, value: JSON.parse(written), before: text.slice(from, item.start) };
  });
  const end = items.at(-1)?.end ?? node.start + 1;
  return {
    head: `${opening}[`,
    statements,
    tail: wasSingle ? `]${closing}` : text.slice(end),
    style: styleOf(text, statements, items),
    wasSingle,
    version: versionOf(text, root),
  };
}

function styleOf(
  text: string,
  statements: readonly SourceStatement[],
  items: readonly JsonNode[],
): Style {
  const last = statements.at(-1);
  const space = /\s*$/.exec(last?.before ?? "")?.[0] ?? "";
  const between = `,${space}`;
  if (!text.includes("\n")) return { between, indent: undefined, unit: "" };
  const item = items.at(-1);
  const lineStart = item === undefined ? 0 : text.lastIndexOf("\n", item.start) + 1;
  const indent = /^[\t ]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const inside = /\n([\t ]*)/.exec(last?.text ?? "")?.[1] ?? "";
  const unit = inside.startsWith(indent) ? inside.slice(indent.length) : "";
  return { between, indent, unit: unit === "" ? "  " : unit };
}

/** A statement as it would have been written here. */
export function statementText(statement: unknown, { indent, unit }: Style): string {
  const compact = JSON.stringify(statement);
  return indent === undefined ? compact : laidOut(compact, indent, unit);
}

/** The text of the policy with these statements; what is not changed is the same to the byte. */
export function policyText(
  source: PolicySource,
  statements: readonly Omit<SourceStatement, "value">[],
): string {
  const first = source.statements[0]?.before ?? "";
  const written = statements.map(({ text, before }, index) => {
    if (index === 0) return first + text;
    return (before.includes(",") ? before : source.style.between) + text;
  });
  return source.head + written.join("") + source.tail;
}

function versionOf(text: string, root: JsonNode): string | undefined {
  const node = memberOf(root, "Version")?.value;
  if (node === undefined) return undefined;
  const version: unknown = JSON.parse(text.slice(node.start, node.end));
  return typeof version === "string" ? version : "";
}

/** The same policy with Version 2012-10-17; everything else stays as it is written. */
export function withCurrentVersion(text: string): string {
  const root = jsonSource(text);
  if (root === undefined || root.kind !== "object") return text;
  const version = memberOf(root, "Version")?.value;
  if (version !== undefined) {
    return `${text.slice(0, version.start)}"2012-10-17"${text.slice(version.end)}`;
  }
  const first = root.members[0]?.start ?? root.start + 1;
  const space = text.slice(root.start + 1, first);
  return `${text.slice(0, first)}"Version": "2012-10-17",${space}${text.slice(first)}`;
}
