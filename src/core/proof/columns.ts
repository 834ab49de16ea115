import { type Principal, principalLabel } from "#core/aws/principal.ts";
import type { Actor } from "#core/proof/matrix/actors.ts";
import type { Cell, MatrixRow, MatrixSection } from "#core/proof/matrix.ts";

/** Who asks, in one column: those whom every question of the section answers alike, by the same statements. */
export interface Column {
  /** The first of them, who answers for all. */
  readonly actor: Actor;
  readonly label: string;
  /** All principals that it stands for; empty for others. */
  readonly principals: readonly Principal[];
}

/** Principals that fare alike stand in one column; `principal` alone, where one is asked for. */
export function columnsOf({ actors, rows }: MatrixSection, principal?: string): readonly Column[] {
  const marks = new Map<string, string[]>(actors.map(({ id }) => [id, []]));
  for (const row of rows) {
    for (const cell of row.cells) marks.get(cell.actor.id)?.push(mark(row, cell));
  }
  const columns = new Map<string, Actor[]>();
  for (const actor of actors) {
    const answers = [afterName(actor), ...(marks.get(actor.id) ?? [])].join("\n");
    const alike = actor.kind === "principal" ? answers : actor.id;
    const known = columns.get(alike);
    if (known === undefined) columns.set(alike, [actor]);
    else known.push(actor);
  }
  return [...columns.values()].flatMap((alike) => columnOf(alike, principal));
}

/** Only who is asked something in these rows, and only what is not as agreed where that is wanted. */
export function columnsIn(
  columns: readonly Column[],
  rows: readonly MatrixRow[],
  onlyUnexpected: boolean,
): readonly Column[] {
  const asked = new Set(
    rows.flatMap(({ cells }) =>
      cells.filter(({ ok }) => !onlyUnexpected || !ok).map(({ actor }) => actor.id),
    ),
  );
  return columns.filter(({ actor }) => asked.has(actor.id));
}

/** Each once, as the agreement has them. */
export function principalsOf({ actors }: MatrixSection): readonly Principal[] {
  const principals = actors
    .filter(({ kind }) => kind === "principal")
    .flatMap((actor) => [...actor.principals]);
  return [...new Map(principals.map((each) => [each.arn, each])).values()];
}

function columnOf(alike: readonly Actor[], wanted: string | undefined): readonly Column[] {
  const [actor] = alike;
  if (actor === undefined) return [];
  const principals = alike.flatMap((each) => [...each.principals]);
  if (actor.kind !== "principal") return [{ actor, label: actor.label, principals }];
  const shown = wanted === undefined ? principals : principals.filter(({ arn }) => arn === wanted);
  if (shown.length === 0) return [];
  return [{ actor, label: `${nameOf(shown)}${afterName(actor)}`, principals }];
}

function nameOf([first, ...others]: readonly Principal[]): string {
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return first === undefined ? "" : `${principalLabel(first)}${more}`;
}

/** What a label says besides whom it means: ", for more". */
function afterName({ label, principals }: Actor): string {
  const name = nameOf(principals);
  return label.startsWith(name) ? label.slice(name.length) : "";
}

function mark({ id }: MatrixRow, { decision, ok, decidedBy }: Cell): string {
  const by = decidedBy.map(({ document, statementIndex }) => `${document}#${statementIndex}`);
  return `${id} ${decision} ${ok} ${by.join()}`;
}
