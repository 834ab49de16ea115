import { sha256OfText } from "#core/render/sha256.ts";

/**
 * Names the backups of one thing that is changed (a bucket's policy, a role's inline policy …).
 * The same in apply and undo, different for any two things, fit for every file system.
 */
export function recordId(kind: string, ...names: readonly string[]): string {
  const readable = names
    .map(nameInPath)
    .join("-")
    .replace(/[^A-Za-z0-9.-]+/g, "_");
  const digest = sha256OfText(JSON.stringify([kind, ...names])).slice(0, 8);
  return `${kind}-${readable.slice(0, 60)}-${digest}`;
}

function nameInPath(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
