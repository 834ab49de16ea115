/** `owner` is account A, which has the bucket; `consumer` is account B, which gets access. */
export type Side = "owner" | "consumer";

export const SIDES: readonly Side[] = ["owner", "consumer"];

/** What a side is called, on screen and in generated text. */
export interface SideWords {
  /** Over what is a side's: `Account A · owner`. */
  readonly name: string;
  /** In a sentence: `account A`. */
  readonly inSentence: string;
  /** At a sentence's start: `Account A`. */
  readonly atStart: string;
}

export type Sides = { readonly [OneSide in Side]: SideWords };

/** Unless a method has other words for the consumer: a third party may have no account. */
export const TWO_ACCOUNTS: Sides = {
  owner: { name: "Account A · owner", inSentence: "account A", atStart: "Account A" },
  consumer: { name: "Account B · consumer", inSentence: "account B", atStart: "Account B" },
};

/** Folder of a side inside the bundle. */
export const SIDE_FOLDERS: Readonly<Record<Side, string>> = {
  owner: "account-a",
  consumer: "account-b",
};
