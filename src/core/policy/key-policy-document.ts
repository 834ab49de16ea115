import type { Guardrails } from "#core/parameters/agreement.ts";
import { untilCondition } from "./conditions.ts";
import type { SharingPolicy } from "./document.ts";
import { fileNumber } from "./file-number.ts";
import type { Grantees } from "./grantees.ts";
import { type KeyUse, keyPolicyGrant } from "./key-grants.ts";
import { allowStatements, policyDocument } from "./statements.ts";

/**
 * The statements that let grantees use a key through S3, to be added to its key policy. S3 asks KMS on the caller's
 * behalf, so neither the caller's network nor its MFA is known there: of the guardrails only the end date can be asked
 * of the key as well.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
export function keyPolicyDocument(sharing: {
  readonly use: KeyUse;
  /** Of its file, `03`. */
  readonly number: string;
  /** As in "Lets … use the key". */
  readonly who: string;
  readonly grantees: readonly Grantees[];
  readonly guardrails: Guardrails;
}): SharingPolicy {
  const { use, number, who, grantees, guardrails } = sharing;
  const keyId = use.keyArn.slice(use.keyArn.lastIndexOf("/") + 1);
  return {
    id: `key-policy-${keyId}`,
    side: "owner",
    fileName: `${number}-key-policy-${keyId}.json`,
    title: `Key policy · ${keyId.slice(0, 8)}…`,
    summary: `Lets ${who} use the key, only through S3.`,
    kind: "key-policy",
    attachedTo: [{ kind: "key", keyArn: use.keyArn }],
    extent: "statements",
    policy: policyDocument(
      allowStatements({
        grants: [keyPolicyGrant(use)],
        grantees,
        condition: untilCondition(guardrails),
      }),
    ),
  };
}

/** One for each key; files are numbered from `first` on. */
export function keyPolicyDocuments(sharing: {
  readonly uses: readonly KeyUse[];
  readonly first: number;
  readonly who: string;
  readonly grantees: readonly Grantees[];
  readonly guardrails: Guardrails;
}): readonly SharingPolicy[] {
  const { uses, first, ...told } = sharing;
  return uses.map((use, index) =>
    keyPolicyDocument({ use, number: fileNumber(first + index), ...told }),
  );
}

/** One principal of account A, by its ARN. */
export function onlyGrantee(arn: string): readonly Grantees[] {
  return [{ name: "", arns: [arn], condition: {} }];
}
