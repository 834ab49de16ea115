import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import { openLink } from "#core/link/link.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { Terminal } from "./terminal.ts";

const MAX_FILE_BYTES = 1_048_576;
const AGREEMENT = "agreement.json";
const STANDARD_INPUT = "-";
const LOOKS_LIKE_A_LINK = /^https?:|[#?&]|%23/i;

/** What was given, read: which method, which values, and what had to be said about reading them. */
export interface Sharing {
  readonly method: Method;
  readonly draft: Draft;
  readonly said: readonly string[];
}

/** `source` is a file's name, a bundle's folder, `-`, or a link. */
export async function readSharing(source: string, terminal: Terminal): Promise<Parsed<Sharing>> {
  if (source === STANDARD_INPUT) return readText(await allLines(terminal));
  const folder = await bundleFolder(source);
  const file = await readWhole(folder === undefined ? source : join(folder, AGREEMENT));
  if (folder !== undefined && file === undefined) {
    return refused(`There is no ${AGREEMENT} in ${folder}: it is no bundle.`);
  }
  if (file) return file.ok ? readText(file.value) : file;
  if (LOOKS_LIKE_A_LINK.test(source)) return readLink(source);
  return refused(`There is no file ${source}, and it is no link either.`);
}

/** The source, when it is a folder. */
export async function bundleFolder(source: string): Promise<string | undefined> {
  try {
    return (await stat(source)).isDirectory() ? source : undefined;
  } catch {
    return undefined;
  }
}

function readText(text: string): Parsed<Sharing> {
  return text.trimStart().startsWith("{") ? readAgreement(text) : readLink(text);
}

function readAgreement(text: string): Parsed<Sharing> {
  const read = readAgreementFile(text, METHODS);
  if (!read.ok) return read;
  const method = METHODS.find(({ id }) => id === read.draft.method);
  if (!method) return refused(`The method “${read.draft.method}” is not known here.`);
  return parsed({ method, draft: read.draft, said: read.warnings });
}

function readLink(text: string): Parsed<Sharing> {
  const link = openLink(text.trim(), METHODS);
  if (link.kind === "opened") {
    const { method, draft, repairs, warnings } = link;
    return parsed({ method, draft, said: [...repairs, ...warnings] });
  }
  if (link.kind === "refused") return refused(`${link.message} In a shell, put it in quotes.`);
  return refused(
    "This carries no values: it is neither a link to a sharing nor an agreement.json.",
  );
}

/** Undefined when there is no such file. */
async function readWhole(path: string): Promise<Parsed<string> | undefined> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) return refused(`${path} is larger than 1 MiB: it is no agreement.`);
    return parsed(await readFile(path, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENAMETOOLONG" || code === "ENOTDIR") return undefined;
    return refused(`${path} cannot be read (${String(code)}).`);
  }
}

async function allLines(terminal: Terminal): Promise<string> {
  const lines: string[] = [];
  let length = 0;
  for await (const line of terminal.lines()) {
    length += line.length;
    if (length > MAX_FILE_BYTES) break;
    lines.push(line);
  }
  return lines.join("\n");
}
