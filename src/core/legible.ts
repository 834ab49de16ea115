const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const SHOWN = "\u{FFFD}";

/**
 * A sentence that quotes what somebody typed, with a sign in the place of each character that cannot be seen:
 * some of them turn the direction of all the text behind them, others hide in an account ID.
 */
export function legible(text: string): string {
  return text.replaceAll(UNSEEN, SHOWN);
}
