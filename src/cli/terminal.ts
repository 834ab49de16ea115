/** What a command may reach of the world around it. */
export interface Terminal {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Standard input, line by line. */
  readonly lines: () => AsyncIterable<string>;
}

/** The exit statuses: done, something is wrong with what was given, the command was misused. */
export const DONE = 0;
export const WRONG = 1;
export const MISUSED = 2;

export type Status = typeof DONE | typeof WRONG | typeof MISUSED;
