import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import type { Prepared } from "#core/methods/method.ts";
import { type BundledDocument, documentPath } from "#core/render/proof/proof-subject.ts";

/** The documents of a bundle's folder as they are there now, whoever has changed them. */
export async function readBundledDocuments(
  folder: string,
  { documents }: Prepared,
): Promise<Parsed<readonly BundledDocument[]>> {
  const read: BundledDocument[] = [];
  for (const document of documents) {
    const path = documentPath(document);
    const text = await textOf(join(folder, path));
    if (text === undefined) {
      return refused(
        `${path} is not in ${folder}, or cannot be read. Make the bundle again, or check its agreement.json by itself.`,
      );
    }
    read.push({ document, text });
  }
  return parsed(read);
}

export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
