import type { Shared } from "#core/methods/define-method.ts";
import { refuseAwsManagedKey } from "#core/parameters/check-buckets.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { cautions } from "#core/policy/cautions.ts";
import type { Settings } from "./parameters.ts";

export function checks({ agreement }: Shared<Settings>, draft: Draft): readonly Issue[] {
  return [
    ...refuseAwsManagedKey(agreement, draft),
    ...cautions(agreement),
    ...organizationCautions(agreement.guardrails.organizationId),
  ];
}

function organizationCautions(organizationId: string): readonly Issue[] {
  return organizationId === ""
    ? []
    : [
        {
          severity: "warning",
          at: "guardrails.organizationId",
          message: `The bucket policy then denies everybody outside ${organizationId} and account A, also accounts that the bucket is already shared with. Leave it empty if there are such accounts.`,
        },
      ];
}
