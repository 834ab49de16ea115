import { arnPatternTest } from "#core/proof/arn-pattern.ts";
import type { TextTest } from "#core/proof/policy-text.ts";

/**
 * Decides the resource of a request. `*` alone covers everything, also an action without a
 * resource; everything else is an ARN pattern, compared with regard to case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceTest(patterns: readonly string[], variables: boolean): TextTest {
  if (patterns.includes("*")) return () => true;
  const tests = patterns.map((pattern) => arnPatternTest(pattern, { variables }));
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (resource, context) => tests.some((matches) => matches(resource, context));
}
