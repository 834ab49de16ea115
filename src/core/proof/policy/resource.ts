import { parseArnPattern } from "#core/proof/arn-pattern.ts";
import { anyPattern, type TextTest } from "#core/proof/text-pattern.ts";

/** What `*` means. */
export const ANY_RESOURCE: TextTest = () => true;

/**
 * Decides the resource of a request. `*` alone covers everything, also an action without a
 * resource; everything else is an ARN pattern, compared with regard to case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceTest(patterns: readonly string[], variables: boolean): TextTest {
  if (patterns.includes("*")) return ANY_RESOURCE;
  return anyPattern(patterns.map((text) => parseArnPattern(text, variables)));
}
