import type { Brand } from "#core/brand.ts";

/** Twelve digits, kept as text: leading zeros count. */
export type AccountId = Brand<string, "AccountId">;
