interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
}

type Keys = readonly (readonly (string | undefined)[])[];

/**
 * Where an arrow key, Home or End leads in a grid; empty cells are passed over.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function destination(keys: Keys, from: string, pressed: Pressed): string | undefined {
  const y = keys.findIndex((row) => row.includes(from));
  const row = keys[y] ?? [];
  const x = row.indexOf(from);
  const first = (some: readonly (string | undefined)[]) => some.find((key) => key !== undefined);
  const column = (rows: Keys) => rows.map((cells) => cells[x]);
  switch (pressed.key) {
    case "ArrowRight":
      return first(row.slice(x + 1));
    case "ArrowLeft":
      return first(row.slice(0, x).toReversed());
    case "ArrowDown":
      return first(column(keys.slice(y + 1))) ?? first(keys.slice(y + 1).flat());
    case "ArrowUp":
      return (
        first(column(keys.slice(0, y)).toReversed()) ?? first(keys.slice(0, y).toReversed().flat())
      );
    case "Home":
      return first(pressed.ctrlKey ? keys.flat() : row);
    case "End":
      return first((pressed.ctrlKey ? keys.flat() : row).toReversed());
    default:
      return undefined;
  }
}
