const PREFIX = "s3-handshake.prefer.";

/** Storage may be switched off, and what is stored may be anything: then there is no preference. */
export function readPreference<Value extends string>(
  name: string,
  values: readonly Value[],
): Value | undefined {
  try {
    const stored = localStorage.getItem(PREFIX + name);
    return values.find((value) => value === stored);
  } catch {
    return undefined;
  }
}

export function storePreference(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice then holds until the page is closed.
  }
}
