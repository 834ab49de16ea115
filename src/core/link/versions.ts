/** Link keys with their text, in the order in which the link has them. */
export type LinkPairs = readonly (readonly [key: string, text: string])[];

/** Turns the pairs of one version into those of the next, and tells the reader what that changed. */
export interface Migration {
  readonly migrate: (method: string, pairs: LinkPairs) => LinkPairs;
  readonly told: string;
}

/** The first one leads from version 1 to version 2. Never removed: old links open for ever. */
export const MIGRATIONS: readonly Migration[] = [];

export function newestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.length + 1;
}

export function migratePairs(
  method: string,
  version: number,
  pairs: LinkPairs,
  migrations: readonly Migration[] = MIGRATIONS,
): { readonly pairs: LinkPairs; readonly told: readonly string[] } {
  const due = migrations.slice(version - 1);
  return {
    pairs: due.reduce((current, migration) => migration.migrate(method, current), pairs),
    told: due.map((migration) => migration.told),
  };
}
