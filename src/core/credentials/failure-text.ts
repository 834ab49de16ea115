/** In words: what it means, and what to do, the likeliest first. */
export interface FailureText {
  readonly title: string;
  readonly remedies: readonly string[];
  /** AWS's own words, where they help and hold nothing secret. */
  readonly said?: string;
}
