import { readFile, stat } from "node:fs/promises";
import { arnRegion } from "#core/aws/arn.ts";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import type { OlderVersion } from "#core/existing/older-versions.ts";
import { replacingDocuments, wantedFor } from "#core/existing/replacing-document.ts";
import { type DocumentMerge, withExisting } from "#core/existing/with-existing.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import { PASTED_POLICY_MAX_CHARACTERS, pastedPolicy } from "#core/policy/intake/pasted-policy.ts";
import type { ExistingFile } from "./arguments.ts";

interface Together {
  readonly prepared: Prepared;
  /** How the files were read, and what the merged policies change. */
  readonly told: readonly string[];
}

/** Reads the policies that are there and merges the sharing's documents with them. */
export async function readExisting(
  prepared: Prepared,
  files: readonly ExistingFile[],
  replacedSids: readonly string[],
): Promise<Parsed<Together>> {
  const existing = new Map<string, string>();
  const told: string[] = [];
  for (const file of files) {
    const found = documentFor(prepared, file);
    if (!found.ok) return found;
    const { document, path } = found.value;
    if (existing.has(document.id))
      return refused(`${document.title}: two files were given for it.`);
    const text = await readText(path);
    if (!text.ok) return text;
    const policy = pastedPolicy(text.value, wantedFor(document));
    if (!policy.ok) return refused(`${path}: ${policy.message}`);
    existing.set(document.id, policy.value.text);
    told.push(...policy.value.said.map((sentence) => `${path}: ${sentence}`));
  }
  const found = withExisting(prepared, existing).merges;
  const unknown = replacedSids.find((sid) => !found.some(({ older }) => named(older, sid)));
  if (unknown !== undefined)
    return refused(
      `--replace-older ${unknown}: ${whatIsOlder(found.flatMap(({ older }) => older))}`,
    );
  const replaced = new Map(
    found.map(({ document, older }) => [
      document.id,
      older
        .filter(({ sids }) => sids.some((sid) => replacedSids.includes(sid)))
        .map(({ id }) => id),
    ]),
  );
  const together = withExisting(prepared, existing, replaced);
  return parsed({
    prepared: together.prepared,
    told: [
      ...told,
      ...together.merges.flatMap((merge) => [
        ...toldOf(merge),
        ...merge.older
          .filter(({ id }) => replaced.get(merge.document.id)?.includes(id) !== true)
          .map((older) => `${merge.document.title}: ${staysSentence(older)}`),
      ]),
    ],
  });
}

function toldOf({ document, merged, findings, change }: DocumentMerge): readonly string[] {
  if (!merged.ok) return [];
  const infos = findings
    .filter(({ severity }) => severity === "info")
    .map(({ message }) => message);
  return [
    ...merged.value.said,
    ...infos,
    ...change.changes.map(({ sentence }) => sentence),
    change.summary,
  ].map((sentence) => `${document.title}: ${sentence}`);
}

const named = (older: readonly OlderVersion[], sid: string): boolean =>
  older.some(({ sids }) => sids.includes(sid));

function whatIsOlder(older: readonly OlderVersion[]): string {
  const sids = older.flatMap((one) => one.sids);
  return sids.length === 0
    ? "nothing that is there looks like an older version of this sharing."
    : `only these look like an older version of this sharing: ${sids.join(", ")}.`;
}

function staysSentence({ sids, who, sameSids }: OlderVersion): string {
  const doubt = sameSids ? "" : ", or like another sharing with the same people";
  return `${sids.join(", ")} for ${who} ${sids.length === 1 ? "looks" : "look"} like an older version of ours${doubt}, and ${sids.length === 1 ? "stays" : "stay"}. To replace: --replace-older ${sids[0]}`;
}

interface Found {
  readonly document: SharingPolicy;
  readonly path: string;
}

function documentFor(prepared: Prepared, { kind, given }: ExistingFile): Parsed<Found> {
  const option = `--existing-${kind}`;
  const documents = replacingDocuments(prepared).filter((document) => document.kind === kind);
  const names = documents.map(nameOf);
  if (documents.length === 0) {
    return refused(`${option}: this sharing puts no ${kind.replace("-", " ")}.`);
  }
  const separator = given.indexOf("=");
  const named = documents.find((document) => nameOf(document) === given.slice(0, separator));
  if (separator > 0 && named !== undefined) {
    return parsed({ document: named, path: given.slice(separator + 1) });
  }
  const [only] = documents;
  if (only !== undefined && documents.length === 1) return parsed({ document: only, path: given });
  return refused(`${option}: say whose it is, as NAME=FILE. NAME is one of ${names.join(", ")}.`);
}

/** The bucket, the region of the S3 Access Grants instance, the key's ID or the role's name. */
function nameOf({ attachedTo }: SharingPolicy): string {
  const [attachment] = attachedTo;
  if (attachment?.kind === "bucket") return attachment.bucket;
  if (attachment?.kind === "access-grants-instance") return arnRegion(attachment.arn);
  const arn =
    attachment?.kind === "key"
      ? attachment.keyArn
      : attachment?.kind === "role"
        ? attachment.arn
        : "";
  return arn.slice(arn.lastIndexOf("/") + 1);
}

async function readText(path: string): Promise<Parsed<string>> {
  try {
    const { size } = await stat(path);
    if (size > 2 * PASTED_POLICY_MAX_CHARACTERS) {
      return refused(`${path} is larger than 1 MiB: it is no policy.`);
    }
    const bytes = await readFile(path);
    // Windows PowerShell's > writes UTF-16.
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return parsed(bytes.toString(isUtf16 ? "utf16le" : "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return refused(
      code === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read (${String(code)}).`,
    );
  }
}
