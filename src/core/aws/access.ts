export type AccessLevel = "list" | "read" | "write" | "delete";

/** In the order in which they are written everywhere. */
export const ACCESS_LEVELS: readonly AccessLevel[] = ["list", "read", "write", "delete"];
