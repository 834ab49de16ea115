import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method, MethodCase } from "#core/methods/method.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import type { Parameter } from "#core/parameters/parameter.ts";
import { rawValue, splitId } from "#core/parameters/raw.ts";
import { sameValue } from "#ui/fields/draft-values.ts";
import {
  byAdvice,
  byBetterMethod,
  byMethod,
  completeDraft,
  newSession,
  type Session,
} from "./session.ts";

const modules = import.meta.glob<{ readonly cases: readonly MethodCase[] }>(
  "/src/core/methods/*/cases.ts",
  { eager: true },
);
const examples = import.meta.glob<string>("/examples/*.json", {
  eager: true,
  query: "?raw",
  import: "default",
});

const SESSIONS: readonly (readonly [name: string, session: Session])[] = [
  ...METHODS.flatMap((method) =>
    (modules[`/src/core/methods/${method.id}/cases.ts`]?.cases ?? []).map(
      ({ name, draft }) =>
        [
          `${method.id}/${name}`,
          newSession(method, { draft: completeDraft(method, draft) }),
        ] as const,
    ),
  ),
  ...Object.entries(examples).map(([path, text]) => {
    const read = readAgreementFile(text, METHODS);
    const method = METHODS.find(({ id }) => read.ok && id === read.draft.method);
    if (!read.ok || method === undefined) throw new Error(path);
    return [path, newSession(method, { draft: completeDraft(method, read.draft) })] as const;
  }),
];

const PAIRS = SESSIONS.flatMap(([name, session]) =>
  METHODS.filter(({ id }) => id !== session.method.id).map(
    (other) => [`${name} → ${other.id}`, session, other] as const,
  ),
);

function valueIn({ draft }: Session, { id, default: standard }: Parameter): unknown {
  return rawValue(draft, id) ?? standard;
}

function same(method: Method, { id }: Parameter): Parameter | undefined {
  return method.parameters.find((parameter) => parameter.id === id);
}

it("has every pair of methods with cases and examples", () => {
  expect(PAIRS.length).toBeGreaterThan(METHODS.length * (METHODS.length - 1) * 12);
});

it("keeps every value that both methods ask for, and tells each of the others by its label", () => {
  for (const [name, session, other] of PAIRS) {
    const changed = byMethod(session, other);
    const left = changed.told.find((sentence) => sentence.startsWith("Left behind: ")) ?? "";
    for (const parameter of session.method.parameters) {
      const before = valueIn(session, parameter);
      if (sameValue(before, parameter.default)) continue;
      const known = same(other, parameter);
      const kept = known !== undefined && sameValue(valueIn(changed, known), before);
      const shared = splitId(parameter.id).section !== "settings";
      if (shared && known !== undefined) expect(kept, `${name}: ${parameter.id}`).toBe(true);
      if (!kept) expect(left, `${name}: ${parameter.id}`).toContain(parameter.label);
    }
  }
});

it("brings nothing that was not there, and nothing that the other method refuses", () => {
  for (const [name, session, other] of PAIRS) {
    const changed = byMethod(session, other);
    expect(Object.keys(changed.draft), name).toEqual(Object.keys(other.emptyDraft()));
    for (const parameter of other.parameters) {
      const value = valueIn(changed, parameter);
      const before = same(session.method, parameter);
      const brought = before !== undefined && sameValue(value, valueIn(session, before));
      expect(brought || sameValue(value, parameter.default), `${name}: ${parameter.id}`).toBe(true);
      if (splitId(parameter.id).section === "settings" && brought) {
        expect(parameter.schema.safeParse(value).success, `${name}: ${parameter.id}`).toBe(true);
      }
    }
  }
});

it("finds the shared values again on the way back", () => {
  for (const [name, session, other] of PAIRS) {
    const back = byMethod(byMethod(session, other), session.method);
    for (const parameter of session.method.parameters) {
      if (same(other, parameter) === undefined || parameter.id.startsWith("settings.")) continue;
      expect(valueIn(back, parameter), `${name}: ${parameter.id}`).toEqual(
        valueIn(session, parameter),
      );
    }
  }
});

it("says what another method is chosen for where it is the better way", () => {
  const offering = METHODS.filter(({ better }) => better !== undefined);
  expect(offering.length).toBeGreaterThan(0);
  for (const method of offering) {
    const better = METHODS.find(({ id }) => id === method.better?.method) as Method;
    const { draft } = byBetterMethod(newSession(method), better);
    for (const { parameter, value } of method.better?.values ?? []) {
      expect(better.parameters.map(({ id }) => id)).toContain(parameter);
      expect(rawValue(draft, parameter)).toEqual(value);
    }
  }
});

it("begins with the advisor's answers, and never writes over a value", () => {
  for (const method of METHODS) {
    const given = { consumer: "third-party", key: "aws-s3" } as const;
    const { draft, told } = byAdvice(undefined, method, given);
    const asks = method.parameters.some(({ id }) => id === "owner.buckets");
    expect(rawValue(draft, "owner.buckets")).toEqual(
      asks ? [expect.objectContaining({ bucket: "", encryption: "aws-managed-key" })] : undefined,
    );
    expect(told.join()).toMatch(asks ? /^Taken over from your answers: .*encryption/ : /^$/);
  }
  for (const [name, session] of SESSIONS) {
    for (const other of METHODS) {
      const plain = byMethod(session, other);
      const advised = byAdvice(session, other, { key: "aws-s3", consumer: "third-party" });
      for (const parameter of other.parameters) {
        const before = valueIn(plain, parameter);
        if (sameValue(before, parameter.default)) continue;
        expect(valueIn(advised, parameter), `${name}: ${parameter.id}`).toEqual(before);
      }
    }
  }
});
