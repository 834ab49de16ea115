import { expandedGlob, parsePolicyText, plainPattern } from "#core/proof/policy-text.ts";
import type { TextPattern, TextTest } from "#core/proof/text-pattern.ts";
import { type Glob, globMatches, globShape, globTest } from "#core/proof/wildcard.ts";

/** partition, service, region, account and the rest, `arn` in front; the rest keeps its colons. */
const ARN_SEGMENTS = 6;
const COLON = ":".charCodeAt(0);

/** The six segments, or undefined when the text is no ARN. */
export function arnSegments(text: string): readonly string[] | undefined {
  const segments: string[] = [];
  let from = 0;
  while (segments.length < ARN_SEGMENTS - 1) {
    const colon = text.indexOf(":", from);
    if (colon < 0) return undefined;
    segments.push(text.slice(from, colon));
    from = colon + 1;
  }
  segments.push(text.slice(from));
  return segments;
}

function globSegments(glob: Glob): readonly Glob[] | undefined {
  const segments: Glob[] = [];
  let from = 0;
  for (let at = 0; at < glob.length && segments.length < ARN_SEGMENTS - 1; at += 1) {
    if (glob[at] !== COLON) continue;
    segments.push(glob.slice(from, at));
    from = at + 1;
  }
  if (segments.length < ARN_SEGMENTS - 1) return undefined;
  segments.push(glob.slice(from));
  return segments;
}

function segmentsMatch(pattern: readonly Glob[], candidate: string): boolean {
  const segments = arnSegments(candidate);
  return (
    segments !== undefined &&
    pattern.every((glob, index) => globMatches(glob, segments[index] ?? ""))
  );
}

/**
 * Reads an ARN pattern. It is compared segment by segment: a wildcard never spans the first five
 * colons, and in the rest it spans `/` and `:`. A pattern of fewer segments matches nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function parseArnPattern(pattern: string, variables: boolean): TextPattern {
  const plain = plainPattern(pattern, true);
  if (plain !== undefined) return arnSegments(plain.text) === undefined ? { kind: "never" } : plain;
  const text = parsePolicyText(pattern, { wildcards: true, variables });
  if (text.hasVariables) {
    const matches: TextTest = (candidate, context) => {
      const glob = expandedGlob(text, context);
      const segments = glob && globSegments(glob);
      return segments !== undefined && segmentsMatch(segments, candidate);
    };
    return { kind: "test", matches };
  }
  const glob = expandedGlob(text, new Map()) ?? [];
  const segments = globSegments(glob);
  if (segments === undefined) return { kind: "never" };
  // Without a wildcard before the rest, the pattern as one text says the same.
  const plainStart = segments.slice(0, -1).every((segment) => segment.every((unit) => unit >= 0));
  if (!plainStart) {
    return { kind: "test", matches: (candidate) => segmentsMatch(segments, candidate) };
  }
  const shape = globShape(glob);
  return shape.kind === "other" ? { kind: "test", matches: globTest(glob) } : shape;
}
