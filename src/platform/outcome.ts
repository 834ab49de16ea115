/** What became of an effect: done, or a sentence that says what to do instead. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly message: string };

export const DONE: Outcome = { ok: true };
