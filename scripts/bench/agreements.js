import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../run.js";

/** What most people will fill in: one location, one role, a customer managed key. */
export function usualAgreement(method) {
  return JSON.parse(readFileSync(join(ROOT, "examples", `${method}.json`), "utf8"));
}

/** 50 locations (five buckets of ten prefixes) shared with 50 roles. */
export function largeAgreement(method) {
  const usual = usualAgreement(method);
  const buckets = Array.from({ length: 5 }, (_, index) => `acme-share-data-${index + 1}`);
  return {
    ...usual,
    owner: {
      ...usual.owner,
      locations: buckets.flatMap((bucket) =>
        Array.from({ length: 10 }, (_, index) => ({
          bucket,
          prefix: `reports/team-${String(index + 1).padStart(2, "0")}/`,
          access: ["list", "read"],
        })),
      ),
      buckets: buckets.map((bucket) => ({ ...usual.owner.buckets[0], bucket })),
    },
    consumer: {
      ...usual.consumer,
      principals: Array.from(
        { length: 50 },
        (_, index) => `arn:aws:iam::444455556666:role/team-${String(index + 1).padStart(2, "0")}`,
      ),
    },
  };
}
