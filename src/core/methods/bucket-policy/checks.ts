import type { Shared } from "#core/methods/define-method.ts";
import { refuseAwsManagedKey } from "#core/parameters/check-buckets.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { cautions, organizationCautions } from "#core/policy/cautions.ts";
import type { Settings } from "./parameters.ts";

export function checks({ agreement }: Shared<Settings>, draft: Draft): readonly Issue[] {
  return [
    ...refuseAwsManagedKey(agreement, draft),
    ...cautions(agreement),
    ...organizationCautions(agreement),
  ];
}
