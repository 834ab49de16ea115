import type { Rule } from "#core/lint/rule.ts";
import { isPattern } from "#core/lint/statement-facts.ts";
import { regionsOf } from "#core/parameters/regions.ts";

/** DNS suffixes of other services' endpoints; KMS writes `.amazonaws.com` in every partition. */
export const viaService: Rule = {
  id: "via-service",
  severity: "warning",
  why: "kms:ViaService is s3.<region>.amazonaws.com in every partition, China included, and the region is the bucket's. With any other value the condition never holds.",
  source:
    "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
  of: "statement",
  check: ({ conditions }, { agreement }) => {
    const all = regionsOf(agreement).map((region) => `s3.${region}.amazonaws.com`);
    const [expected = ""] = all;
    return conditions
      .filter(
        ({ operator, key }) => key.toLowerCase() === "kms:viaservice" && !/Not/.test(operator),
      )
      .filter(({ values }) => !values.some(({ text }) => all.includes(text)))
      .flatMap(({ values }) => values)
      .filter(({ text }) => !isPattern(text) && text.startsWith("s3."))
      .map(({ text, path }) => ({
        message: `Requests to these buckets come via ${all.join(" or ")}, never via ${text}. Use ${expected}.`,
        path,
        fix: { label: `Use ${expected}`, changes: [{ path, value: expected }] },
      }));
  },
};
