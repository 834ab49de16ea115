import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentText } from "#core/policy/document-text.ts";
import { METHODS } from "./index.ts";

describe.each(METHODS.map((method) => [method.id, method] as const))("%s", (_id, method) => {
  it("prepares a value for any draft, however hostile", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (anything) => {
        const prepared = method.prepare(anything as never);
        expect(prepared.complete).toBe(false);
        expect(prepared.plan.steps.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    const hostile = fc.record({
      owner: fc.record({
        account: fc.anything(),
        region: fc.anything(),
        locations: fc.array(
          fc.oneof(
            fc.anything(),
            fc.record({ bucket: fc.anything(), prefix: fc.string(), access: fc.anything() }),
          ),
        ),
        buckets: fc.array(
          fc.oneof(fc.anything(), fc.record({ bucket: fc.anything(), encryption: fc.anything() })),
        ),
      }),
      consumer: fc.record({ account: fc.anything(), principals: fc.anything() }),
      guardrails: fc.dictionary(fc.string(), fc.anything()),
      settings: fc.dictionary(
        fc.constantFrom("__proto__", "roleName", "externalId", "sessionSeconds"),
        fc.anything(),
      ),
    });
    fc.assert(
      fc.property(hostile, (draft) => {
        const prepared = method.prepare(draft as never);
        expect(prepared.documents.map(documentText).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
