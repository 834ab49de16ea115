import type { Prepared } from "#core/methods/method.ts";
import { CASES } from "#core/render/testing/cases.ts";

interface CaseToRun {
  readonly name: string;
  readonly prepared: Prepared;
}

/**
 * What moto does not have, so that a case with it cannot be run.
 * @see https://docs.getmoto.org/en/latest/docs/services/iam.html
 */
const LACKING: readonly {
  readonly what: string;
  readonly needs: (prepared: Prepared) => boolean;
}[] = [
  {
    what: "a user's permissions boundary: moto forgets it",
    needs: ({ plan }) =>
      plan.steps.some((step) =>
        step.operations.some((one) => one.kind === "create-user" && one.permissionsBoundary !== ""),
      ),
  },
  {
    what: "partitions other than aws: the gate's accounts are made in aws",
    needs: ({ agreement }) => agreement.partition !== "aws",
  },
];

/** The running example first, then each case that has an operation that none before it has. */
export function casesToRun(method: string): readonly CaseToRun[] {
  const cases = CASES.filter(({ prepared }) => prepared.method.id === method)
    .filter(({ prepared }) => !LACKING.some(({ needs }) => needs(prepared)))
    .toSorted((one, other) => Number(isExample(other)) - Number(isExample(one)));
  const covered = new Set<string>();
  return cases.filter((one) => {
    const kinds = kindsIn(one.prepared).filter((kind) => !covered.has(kind));
    for (const kind of kinds) covered.add(kind);
    return kinds.length > 0;
  });
}

export function isExample({ name }: Pick<CaseToRun, "name">): boolean {
  return name.endsWith("/running-example");
}

function kindsIn({ plan }: Prepared): readonly string[] {
  return plan.steps
    .filter(({ phase }) => phase === "prepare" || phase === "apply")
    .flatMap((step) => step.operations.map(({ kind }) => `${step.side} ${kind}`));
}
