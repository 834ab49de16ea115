import type { Brand } from "#core/brand.ts";

/** ARN of a KMS key, never of an alias. */
export type KeyArn = Brand<string, "KeyArn">;
