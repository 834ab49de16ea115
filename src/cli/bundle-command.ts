import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { linkFragment } from "#core/link/link.ts";
import { type Bundle, bundle } from "#core/render/bundle.ts";
import { zipBundle } from "#core/render/zip.ts";
import type { ExistingFile } from "./arguments.ts";
import { issueLines } from "./check-command.ts";
import { readExisting } from "./read-existing.ts";
import { readSharing } from "./read-sharing.ts";
import { DONE, type Status, type Terminal, WRONG } from "./terminal.ts";

export interface BundleOptions {
  readonly folder: string;
  readonly zip: boolean;
  readonly force: boolean;
  readonly base: string;
  readonly existing: readonly ExistingFile[];
  readonly replaced: readonly string[];
}

/** Writes what the page would let a person download, byte for byte. */
export async function writeBundle(
  source: string,
  options: BundleOptions,
  terminal: Terminal,
): Promise<Status> {
  const sharing = await readSharing(source, terminal);
  if (!sharing.ok) {
    terminal.complain(sharing.message);
    return WRONG;
  }
  const { method, draft, said } = sharing.value;
  for (const sentence of said) terminal.complain(`note: ${sentence}`);
  const there = await readExisting(method.prepare(draft), options.existing, options.replaced);
  if (!there.ok) {
    terminal.complain(there.message);
    return WRONG;
  }
  const { prepared, told } = there.value;
  for (const sentence of told) terminal.complain(`note: ${sentence}`);
  for (const line of issueLines(prepared)) terminal.complain(line);
  const link = `${options.base}#${linkFragment(method, draft, { step: "review", side: "owner" })}`;
  const made = bundle(prepared, { link, edits: new Map() });
  if (!made.ok) {
    terminal.complain(made.message);
    return WRONG;
  }
  const files = options.zip ? zipFile(made.value) : [...made.value.files];
  return write(files, options, terminal);
}

type File = readonly [path: string, content: string | Uint8Array];

function zipFile(made: Bundle): readonly File[] {
  return [[`${made.name}.zip`, zipBundle(made)]];
}

async function write(
  files: readonly File[],
  { folder, force }: BundleOptions,
  terminal: Terminal,
): Promise<Status> {
  const root = resolve(folder);
  try {
    const present = await entriesOf(root);
    if (present.length > 0 && !force) {
      terminal.complain(
        `${folder} is not empty. Name another directory, or let --force replace files in it.`,
      );
      return WRONG;
    }
    for (const [path, content] of files) {
      const target = join(root, path);
      if (!target.startsWith(root + sep)) throw new Error(`${path} leads out of ${folder}`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content, { mode: path.endsWith(".sh") ? 0o755 : 0o644 });
      terminal.say(join(folder, path));
    }
    return DONE;
  } catch (error) {
    terminal.complain(`${folder} could not be written: ${String(error)}`);
    return WRONG;
  }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
