import type { Brand } from "#core/brand.ts";

export type BucketName = Brand<string, "BucketName">;
