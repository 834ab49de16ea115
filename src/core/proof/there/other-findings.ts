import { isRecord } from "#core/policy/merge/meaning.ts";
import { listed } from "#core/proof/change/words.ts";
import { parseTexts } from "#core/proof/policy/element.ts";
import { isPublicStatement } from "#core/proof/public-policy.ts";
import { type Judged, statementName, type ThereFinding } from "./existing-input.ts";

const UNIQUE_ID = /^A(?:ROA|IDA|GPA|IPA|NPA|NVA|SCA)[A-Z0-9]{12,}$/;

/**
 * Principals that were deleted. AWS shows their unique ID in place of the ARN; whoever has their name
 * now is somebody else to it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function stalePrincipals({ theirs }: Judged): readonly ThereFinding[] {
  return theirs.flatMap((one): readonly ThereFinding[] => {
    const stale = staleNames(one.value);
    if (stale.length === 0) return [];
    return [
      {
        statement: one.number,
        severity: "warning",
        message: `${statementName(one)} names ${listed(stale)}: a role or user that was deleted. It grants nothing, a new one of the same name is not meant by it, and AWS may refuse to save the policy with it. Take it out of the statement first.`,
      },
    ];
  });
}

export function staleNames(statement: unknown): readonly string[] {
  if (!isRecord(statement)) return [];
  return [statement["Principal"], statement["NotPrincipal"]].flatMap((principal) => {
    if (!isRecord(principal)) return [];
    const names = parseTexts("AWS", principal["AWS"] ?? []);
    return names.ok ? names.value.filter((name) => UNIQUE_ID.test(name)) : [];
  });
}

/**
 * One public statement makes the whole policy public: Block Public Access then refuses to save it
 * (BlockPublicPolicy), or shuts out every other account (RestrictPublicBuckets), ours too.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicStatements({ theirs, of }: Judged): readonly ThereFinding[] {
  if (of.kind !== "bucket-policy") return [];
  return theirs
    .filter(({ compiled }) => isPublicStatement(compiled))
    .map((one) => ({
      statement: one.number,
      severity: "warning" as const,
      message: `${statementName(one)} is public. While RestrictPublicBuckets is on, S3 then shuts out every other account, also one that this sharing names; while BlockPublicPolicy is on, it refuses to save the policy. Name its principals, or look with get-public-access-block whether both are off.`,
    }));
}
