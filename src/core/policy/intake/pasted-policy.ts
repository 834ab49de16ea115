import { jsonError } from "#core/policy/json-error.ts";
import { laidOut } from "#core/policy/json-layout.ts";
import { jsonSource, repeatedNames, repeatedText } from "#core/policy/json-source.ts";
import { answerWithoutPolicy } from "./aws-answers.ts";
import { cleaned, withPlainQuotes } from "./cleaned.ts";
import { type Wanted, wrongShape } from "./policy-shape.ts";
import { notUnderstood, type Outcome, type Reading, step, understood } from "./reading.ts";
import { withoutShellLines } from "./shell-lines.ts";
import { unwrapped } from "./wrapper.ts";

/** Three times the largest policy of AWS; nothing longer is looked at. */
export const PASTED_POLICY_MAX_CHARACTERS = 1_048_576;

/** A policy that is there already. */
export interface PastedPolicy {
  /** Its text; what stood on one line is laid out, every value as it was written. */
  readonly text: string;
  /** What was done to what was pasted, and what is odd about it. */
  readonly said: readonly string[];
}

/**
 * Reads an existing policy in every form in which AWS's tools print it: the document, the answer of
 * get-bucket-policy, get-access-grants-instance-resource-policy, get-key-policy or get-role, `--output text`, the console's text; with a byte
 * order mark, Windows line ends, typographic quotes, the command above it and the prompt below it.
 * Everything else is refused with the place and what is wrong there.
 * @see https://docs.aws.amazon.com/cli/latest/reference/s3api/get-bucket-policy.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 */
export function pastedPolicy(pasted: string, wanted: Wanted): Outcome<PastedPolicy> {
  if (pasted.length > PASTED_POLICY_MAX_CHARACTERS) {
    return notUnderstood("This is longer than 1 MiB: it is no policy, and was not read.");
  }
  const absent = answerWithoutPolicy(pasted);
  if (absent !== undefined) return notUnderstood(absent);
  const reading = withoutShellLines(withPlainQuotes(unescaped(withoutShellLines(cleaned(pasted)))));
  const error = jsonError(reading.text);
  if (error !== undefined) {
    const { line, column, expected } = error;
    const above = linesAbove(pasted, reading.text);
    return notUnderstood(
      `Line ${line + above}, column ${column}: ${expected} is expected here. Paste all of what the command printed.`,
      { line: line + above, column },
    );
  }
  const policy = unwrapped(reading);
  return policy.ok ? checked(policy.value, wanted) : policy;
}

/** The inside of an escaped text, copied without its quotes. */
function unescaped(reading: Reading): Reading {
  const text = reading.text.trim();
  if (!/^\{\s*\\"/.test(text)) return reading;
  try {
    const inner: unknown = JSON.parse(`"${text}"`);
    return typeof inner === "string"
      ? step(reading, inner, 'The quotes in it were escaped (\\"), and were unpacked.')
      : reading;
  } catch {
    return reading;
  }
}

/** A paste of nonsense is not answered with thousands of sentences. */
const REPEATED_MOST = 20;

function checked({ text, said }: Reading, wanted: Wanted): Outcome<PastedPolicy> {
  const trimmed = text.trim();
  const root = jsonSource(trimmed);
  if (root === undefined) return notUnderstood("This is nested deeper than any policy.");
  const wrong = wrongShape(trimmed, root, wanted);
  if (wrong !== undefined) {
    const { line, column, message } = wrong;
    return { ...wrong, message: `Line ${line}, column ${column}: ${message}` };
  }
  const twice = repeatedNames(trimmed, root)
    .slice(0, REPEATED_MOST)
    .map(
      (one) =>
        `${repeatedText(one)} The last one counts here; AWS may refuse such a document, so take the others out.`,
    );
  const oneLine = !trimmed.includes("\n");
  return understood({
    text: oneLine ? laidOut(trimmed) : trimmed,
    said: [
      ...said,
      ...(oneLine
        ? ["It stood on one line and was laid out to be read; no value was changed."]
        : []),
      ...twice,
    ],
  });
}

/** Lines of the paste that were left out above the text, so that places are those of the paste. */
function linesAbove(pasted: string, text: string): number {
  const plain = pasted.replace(/\r\n?/g, "\n");
  const at = plain.indexOf(text.split("\n", 1)[0] ?? "");
  return at < 0 ? 0 : plain.slice(0, at).split("\n").length - 1;
}
