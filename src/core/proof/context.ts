/**
 * The request context. A text for a single-valued key, a list for a multivalued one. A key that is
 * not listed is absent from the request: nothing is filled in.
 */
export type RequestContext = { readonly [key: string]: string | readonly string[] };

/** Keys in lower case. A multivalued key without any value counts as absent. */
export type ContextValues = Pick<ReadonlyMap<string, string | readonly string[]>, "get" | "has">;

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

/** The values with some replaced; an empty list takes a key away. Cheaper than a copy. */
export function withValues(values: ContextValues, changes: RequestContext): ContextValues {
  // A handful, which is found sooner one by one than in a map that has to be made.
  const keys: string[] = [];
  const changed: (string | readonly string[] | undefined)[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const isAbsent = typeof value !== "string" && value.length === 0;
    keys.push(key.toLowerCase());
    changed.push(isAbsent ? undefined : value);
  }
  return {
    get: (key) => {
      const at = keys.lastIndexOf(key);
      return at < 0 ? values.get(key) : changed[at];
    },
    has: (key) => {
      const at = keys.lastIndexOf(key);
      return at < 0 ? values.has(key) : changed[at] !== undefined;
    },
  };
}

/** The values without those whose key is hidden. */
export function withoutValues(
  values: ContextValues,
  isHidden: (key: string) => boolean,
): ContextValues {
  return {
    get: (key) => (isHidden(key) ? undefined : values.get(key)),
    has: (key) => !isHidden(key) && values.has(key),
  };
}
