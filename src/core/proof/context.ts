/**
 * The request context. A text for a single-valued key, a list for a multivalued one. A key that is
 * not listed is absent from the request: nothing is filled in.
 */
export type RequestContext = { readonly [key: string]: string | readonly string[] };

/** Keys in lower case. A multivalued key without any value counts as absent. */
export type ContextValues = ReadonlyMap<string, string | readonly string[]>;

/**
 * Condition keys compare without regard to case, tag keys included.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextValues(context: RequestContext): ContextValues {
  const values = new Map<string, string | readonly string[]>();
  for (const [key, value] of Object.entries(context)) {
    if (typeof value === "string" || value.length > 0) values.set(key.toLowerCase(), value);
  }
  return values;
}
