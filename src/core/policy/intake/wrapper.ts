import { jsonSource, memberOf } from "#core/policy/json-source.ts";
import { percentDecoded } from "./cleaned.ts";
import { notUnderstood, type Outcome, type Reading, step, understood } from "./reading.ts";

/** Elements in which the AWS CLI and others print a policy, outermost first. */
const WRAPPERS = [
  "Role",
  "Policy",
  "PolicyVersion",
  "AssumeRolePolicyDocument",
  "PolicyDocument",
  // Of an SCP or RCP, as AWS Organizations answers.
  "Content",
  "Document",
];

/** A text in a text in a text: more than any tool prints. */
const DEEPEST = 6;

/**
 * Takes a policy out of what it was printed in: the answer of a call, a text in quotes, or both.
 * `text` must be JSON.
 */
export function unwrapped(reading: Reading, depth = 0): Outcome<Reading> {
  const { text } = reading;
  const root = jsonSource(text);
  if (root === undefined || depth > DEEPEST) {
    return notUnderstood("This is nested deeper than any policy.");
  }
  if (root.kind === "plain") {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "string") return notUnderstood(NO_POLICY, { line: 1, column: 1 });
    return inner(
      step(reading, value, "The policy stood in quotes as one text, and was unpacked."),
      depth,
    );
  }
  if (root.kind === "list") {
    return notUnderstood("This is a list, not a policy document. Paste one policy.", {
      line: 1,
      column: 1,
    });
  }
  if (memberOf(root, "Statement") !== undefined) return understood(reading);
  const wrapper = WRAPPERS.find((name) => memberOf(root, name) !== undefined);
  const value = wrapper === undefined ? undefined : memberOf(root, wrapper)?.value;
  if (wrapper === undefined || value === undefined) {
    return notUnderstood(NO_POLICY, { line: 1, column: 1 });
  }
  const inside = text.slice(value.start, value.end);
  const sentence = `The policy was taken out of the element ${wrapper} of the answer.`;
  if (value.kind === "plain") return inner(step(reading, inside, sentence), depth);
  return unwrapped(
    step(reading, dedented(inside, indentAt(text, value.start)), sentence),
    depth + 1,
  );
}

const NO_POLICY = "There is no policy here: a policy document has the element Statement.";

/** A text out of a text: it may be encoded, and it may be cut off. */
function inner(reading: Reading, depth: number): Outcome<Reading> {
  const decoded = percentDecoded(reading.text);
  const next =
    decoded === undefined ? reading : step(reading, decoded, "It was URL-encoded and was decoded.");
  return jsonSource(next.text) === undefined
    ? notUnderstood(
        "The text inside the answer is no JSON: it was cut off or changed. Paste it again.",
      )
    : unwrapped(next, depth + 1);
}

function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[\t ]*/.exec(line)?.[0] ?? "";
}

/** JSON texts hold no line ends, so that no value is touched. */
function dedented(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n");
}
