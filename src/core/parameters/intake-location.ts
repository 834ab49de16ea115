import { parsePrefix } from "#core/aws/prefix.ts";
import type { S3Reference } from "#core/aws/s3-reference.ts";
import { ownerLocations, plainReference } from "./locations.ts";
import type { Draft, RawRow } from "./parameter.ts";
import { cellText, rawRows } from "./raw.ts";
import type { Recognised } from "./recognise.ts";
import { alsoFill, type Intake, isAsked, joined, NOTHING_TAKEN, type Target } from "./taken.ts";

/** For the bucket or prefix of a location, or for the locations as a whole. */
export function intakeLocation(
  found: Recognised | undefined,
  target: Target,
  draft: Draft,
): Intake | undefined {
  if (target.index === undefined) {
    return found?.kind === "place" ? alsoAddLocation(draft, found.reference) : undefined;
  }
  if (target.column !== "bucket" && target.column !== "prefix") return undefined;
  const reference = found?.kind === "place" ? found.reference : plainPlace(target);
  if (reference === undefined) return undefined;
  const row = rawRows(draft, "owner.locations")[target.index] ?? {};
  const cell = (column: string) => `owner.locations.${target.index}.${column}`;
  const place =
    target.column === "bucket"
      ? joined(
          { assignments: [{ id: cell("bucket"), value: reference.bucket }], said: [] },
          besides(cell("prefix"), "prefix", cellText(row, "prefix"), reference.prefix),
        )
      : joined(
          { assignments: [{ id: cell("prefix"), value: reference.prefix }], said: [] },
          besides(cell("bucket"), "bucket", cellText(row, "bucket"), reference.bucket),
        );
  return joined(
    { assignments: place.assignments, said: [partsSentence(reference)] },
    { assignments: [], said: place.said },
    ...objectNote(reference),
    regionOf(draft, reference),
  );
}

/** `acme-share-data/reports/`, where a bucket is expected. */
function plainPlace({ column, text }: Target): S3Reference | undefined {
  return column === "bucket" && text.includes("/") ? plainReference(text) : undefined;
}

/** The other cell of the row: filled when it is empty, kept when it holds something else. */
function besides(id: string, name: string, before: string, value: string): Intake {
  if (value === "" || sameText(name, before, value)) return NOTHING_TAKEN;
  return before === ""
    ? { assignments: [{ id, value }], said: [] }
    : {
        assignments: [],
        said: [
          `The ${name} of this location is ${before.slice(0, 60)}, not ${value.slice(0, 60)}; it is left as it is.`,
        ],
      };
}

function sameText(name: string, before: string, value: string): boolean {
  const prefix = name === "prefix" && before !== "" ? parsePrefix(before) : undefined;
  return (prefix?.ok ? prefix.value : before) === value;
}

function partsSentence({ bucket, prefix }: S3Reference): string {
  return prefix === ""
    ? `The address names the bucket ${bucket}.`
    : `The address names the bucket ${bucket} and the prefix ${prefix}.`;
}

function objectNote({ object, prefix }: S3Reference): readonly Intake[] {
  if (object === undefined) return [];
  const said =
    prefix === ""
      ? `${object} is one object at the top of the bucket: without a prefix the whole bucket is shared. Enter one to share less.`
      : `${object} is one object; the prefix it lies in is taken, with everything else below it.`;
  return [{ assignments: [], said: [said] }];
}

function regionOf(draft: Draft, { region = "" }: S3Reference): Intake {
  return region === "" ? NOTHING_TAKEN : alsoFill(draft, "owner.region", region);
}

/** Adds a location, in the place of the first empty one. */
export function alsoAddLocation(draft: Draft, reference: S3Reference): Intake {
  const { bucket, prefix } = reference;
  if (!isAsked(draft, ownerLocations.id)) return NOTHING_TAKEN;
  const rows = rawRows(draft, "owner.locations");
  const isListed = rows.some(
    (row) =>
      cellText(row, "bucket") === bucket && sameText("prefix", cellText(row, "prefix"), prefix),
  );
  const free = rows.findIndex(
    (row) => cellText(row, "bucket") === "" && cellText(row, "prefix") === "",
  );
  const added: RawRow = { ...emptyRow(), bucket, prefix };
  const value = free < 0 ? [...rows, added] : rows.with(free, { ...rows[free], ...added });
  return joined(
    isListed
      ? { assignments: [], said: [`${bucket}/${prefix} is among the locations already.`] }
      : {
          assignments: [{ id: ownerLocations.id, value }],
          said: [`${bucket}/${prefix} is added to the locations.`],
        },
    ...objectNote(reference),
    regionOf(draft, reference),
  );
}

function emptyRow(): RawRow {
  const { control } = ownerLocations;
  return control.kind === "rows"
    ? Object.fromEntries(control.columns.map((column) => [column.id, column.default]))
    : {};
}
