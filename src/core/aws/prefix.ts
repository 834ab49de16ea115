import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";

/** "" for the whole bucket, otherwise ends with "/". Not escaped for policies. */
export type Prefix = Brand<string, "Prefix">;

/** Bytes of UTF-8. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const KEY_MAX_BYTES = 1024;

/**
 * Turns what was typed into the form that policies need: "" or text that ends with "/". Refuses what a policy
 * document cannot hold, because the grant could not be written.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function parsePrefix(text: string): Parsed<Prefix> {
  const trimmed = text.trim();
  if (trimmed === "") return parsed("" as Prefix);
  if (/^s3:\/\//i.test(trimmed) || /^arn:/i.test(trimmed) || /^https?:\/\//i.test(trimmed)) {
    return refused("Enter only the part after the bucket name, for example reports/.");
  }
  if (trimmed.includes("*")) {
    return refused(
      "Remove the *: a prefix covers everything below it anyway. Leave it empty for the whole bucket.",
    );
  }
  const prefix = trimmed.endsWith("/") ? trimmed : `${trimmed}/`;
  const problem = keyTextProblem(prefix, "prefix");
  return problem === undefined ? parsed(prefix as Prefix) : refused(problem);
}

/**
 * What keeps a prefix or the key of an object out of a policy, as a sentence: text that IAM does not take, or more
 * than 1,024 bytes of UTF-8. Undefined when nothing does.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function keyTextProblem(text: string, name: "prefix" | "key"): string | undefined {
  const foreign = firstOutsidePolicyText(text, name);
  if (foreign !== undefined) return foreign;
  const bytes = utf8Length(text);
  return bytes > KEY_MAX_BYTES
    ? `The ${name} has ${bytes} bytes; an object key has at most ${KEY_MAX_BYTES}. ${name === "prefix" ? "Share a shorter prefix." : "Check the key."}`
    : undefined;
}

/** Whether every key below `inner` is also below `outer`; true of equal prefixes. */
export function prefixContains(outer: Prefix, inner: Prefix): boolean {
  return inner.startsWith(outer);
}

/**
 * Text that a policy takes literally where it would otherwise read a wildcard or a variable.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function policyLiteral(text: string): string {
  return text.replace(/[*?$]/g, (character) => `\${${character}}`);
}

/** Keys may use them, but S3 advises against it: clients encode or rewrite them. */
const CHARACTERS_TO_AVOID = /[\\{}^%`[\]">~#|<\u007F-\u009F]/;

/**
 * Sentences about a prefix that is legal but often a mistake.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function prefixWarnings(prefix: Prefix): readonly string[] {
  const warnings: string[] = [];
  if (prefix.startsWith("/")) {
    warnings.push(
      `“${prefix}” begins with a slash, so it covers only keys that begin with one too. Remove the first slash unless they do.`,
    );
  }
  if (prefix.includes("//")) {
    warnings.push(
      `“${prefix}” has two slashes in a row, so it covers only keys that have them too. Remove one unless they do.`,
    );
  }
  if (/(^|\/)\.{1,2}\//.test(prefix)) {
    warnings.push(
      `“${prefix}” has a part that is only dots; many clients cannot reach such keys. Check the prefix.`,
    );
  }
  const avoided = CHARACTERS_TO_AVOID.exec(prefix)?.[0];
  if (avoided !== undefined) {
    warnings.push(
      `“${prefix}” contains ${nameOf(avoided)}, which S3 advises to avoid in keys. Check that the keys really have it.`,
    );
  }
  return warnings;
}

/**
 * IAM accepts only U+0009, U+000A, U+000D and U+0020–U+00FF in a policy document; a key with a line break in it
 * is not worth a grant.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
function firstOutsidePolicyText(text: string, name: "prefix" | "key"): string | undefined {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) {
      return `The ${name} contains the control character ${nameOf(character)}; remove it.`;
    }
    if (code > 0xff) {
      return `“${character}” (${nameOf(character)}) cannot be written in an IAM policy, which takes only U+0020 to U+00FF. Share a prefix above it.`;
    }
  }
  return undefined;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return code > 0x20 && code < 0x7f ? character : number;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
