import { splitArn } from "#core/aws/arn.ts";
import { parseRegion, REGIONS } from "#core/aws/region.ts";
import { alsoAddLocation } from "./intake-location.ts";
import type { Draft } from "./parameter.ts";
import type { Recognised } from "./recognise.ts";
import { type Intake, joined, NOTHING_TAKEN, type Target } from "./taken.ts";

/** For the region of the buckets. */
export function intakeRegion(
  found: Recognised | undefined,
  target: Target,
  draft: Draft,
): Intake | undefined {
  const set = (region: string): Intake => ({
    assignments: [{ id: target.path, value: region }],
    said: [`The region is ${region}.`],
  });
  const region = regionIn(found, target.text);
  if (region === undefined || region === target.text) {
    return region === undefined && found?.kind === "place"
      ? alsoAddLocation(draft, found.reference)
      : undefined;
  }
  return joined(
    set(region),
    found?.kind === "place"
      ? alsoAddLocation(draft, { ...found.reference, region: "" })
      : NOTHING_TAKEN,
  );
}

function regionIn(found: Recognised | undefined, text: string): string | undefined {
  if (found?.kind === "place") return valid(found.reference.region);
  if (found?.kind === "key") return valid(found.region);
  if (found?.kind === "arn") return valid(splitArn(found.arn)?.region);
  const lower = text.toLowerCase();
  return (
    valid(lower) ??
    valid(lower.replace(/(?<=\d)[a-z]$/, "")) ??
    REGIONS.find(({ name, code }) =>
      [name, `${name} ${code}`].some((one) => one.toLowerCase() === lower),
    )?.code
  );
}

function valid(code: string | undefined): string | undefined {
  const region = parseRegion(code ?? "");
  return region.ok ? region.value : undefined;
}
