import { refused } from "#core/brand.ts";
import type { Method } from "#core/methods/method.ts";
import { jsonError } from "#core/policy/json-error.ts";
import { fittedValue } from "./fitted-value.ts";
import type { Control, Draft, ParameterId, RawRow, RawValue, Section } from "./parameter.ts";
import { isRecord, SECTIONS, safeDraft, splitId } from "./raw.ts";
import { SHARED } from "./shared.ts";

const AGREEMENT_FORMAT = "s3-handshake/agreement";

/** Raised when a reader of the version before would misread a file. */
export const AGREEMENT_VERSION = 1;

/** Far above any agreement; a larger file is some other file. */
const FILE_MAX_BYTES = 1_048_576;

/** All that was typed, in a fixed order: the same draft gives the same bytes. */
export function agreementFile(untrusted: Draft): string {
  const draft = safeDraft(untrusted);
  const sections = SECTIONS.map((section) => [section, orderedSection(section, draft[section])]);
  const file = {
    format: AGREEMENT_FORMAT,
    version: AGREEMENT_VERSION,
    method: draft.method,
    ...Object.fromEntries(sections),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Shared parameters in the order of their list, the method's own by name. */
function orderedSection(section: Section, values: Draft[Section]) {
  const known = Object.values(SHARED).filter(({ id }) => splitId(id).section === section);
  const order = known.map(({ id }) => splitId(id).name);
  const controls = new Map(known.map(({ id, control }) => [splitId(id).name, control]));
  return Object.fromEntries(
    Object.entries(values)
      .toSorted(([one], [other]) => byOrder(order, one, other))
      .map(([name, value]) => [name, orderedValue(controls.get(name), value)]),
  );
}

function orderedValue(control: Control | undefined, value: RawValue): RawValue {
  if (!Array.isArray(value)) return value;
  const order = control?.kind === "rows" ? control.columns.map(({ id }) => id) : [];
  return (value as readonly (string | RawRow)[]).map((item) =>
    typeof item === "string"
      ? item
      : Object.fromEntries(
          Object.entries(item).toSorted(([one], [other]) => byOrder(order, one, other)),
        ),
  ) as RawValue;
}

function byOrder(order: readonly string[], one: string, other: string): number {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return rank(one) - rank(other) || (one < other ? -1 : Number(one > other));
}

/** What has to be known of a method to read its agreements. */
type KnownMethod = Pick<Method, "id" | "title" | "parameters" | "emptyDraft">;

export type OpenedAgreement =
  | {
      readonly ok: true;
      readonly draft: Draft;
      /** What of the file was not understood and is left out. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * Reads what `agreementFile` wrote, by whichever version, edited by hand or not. A file it cannot trust as a
 * whole is refused; single values of a wrong kind are left out and named. Never throws.
 */
export function readAgreementFile(text: string, methods: readonly KnownMethod[]): OpenedAgreement {
  if (text.length > FILE_MAX_BYTES) {
    return refused(
      "This file is larger than 1 MiB, so it is no agreement file. Open the agreement.json of a bundle.",
    );
  }
  const json = parseJson(text.replace(/^\uFEFF/, ""));
  if (!json.ok) return json;
  const file = json.value;
  if (!isRecord(file) || own(file, "format") !== AGREEMENT_FORMAT) {
    return refused(
      `This is JSON but no agreement file: it has no "format": "${AGREEMENT_FORMAT}". Open the agreement.json of a bundle.`,
    );
  }
  const version = versionProblem(own(file, "version"));
  if (version !== undefined) return refused(version);
  const id = own(file, "method");
  const method = methods.find((one) => one.id === id);
  if (method === undefined) return refused(unknownMethod(id, methods));
  return { ok: true, ...readSections(file, method) };
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | ReturnType<typeof refused> {
  if (text.trim() === "") {
    return refused("This file is empty. Open the agreement.json of a bundle.");
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const place = jsonError(text);
    return refused(
      place === undefined
        ? "This file is no JSON. Open the agreement.json of a bundle."
        : `This file is no JSON: line ${place.line}, column ${place.column} should have ${place.expected}. Correct it there, or open the agreement.json of a bundle.`,
    );
  }
}

function versionProblem(version: unknown): string | undefined {
  if (version === AGREEMENT_VERSION) return undefined;
  if (typeof version === "number" && version > AGREEMENT_VERSION) {
    return `This file has version ${version}, made by a newer S3 Handshake; this one reads up to version ${AGREEMENT_VERSION}. Open it in the newer one.`;
  }
  return `This file has no version that is known here: "version" must be ${AGREEMENT_VERSION}. Open the agreement.json of a bundle.`;
}

function unknownMethod(id: unknown, methods: readonly KnownMethod[]): string {
  const known = methods.map((method) => method.id).join(", ");
  return typeof id === "string"
    ? `The method “${id.slice(0, 60)}” is not known here. Known are: ${known}.`
    : `This file names no method. Add "method" with one of: ${known}.`;
}

/** `title` and `description` are for people who read the file, e.g. an example; nothing else uses them. */
const FILE_KEYS: readonly string[] = [
  "format",
  "version",
  "title",
  "description",
  "method",
  ...SECTIONS,
];

function readSections(file: { readonly [key: string]: unknown }, method: KnownMethod) {
  const warnings: string[] = [];
  const leftOut = (what: string, why: string) => warnings.push(`“${what}” ${why}; it is left out.`);
  for (const key of Object.keys(file)) {
    if (!FILE_KEYS.includes(key)) leftOut(key.slice(0, 60), "is not part of an agreement");
  }
  const empty = method.emptyDraft();
  const readSection = (section: Section): Draft[Section] => {
    const values = own(file, section);
    if (values === undefined) return empty[section];
    if (!isRecord(values)) {
      leftOut(section, "should hold names and values");
      return empty[section];
    }
    const entries = Object.entries(values).flatMap(([name, value]): [string, RawValue][] => {
      const id: ParameterId = `${section}.${name}`;
      const parameter = method.parameters.find((one) => one.id === id);
      if (parameter === undefined) {
        leftOut(id.slice(0, 60), `is no value of the method “${method.title}”`);
        return [];
      }
      const { value: fitted, dropped } = fittedValue(parameter.control, value);
      for (const path of dropped) {
        leftOut(`${id}${path}`.slice(0, 80), "is not of the kind it should be");
      }
      return fitted === undefined ? [] : [[name, fitted]];
    });
    return { ...empty[section], ...Object.fromEntries(entries) };
  };
  const draft: Draft = {
    method: method.id,
    owner: readSection("owner"),
    consumer: readSection("consumer"),
    guardrails: readSection("guardrails"),
    settings: readSection("settings"),
  };
  return { draft, warnings: few(warnings) };
}

/** A file of nonsense is not answered with thousands of sentences. */
const WARNINGS_MAX = 20;

function few(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - WARNINGS_MAX;
  return more > 0
    ? [...warnings.slice(0, WARNINGS_MAX), `${more} more parts of the file are left out.`]
    : warnings;
}

function own(record: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
