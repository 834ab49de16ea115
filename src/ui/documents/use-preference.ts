import { useState } from "react";
import { readPreference, storePreference } from "#platform/preference-storage.ts";

/** A choice that is kept in this browser; `usual` is asked for only while nothing was chosen. */
export function usePreference<Value extends string>(
  name: string,
  values: readonly Value[],
  usual: () => Value,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => readPreference(name, values) ?? usual());
  return [
    value,
    (next) => {
      storePreference(name, next);
      setValue(next);
    },
  ];
}
