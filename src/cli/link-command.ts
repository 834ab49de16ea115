import { linkFragment } from "#core/link/link.ts";
import type { Side } from "#core/side.ts";
import { readSharing } from "./read-sharing.ts";
import { DONE, type Status, type Terminal, WRONG } from "./terminal.ts";

export async function printLink(
  source: string,
  side: Side | undefined,
  base: string,
  terminal: Terminal,
): Promise<Status> {
  const sharing = await readSharing(source, terminal);
  if (!sharing.ok) {
    terminal.complain(sharing.message);
    return WRONG;
  }
  const { method, draft, said } = sharing.value;
  for (const sentence of said) terminal.complain(`note: ${sentence}`);
  terminal.say(`${base}#${linkFragment(method, draft, { step: "review", side })}`);
  return DONE;
}
