/** Two links of a chain: account A's half and account B's. */
export function Mark() {
  return (
    <svg viewBox="0 0 28 20" fill="none" strokeWidth="3" strokeLinecap="round" aria-hidden="true">
      <path d="M12 4H8a6 6 0 0 0 0 12h4" stroke="#4cc9b6" />
      <path d="M16 4h4a6 6 0 0 1 0 12h-4" stroke="#bb9af5" />
      <path d="M10 10h8" stroke="#f9f9fa" />
    </svg>
  );
}
