import {
  answering,
  type CliCommand,
  type CliOption,
  type CliValue,
  textOption,
} from "#core/render/command-line.ts";
import { type Caller, call } from "./caller.ts";

/** A key's ARN and the region it is in, where it must be asked. */
export interface Key {
  readonly keyArn: string;
  readonly region: string;
}

function kms(caller: Caller, operation: string, key: Key, ...options: readonly CliOption[]) {
  return call(
    caller,
    "kms",
    operation,
    [textOption("--key-id", key.keyArn), ...options],
    key.region,
  );
}

/** A key has one policy, which is called `default`. @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
const POLICY_NAME = textOption("--policy-name", "default");

export const getKeyPolicy = (caller: Caller, key: Key): CliCommand =>
  answering(kms(caller, "get-key-policy", key, POLICY_NAME), "Policy");

export const putKeyPolicy = (caller: Caller, key: Key, policy: CliValue): CliCommand =>
  kms(caller, "put-key-policy", key, POLICY_NAME, { name: "--policy", value: policy });

/** `CUSTOMER`, or `AWS` for a managed key such as `aws/s3`. */
export const getKeyManager = (caller: Caller, key: Key): CliCommand =>
  answering(kms(caller, "describe-key", key), "KeyMetadata.KeyManager");
