import { splitArn } from "#core/aws/arn.ts";
import { isRecord, principalNames, sidOf } from "#core/policy/merge/meaning.ts";
import { policySource } from "#core/policy/merge/policy-source.ts";
import { type Remaining, withoutStatements } from "#core/policy/merge/take-out.ts";
import { isOurSid } from "#core/policy/sid.ts";
import { type ChangeOfAccess, changeOfAccess } from "#core/proof/change/change-of-access.ts";
import { someoneNamed } from "#core/proof/change/someone.ts";
import {
  actionName,
  type ChangedDocument,
  listed,
  resourceName,
} from "#core/proof/change/words.ts";

/** Somebody who is given something by a policy, and by which of its statements. */
export interface FoundSharing {
  /** Stable while the policy is. */
  readonly id: string;
  /** Made by this program, told by Sid and form; or by somebody else, as far as it can be read. */
  readonly origin: "ours" | "other";
  readonly who: string;
  readonly what: string;
  readonly where: string;
  /** Places of its statements, from 0. */
  readonly statements: readonly number[];
  readonly sids: readonly string[];
  /** Roles and users that it names, which may have a policy of their own for it; for an S3 Access Grants instance accounts, too. */
  readonly principals: readonly string[];
}

export interface FoundRule {
  readonly statement: number;
  readonly sid: string;
  readonly isOurs: boolean;
}

/** What a policy grants to whom, and the statements that only deny. */
export interface Found {
  readonly sharings: readonly FoundSharing[];
  readonly rules: readonly FoundRule[];
}

/** Lists the sharings that a policy makes: ours by whom they name, others statement by statement. */
export function sharingsIn(text: string, of: ChangedDocument): Found {
  const values = policySource(text)?.statements.map(({ value }) => value) ?? [];
  const groups = new Map<string, number[]>();
  const rules: FoundRule[] = [];
  values.forEach((value, index) => {
    if (!isRecord(value) || value["Effect"] !== "Allow") {
      rules.push({ statement: index, sid: sidOf(value), isOurs: isOurSid(sidOf(value)) });
      return;
    }
    const names = principalNames(value);
    const key =
      isOurs(value) && names !== undefined
        ? `ours ${[...names].sort().join(" ")}`
        : `statement ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const sharings = [...groups].map(([key, places]): FoundSharing => {
    const statements = places.map((place) => values[place]);
    return {
      id: key,
      origin: key.startsWith("ours ") ? "ours" : "other",
      who: whoIn(statements),
      what: listed(distinct(statements.flatMap((one) => textsOf(one, "Action").map(actionName)))),
      where: listed(distinct(statements.flatMap((one) => placesOf(one, of)))),
      statements: places,
      sids: statements.map(sidOf),
      principals: distinct(
        statements
          .flatMap((one) => [...(principalNames(one) ?? [])])
          .flatMap((name) => {
            if (/^arn:[^:]*:iam::\d{12}:(?:role|user)\//.test(name)) return [name];
            // Only accounts can be named there: whom of them, the grants say.
            const isAccount = of.kind === "instance-policy" && /^\d{12}$/.test(name);
            return isAccount
              ? [`arn:${splitArn(of.resourceArn)?.partition ?? "aws"}:iam::${name}:root`]
              : [];
          }),
      ),
    };
  });
  return { sharings, rules };
}

/** A policy without one of its sharings. */
export interface EndedSharing {
  readonly remaining: Remaining;
  /** Rules of ours that went with the last sharing of ours. */
  readonly rules: readonly string[];
  readonly change: ChangeOfAccess;
}

/**
 * Takes exactly one sharing out. Rules that ours brought along, such as TLS only, stay while another
 * sharing of ours is there, and go with the last one.
 */
export function endSharing(text: string, chosen: FoundSharing, of: ChangedDocument): EndedSharing {
  const { sharings, rules } = sharingsIn(text, of);
  const others = sharings.some(({ id, origin }) => origin === "ours" && id !== chosen.id);
  const going = chosen.origin === "ours" && !others ? rules.filter(({ isOurs }) => isOurs) : [];
  const remaining = withoutStatements(text, [
    ...chosen.statements,
    ...going.map(({ statement }) => statement),
  ]);
  return {
    remaining,
    rules: going.map(({ sid }) => sid),
    change: changeOfAccess(text, remaining?.text, of),
  };
}

const WRITTEN = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

function isOurs(value: Readonly<Record<string, unknown>>): boolean {
  return isOurSid(sidOf(value)) && Object.keys(value).every((name) => WRITTEN.includes(name));
}

/** The people of statements, as a sentence says them. */
export function whoIn(statements: readonly unknown[]): string {
  return listed(distinct(statements.flatMap(peopleOf)));
}

function peopleOf(statement: unknown): readonly string[] {
  if (!isRecord(statement)) return [];
  const { Principal: principal, NotPrincipal: except } = statement;
  if (except !== undefined) return ["everybody but those named"];
  if (principal === "*") return ["everybody"];
  if (!isRecord(principal)) return [];
  return Object.entries(principal).flatMap(([type, names]) =>
    [names].flat().map((name) => {
      const label = someoneNamed(type, String(name))?.label;
      // In the place of a role or user that is gone AWS shows its unique ID.
      const gone = /^A(?:RO|ID)A[A-Z0-9]+$/.test(String(name)) ? ", which was deleted" : "";
      return label ?? `${String(name)}${gone}`;
    }),
  );
}

function placesOf(statement: unknown, of: ChangedDocument): readonly string[] {
  const except = textsOf(statement, "NotResource");
  if (except.length > 0) return [`everything but ${listed(except)}`];
  const named = textsOf(statement, "Resource");
  return named.length === 0
    ? [resourceName(of.resourceArn, of)]
    : named.map((one) => resourceName(one, of));
}

function textsOf(statement: unknown, element: string): readonly string[] {
  if (!isRecord(statement)) return [];
  if (element === "Action" && statement["NotAction"] !== undefined)
    return ["every action but some"];
  return [statement[element] ?? []].flat().map(String);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
