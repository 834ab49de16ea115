import type { Brand } from "#core/brand.ts";

/** "" for the whole bucket, otherwise ends with "/". Not escaped for policies. */
export type Prefix = Brand<string, "Prefix">;
