import type { Brand } from "#core/brand.ts";

export type Partition = "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc";

export type Region = Brand<string, "Region">;
