import type { Credentials } from "#core/credentials/credentials.ts";
import { type CredentialsBox, readBox } from "./credentials-form.tsx";

/** Reads the box and empties it at once: what was in it is then in the call only. */
export function takeFrom(box: CredentialsBox): Credentials | undefined {
  const read = readBox(box);
  if (box.current !== null) box.current.value = "";
  return read.ok ? read.value.credentials : undefined;
}
