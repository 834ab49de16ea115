/** `owner` is account A, which has the bucket; `consumer` is account B, which gets access. */
export type Side = "owner" | "consumer";

export const SIDES: readonly Side[] = ["owner", "consumer"];

/** The words on screen and in generated text. */
export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  owner: "Account A · owner",
  consumer: "Account B · consumer",
};

/** Folder of a side inside the bundle. */
export const SIDE_FOLDERS: Readonly<Record<Side, string>> = {
  owner: "account-a",
  consumer: "account-b",
};
