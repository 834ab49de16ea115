/** In place of a screen whose programs are on their way. */
export function Opening() {
  return (
    <p className="notice notice-opening" role="status">
      Opening …
    </p>
  );
}
