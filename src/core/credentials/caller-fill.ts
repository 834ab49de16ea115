import { parseAccountId } from "#core/aws/account-id.ts";
import { parseRegion, partitionOf } from "#core/aws/region.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { rawText, rawValue } from "#core/parameters/raw.ts";
import type { Assignment } from "#core/parameters/taken.ts";
import { SIDES, type Side } from "#core/side.ts";
import type { Caller } from "./caller.ts";

/** One value that the caller's identity has for the agreement. */
export interface CallerValue {
  readonly label: string;
  readonly value: string;
  /** What would become of it: `told` goes into no field. */
  readonly change: "fill" | "replace" | "add" | "none" | "told";
  /** What the field holds instead. */
  readonly before?: string;
}

export interface CallerFill {
  readonly account: CallerValue;
  readonly partition: CallerValue;
  /** Only where the sharing asks for principals. */
  readonly principal?: CallerValue;
}

/** What the identity would fill in at a side, or why it is the wrong one. */
export type CallerMatch =
  | { readonly kind: "fits"; readonly fill: CallerFill }
  | { readonly kind: "mismatch"; readonly message: string };

const LETTERS: Readonly<Record<Side, string>> = { owner: "A", consumer: "B" };
const PRINCIPALS = "consumer.principals";

export function matchCaller(caller: Caller, side: Side, draft: Draft): CallerMatch {
  const other = SIDES.find((one) => one !== side) ?? side;
  if (accountIn(draft, other) === caller.account) {
    return mismatch(
      `These are account ${LETTERS[other]}'s credentials: ${caller.account} is account ${LETTERS[other]} here. Paste credentials of account ${LETTERS[side]}.`,
    );
  }
  const region = parseRegion(rawText(draft, "owner.region"));
  if (region.ok && partitionOf(region.value) !== caller.partition) {
    return mismatch(
      `These credentials are of partition ${caller.partition}, and ${region.value} is in ${partitionOf(region.value)}. Nothing can be shared from one partition to another: paste credentials of ${partitionOf(region.value)}, or correct the Region.`,
    );
  }
  const held = accountIn(draft, side) ?? rawText(draft, `${side}.account`);
  const principal = side === "consumer" ? principalValue(caller, draft) : undefined;
  return {
    kind: "fits",
    fill: {
      account: {
        label: `Account ID of account ${LETTERS[side]}`,
        value: caller.account,
        ...(held === ""
          ? { change: "fill" }
          : held === caller.account
            ? { change: "none" }
            : { change: "replace", before: held.slice(0, 60) }),
      },
      partition: { label: "Partition", value: caller.partition, change: "told" },
      ...(principal === undefined ? {} : { principal }),
    },
  };
}

function mismatch(message: string): CallerMatch {
  return { kind: "mismatch", message };
}

function accountIn(draft: Draft, side: Side): string | undefined {
  const account = parseAccountId(rawText(draft, `${side}.account`));
  return account.ok ? account.value : undefined;
}

function principalValue({ principal }: Caller, draft: Draft): CallerValue | undefined {
  const raw = rawValue(draft, PRINCIPALS);
  if (principal === undefined || raw === undefined) return undefined;
  const held = principalsIn(draft);
  const change = held.includes(principal) ? "none" : held.length === 0 ? "fill" : "add";
  return { label: "Principal", value: principal, change };
}

function principalsIn(draft: Draft): readonly string[] {
  const raw = rawValue(draft, PRINCIPALS);
  return Array.isArray(raw)
    ? raw.filter((item): item is string => typeof item === "string" && item.trim() !== "")
    : [];
}

/** The values as they go into the draft; a principal is added to those that are there. */
export function fillAssignments(
  { account, principal }: CallerFill,
  side: Side,
  draft: Draft,
  withPrincipal: boolean,
): readonly Assignment[] {
  const adds = principal !== undefined && principal.change !== "none" && withPrincipal;
  return [
    ...(account.change === "none" ? [] : [{ id: `${side}.account`, value: account.value }]),
    ...(adds ? [{ id: PRINCIPALS, value: [...principalsIn(draft), principal.value] }] : []),
  ];
}
