import { bucketArn } from "#core/aws/arn.ts";
import { quicksightPage } from "#core/aws/console-links.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { IMPORT_SHOWS, SOURCE_SHOWS } from "./data-set-steps.ts";
import { assetIdOf, assetNameOf, INGESTION_ID, listedFiles, quicksightRegionOf } from "./names.ts";
import type { Settings } from "./parameters.ts";

const NOTHING_TO_UNDO = { kind: "nothing", reason: "This step only looks." } as const;

/**
 * Nobody can call S3 as QuickSight's role. What both halves let through, the import shows; what
 * account B's own half lets through or not, IAM says.
 */
export function verifyStep(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { agreement } = sharing;
  const id = assetIdOf(sharing);
  const target = { account: agreement.consumer.account, region: quicksightRegionOf(sharing) };
  return {
    id: "verify",
    side: "consumer",
    phase: "verify",
    title: "Verify as account B's admin",
    why: "Nobody can sign in as QuickSight's role. The import shows that both accounts let it read; IAM says what the role's own policies allow and what they do not. That account A grants nothing beyond this, the access matrix shows.",
    needs,
    operations: [
      { kind: "wait-for-data-source", ...target, dataSourceId: id, shows: SOURCE_SHOWS },
      {
        kind: "wait-for-ingestion",
        ...target,
        dataSetId: id,
        ingestionId: INGESTION_ID,
        shows: IMPORT_SHOWS,
      },
      ...simulations(sharing),
    ],
    check: [],
    undo: NOTHING_TO_UNDO,
    documents: [],
    retries: true,
  };
}

/** For each role: reading is allowed, writing and another bucket are not. */
function simulations(sharing: Shared<Settings>): readonly Operation[] {
  const { agreement, settings } = sharing;
  const { partition, owner, consumer } = agreement;
  const [file] = listedFiles(sharing);
  const [location] = owner.locations.filter(({ access }) => access.includes("read"));
  const inLocation =
    location === undefined
      ? ""
      : `${bucketArn(partition, location.bucket)}/${location.prefix}any.csv`;
  const read =
    settings.variant === "acl" && file !== undefined
      ? `${bucketArn(partition, file.bucket)}/${file.key}`
      : inLocation;
  const context = { key: "aws:ResourceAccount", value: owner.account, type: "string" } as const;
  return consumer.principals.flatMap(({ arn }): readonly Operation[] => {
    const asked = { kind: "simulate-principal-policy", principalArn: arn, context } as const;
    return [
      { ...asked, action: "s3:GetObject", resourceArn: read, expect: "allowed" },
      { ...asked, action: "s3:PutObject", resourceArn: read, expect: "denied" },
    ];
  });
}

/** For account B's people: QuickSight's names have changed twice, so both are told. */
export function reportStep(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { partition } = sharing.agreement;
  const region = quicksightRegionOf(sharing);
  const name = assetNameOf(sharing);
  const at = quicksightPage({ partition, region });
  return {
    id: "use-data-set",
    side: "consumer",
    phase: "use",
    title: "Use the data set in Quick Sight",
    why: "The owner of the data set sees it and can share it. Amazon QuickSight is now called Amazon Quick, its reports part Quick Sight; commands and roles keep the old name.",
    needs,
    operations: [
      {
        kind: "by-hand",
        instruction: `Open Quick Sight (before: QuickSight), Datasets, “${name}”. Under Edit dataset, set the types of the columns: all came in as text.`,
        url: at,
      },
      {
        kind: "by-hand",
        instruction: `For files that come later, open “${name}”, Refresh, and add a schedule. Without one nothing is imported again.`,
        url: at,
      },
    ],
    check: [],
    undo: { kind: "nothing", reason: "Deleting the data set takes back what was set there." },
    documents: [],
    retries: false,
  };
}
