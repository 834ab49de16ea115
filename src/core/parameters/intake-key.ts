import { parseAccountId } from "#core/aws/account-id.ts";
import { keyAccount, keyRegion, parseKeyArn } from "#core/aws/key-arn.ts";
import { parseRegion, partitionOf } from "#core/aws/region.ts";
import type { Draft } from "./parameter.ts";
import { rawText } from "./raw.ts";
import type { Recognised } from "./recognise.ts";
import { alsoFill, type Intake, joined, type Target } from "./taken.ts";

/** For the key ARN of a bucket. */
export function intakeKey(
  found: Recognised | undefined,
  target: Target,
  draft: Draft,
): Intake | undefined {
  if (target.column !== "keyArn") return undefined;
  if (found?.kind === "arn") {
    const key = parseKeyArn(found.arn);
    return key.ok
      ? joined(
          { assignments: [{ id: target.path, value: key.value }], said: [] },
          alsoFill(draft, "owner.account", keyAccount(key.value)),
          alsoFill(draft, "owner.region", keyRegion(key.value)),
        )
      : undefined;
  }
  if (found?.kind !== "key") return undefined;
  const region = parseRegion(found.region ?? rawText(draft, "owner.region"));
  const account = parseAccountId(found.account ?? rawText(draft, "owner.account"));
  // Without them there is no ARN; the field then says what is missing in a key ID.
  if (!region.ok || !account.ok) return undefined;
  const arn = `arn:${partitionOf(region.value)}:kms:${region.value}:${account.value}:key/${found.keyId}`;
  return joined(
    {
      assignments: [{ id: target.path, value: arn }],
      said: [`The ARN is made of the key ID, region ${region.value} and account ${account.value}.`],
    },
    alsoFill(draft, "owner.account", account.value),
    alsoFill(draft, "owner.region", region.value),
  );
}
