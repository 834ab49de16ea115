import { createHash } from "node:crypto";

/**
 * What the built page may do: run its own scripts, show its own styles, fonts and pictures, start
 * its own workers. It may connect to what it is given, AWS's STS endpoints, and to nothing else,
 * not even to its own host. Hosts that can send headers should add `frame-ancestors 'none'`, which
 * a meta element cannot say.
 */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  // Monaco places each line of text by a style attribute. Attributes can hide or move an element,
  // not load or run anything; style elements stay forbidden.
  "style-src-attr": ["'unsafe-inline'"],
  "font-src": ["'self'"],
  // Monaco's style sheet draws squiggles from data URLs.
  "img-src": ["'self'", "data:"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  // No text becomes markup or a script's address except by a policy that a script has made;
  // see src/ui/shell/trusted-scripts.ts. Monaco makes its own for the markup of its lines.
  "require-trusted-types-for": ["'script'"],
};

const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style>([\s\S]*?)<\/style>/g;

/**
 * The policy for a finished page: its inline scripts and styles are allowed by their hashes, no
 * others; connections to these origins, and no others.
 */
export function contentSecurityPolicy(html: string, connections: readonly string[]): string {
  const added: Readonly<Record<string, readonly string[]>> = {
    "script-src": hashes(html, INLINE_SCRIPT),
    "style-src": hashes(html, INLINE_STYLE),
  };
  const connecting = connections.length === 0 ? {} : { "connect-src": connections };
  return Object.entries({ ...DIRECTIVES, ...connecting })
    .map(([name, sources]) => [name, ...sources, ...(added[name] ?? [])].join(" "))
    .join("; ");
}

/** Puts the policy first in the head: what stands before it would not be governed by it. */
export function withContentSecurityPolicy(html: string, connections: readonly string[]): string {
  const policy = contentSecurityPolicy(html, connections);
  const charset = /<meta charset="utf-8" ?\/?>/i;
  if (!charset.test(html)) throw new Error("The page has no <meta charset>.");
  return html.replace(
    charset,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

function hashes(html: string, inline: RegExp): readonly string[] {
  return [...html.matchAll(inline)].map(
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
}
