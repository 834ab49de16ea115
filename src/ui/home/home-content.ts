import { linkFragment } from "#core/link/link.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Method, Prepared, TradeOffs } from "#core/methods/method.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import { canonicalJson } from "#core/policy/canonical.ts";
import {
  isPolicy,
  type OneOrMany,
  type SharingDocument,
  type Statement,
} from "#core/policy/document.ts";
import { SIDES, type Side } from "#core/side.ts";

export interface MethodTile {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly tradeOffs: TradeOffs;
  readonly href: string;
}

export interface Example {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly href: string;
}

export interface MethodExamples {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

/** One account's half of an example: an excerpt of its document, cut where the halves must match. */
export interface Half {
  readonly side: Side;
  readonly title: string;
  readonly account: string;
  readonly parts: readonly { readonly text: string; readonly match?: "principal" | "resource" }[];
}

export interface HomeContent {
  readonly methods: readonly MethodTile[];
  readonly examples: readonly MethodExamples[];
  readonly halves: readonly Half[];
}

/** A file of `examples/`. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

/**
 * All that the start page says about methods and examples. It runs while the page is built, so
 * that the start page itself loads nothing of core.
 */
export function homeContent(files: readonly ExampleFile[]): HomeContent {
  const read = files.map(readExample);
  const examplesOf = (method: Method) =>
    read
      .filter(({ prepared }) => prepared.method.id === method.id)
      .map(({ example }) => example)
      .sort((one, other) => plainFirst(method, one, other));
  const groups = METHODS.map((method) => ({
    id: method.id,
    title: method.title,
    examples: examplesOf(method),
  })).filter(({ examples }) => examples.length > 0);
  const first = groups[0]?.examples[0];
  return {
    methods: METHODS.map((method) => ({
      id: method.id,
      title: method.title,
      summary: method.summary,
      tradeOffs: method.tradeOffs,
      href: `#/${method.id}/${method.steps[0]?.id ?? "review"}`,
    })),
    examples: groups,
    halves: halvesOf(read.find(({ example }) => example.id === first?.id)?.prepared),
  };
}

/** The example named like its method is the usual case; variants follow by name. */
function plainFirst(method: Method, one: Example, other: Example): number {
  if (one.id === method.id) return -1;
  if (other.id === method.id) return 1;
  return one.id < other.id ? -1 : 1;
}

function readExample({ name, text }: ExampleFile): {
  readonly example: Example;
  readonly prepared: Prepared;
} {
  const read = readAgreementFile(text, METHODS);
  if (!read.ok) throw new Error(`examples/${name}: ${read.message}`);
  const method = METHODS.find(({ id }) => id === read.draft.method);
  if (method === undefined) throw new Error(`examples/${name} names no known method`);
  const told = JSON.parse(text) as { readonly title?: unknown; readonly description?: unknown };
  if (typeof told.title !== "string" || typeof told.description !== "string") {
    throw new Error(`examples/${name} needs a "title" and a "description"`);
  }
  return {
    example: {
      id: name.replace(/\.json$/, ""),
      title: told.title,
      description: told.description,
      href: `#${linkFragment(method, read.draft, { step: "review" })}`,
    },
    prepared: method.prepare(read.draft),
  };
}

function halvesOf(prepared: Prepared | undefined): readonly Half[] {
  if (prepared === undefined) return [];
  return SIDES.flatMap((side) => {
    const found = readingStatement(prepared.documents.filter((document) => document.side === side));
    return found === undefined ? [] : [half(side, prepared, found.document, found.statement)];
  });
}

function readingStatement(documents: readonly SharingDocument[]) {
  for (const document of documents) {
    const statement = document.policy?.Statement.find(({ Effect, Action }) =>
      Effect === "Allow" ? many(Action).includes("s3:GetObject") : false,
    );
    if (statement !== undefined) return { document, statement };
  }
  return undefined;
}

function half(
  side: Side,
  prepared: Prepared,
  document: SharingDocument,
  statement: Statement,
): Half {
  const { Effect, Principal, Action, Resource } = statement;
  const shown = {
    Effect,
    ...(Principal === undefined ? {} : { Principal }),
    ...(Action === undefined ? {} : { Action }),
    ...(Resource === undefined ? {} : { Resource }),
  };
  const matches = [
    ...principals(prepared).map((text) => ({ text, match: "principal" as const })),
    ...many(Resource).map((text) => ({ text, match: "resource" as const })),
  ];
  return {
    side,
    title: document.title,
    account: String(prepared.draft[side]["account"] ?? ""),
    parts: cut(listsOnOneLine(canonicalJson(shown)), matches),
  };
}

/** An excerpt has less room than a document. */
function listsOnOneLine(json: string): string {
  return json.replace(/\[\s+("[^\]]*")\s+\]/g, (_, items: string) => {
    return `[${items.replace(/,\s+/g, ", ")}]`;
  });
}

/** The principals that the owner's documents name. */
function principals(prepared: Prepared): readonly string[] {
  return prepared.documents
    .filter(isPolicy)
    .flatMap(({ policy }) =>
      policy.Statement.flatMap(({ Principal }) =>
        typeof Principal === "object" ? Object.values(Principal).flatMap(many) : [],
      ),
    );
}

function cut(text: string, matches: readonly { text: string; match: "principal" | "resource" }[]) {
  const parts: { text: string; match?: "principal" | "resource" }[] = [];
  let rest = text;
  while (rest !== "") {
    const next = matches
      .map((match) => ({ ...match, at: rest.indexOf(`"${match.text}"`) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (next === undefined) {
      parts.push({ text: rest });
      break;
    }
    const quoted = `"${next.text}"`;
    if (next.at > 0) parts.push({ text: rest.slice(0, next.at) });
    parts.push({ text: quoted, match: next.match });
    rest = rest.slice(next.at + quoted.length);
  }
  return parts;
}

function many(value: OneOrMany | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
