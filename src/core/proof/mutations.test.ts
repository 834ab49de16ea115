import { describe, expect, it } from "vitest";
import { isPolicy } from "#core/policy/document.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { proofMatrix } from "#core/proof/matrix.ts";
import { EQUIVALENCES } from "#core/proof/testing/equivalent-mutations.ts";
import { preparedCases } from "#core/proof/testing/method-cases.ts";
import { mutations } from "#core/proof/testing/mutations.ts";

const CASES = await preparedCases();

/** Hundreds of prefixes make the same statements longer, not other statements. */
const MANY_LOCATIONS = 20;
const UNHURRIED = 900_000;

describe("mutations of the generated documents", () => {
  it(
    "are noticed by the matrix, or break nothing for a stated reason",
    () => {
      const unnoticed: string[] = [];
      const reasons = new Map<string, number>();
      let broken = 0;
      for (const { method, name, prepared } of CASES) {
        if (prepared.agreement.owner.locations.length > MANY_LOCATIONS) continue;
        for (const document of prepared.documents.filter(isPolicy)) {
          for (const mutation of mutations(document.policy)) {
            broken += 1;
            const edits = new Map([[document.id, JSON.stringify(mutation.policy)]]);
            const documents = effectiveDocuments(prepared.documents, edits);
            if (!proofMatrix({ ...prepared, documents }).ok) continue;
            const equivalence = EQUIVALENCES.find(({ holds }) =>
              holds(mutation, document.kind, prepared.accessPath),
            );
            if (equivalence === undefined) {
              unnoticed.push(`${method}/${name}/${document.id}/${mutation.at}: ${mutation.kind}`);
            } else {
              reasons.set(equivalence.why, (reasons.get(equivalence.why) ?? 0) + 1);
            }
          }
        }
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
    },
    UNHURRIED,
  );
});
