import { strToU8, type Zippable, zipSync } from "fflate";
import type { Bundle } from "./bundle.ts";

/**
 * Without a zone: read and written in local time, so it is the same in the file everywhere. A real
 * date would make two zips of the same agreement differ.
 */
const FIXED_TIME = "2020-01-01T12:00:00";

/** As in "version made by" of a zip: the attributes are Unix ones. */
const UNIX = 3;
const REGULAR_FILE = 0o100000;

/** The bundle as one zip file; the same bundle gives the same bytes. Scripts for bash are executable. */
export function zipBundle({ name, files }: Bundle): Uint8Array {
  const entries = [...files].map(([path, text]): [string, Zippable[string]] => [
    `${name}/${path}`,
    [
      strToU8(text),
      {
        mtime: FIXED_TIME,
        os: UNIX,
        attrs: (REGULAR_FILE | (path.endsWith(".sh") ? 0o755 : 0o644)) << 16,
      },
    ],
  ]);
  return zipSync(Object.fromEntries(entries), { level: 9 });
}
