import type { EffectiveDocument } from "#core/policy/edits.ts";
import type { CanCopy } from "#ui/wizard/sharing-context.tsx";

/** Nothing half-finished leaves the page: neither a placeholder nor an edit that is no policy. */
export function documentGate(canCopy: CanCopy, document: EffectiveDocument): CanCopy {
  if (!canCopy.ok) return canCopy;
  return document.problem === undefined ? canCopy : { ok: false, reason: document.problem };
}

/** The same for everything at once: commands, scripts and the bundle. */
export function sharingGate(canCopy: CanCopy, documents: readonly EffectiveDocument[]): CanCopy {
  if (!canCopy.ok) return canCopy;
  const broken = documents.find((document) => document.problem !== undefined);
  if (broken === undefined) return canCopy;
  return { ok: false, reason: `${broken.document.title} was edited. ${broken.problem}` };
}

/** A link or agreement.json may be unfinished, but never carry on values that nobody has confirmed. */
export function sendingGate(canCopy: CanCopy): CanCopy {
  if (canCopy.ok || canCopy.unconfirmed === undefined) return { ok: true };
  return { ok: false, reason: canCopy.unconfirmed };
}
