import type { MergedPolicy } from "#core/policy/merge/merge-policy.ts";
import type { Sized } from "#core/policy/size.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";
import { alreadyGranted } from "./already-granted.ts";
import { defeatingDenies } from "./defeating-denies.ts";
import { judged, type ThereFinding } from "./existing-input.ts";
import { publicStatements, stalePrincipals } from "./other-findings.ts";
import { sizeFindings } from "./ways-out.ts";

/** All there is to know about a policy before ours goes into it; what must not be done comes first. */
export function judgeMerge(
  merged: MergedPolicy,
  of: ChangedDocument,
  sized: Sized,
): readonly ThereFinding[] {
  const ready = judged(merged, of);
  const order: readonly ThereFinding["severity"][] = ["error", "warning", "info"];
  return [
    ...defeatingDenies(ready),
    ...sizeFindings(ready, sized),
    ...publicStatements(ready),
    ...stalePrincipals(ready),
    ...alreadyGranted(ready),
  ].toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
