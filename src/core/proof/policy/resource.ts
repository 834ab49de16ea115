import { parseArnPattern } from "#core/proof/arn-pattern.ts";
import type { TextTest } from "#core/proof/policy-text.ts";

/**
 * Decides the resource of a request. `*` alone covers everything, also an action without a
 * resource; everything else is an ARN pattern, compared with regard to case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceTest(patterns: readonly string[], variables: boolean): TextTest {
  if (patterns.includes("*")) return () => true;
  const exact = new Set<string>();
  // Starts by their length: a statement may name hundreds of prefixes.
  const starts = new Map<number, Set<string>>();
  const tests: TextTest[] = [];
  for (const text of patterns) {
    const pattern = parseArnPattern(text, variables);
    if (pattern.kind === "exact") exact.add(pattern.text);
    if (pattern.kind === "test") tests.push(pattern.matches);
    if (pattern.kind === "start") {
      const sameLength = starts.get(pattern.text.length) ?? new Set();
      starts.set(pattern.text.length, sameLength.add(pattern.text));
    }
  }
  return (resource, context) => {
    if (exact.has(resource)) return true;
    for (const [length, texts] of starts) if (texts.has(resource.slice(0, length))) return true;
    return tests.some((matches) => matches(resource, context));
  };
}
