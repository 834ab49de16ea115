import { describe, expect, it } from "vitest";
import type { AccessPath } from "#core/policy/access-path.ts";
import { isPolicy, type PolicyKind } from "#core/policy/document.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import type { Sharing } from "#core/proof/matrix/sharing.ts";
import { proofMatrix } from "#core/proof/matrix.ts";
import { EQUIVALENCES } from "#core/proof/testing/equivalent-mutations.ts";
import { holds } from "#core/proof/testing/holds.ts";
import { preparedCases } from "#core/proof/testing/method-cases.ts";
import { type Mutation, mutations } from "#core/proof/testing/mutations.ts";

const CASES = await preparedCases();

/** Hundreds of prefixes make the same statements longer, not other statements. */
const MANY_LOCATIONS = 20;
/** The whole matrix is asked of every so many mutations as well. */
const SAMPLE = 40;

interface Mutated {
  readonly at: string;
  readonly mutation: Mutation;
  readonly kind: PolicyKind;
  readonly accessPath: AccessPath;
  readonly sharing: () => Sharing;
}

/** Every document of every case, one change at a time. */
function* mutated(): Generator<Mutated> {
  for (const { method, name, prepared } of CASES) {
    if (prepared.agreement.owner.locations.length > MANY_LOCATIONS) continue;
    for (const document of prepared.documents.filter(isPolicy)) {
      for (const mutation of mutations(document.policy)) {
        const at = `${method}/${name}/${document.id}/${mutation.at}: ${mutation.kind}`;
        const sharing = () => {
          const edits = new Map([[document.id, JSON.stringify(mutation.policy)]]);
          return { ...prepared, documents: effectiveDocuments(prepared.documents, edits) };
        };
        yield { at, mutation, kind: document.kind, accessPath: prepared.accessPath, sharing };
      }
    }
  }
}

describe("mutations of the generated documents", () => {
  it("are noticed by the matrix, or break nothing for a stated reason", () => {
    const unnoticed: string[] = [];
    const reasons = new Map<string, number>();
    let broken = 0;
    for (const { at, mutation, kind, accessPath, sharing } of mutated()) {
      broken += 1;
      if (!holds(sharing())) continue;
      const equivalence = EQUIVALENCES.find((one) => one.holds(mutation, kind, accessPath));
      if (equivalence === undefined) unnoticed.push(at);
      else reasons.set(equivalence.why, (reasons.get(equivalence.why) ?? 0) + 1);
    }
    const excused = [...reasons.values()].reduce((sum, count) => sum + count, 0);
    const noticed = broken - excused - unnoticed.length;
    console.info(
      `Mutation score: ${noticed} of ${broken - excused} noticed (${Math.floor((100 * noticed) / (broken - excused))} %), in ${CASES.length} cases; ${excused} more break nothing, for ${reasons.size} stated reasons.`,
    );
    expect(broken).toBeGreaterThan(1000);
    expect(unnoticed).toEqual([]);
    // A reason that no mutation needs is a hole waiting for one.
    expect(EQUIVALENCES.filter(({ why }) => !reasons.has(why))).toEqual([]);
  });

  it("are judged alike by the first question that fails and by the whole matrix", () => {
    const judged = { held: 0, broken: 0 };
    let count = 0;
    for (const { at, sharing } of mutated()) {
      count += 1;
      if (count % SAMPLE !== 0) continue;
      const { ok } = proofMatrix(sharing());
      judged[ok ? "held" : "broken"] += 1;
      expect(holds(sharing()), at).toBe(ok);
    }
    expect(judged.held).toBeGreaterThan(10);
    expect(judged.broken).toBeGreaterThan(100);
  });
});
