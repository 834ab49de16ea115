import { quicksightPage } from "#core/aws/console-links.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { callerStepId } from "#core/plan/prerequisites.ts";
import { DATA_SET, DATA_SOURCE, MANIFEST } from "./documents.ts";
import { assetIdOf, INGESTION_ID, quicksightRegionOf } from "./names.ts";
import type { Settings } from "./parameters.ts";

const ALLOW_IN_CONSOLE = "allow-in-console";

interface Target {
  readonly account: string;
  readonly region: string;
}

/** What account B does once both halves of the grant are in place. */
export function dataSetSteps(
  sharing: Shared<Settings>,
  granted: readonly string[],
): readonly PlanStep[] {
  const target = {
    account: sharing.agreement.consumer.account,
    region: quicksightRegionOf(sharing),
  };
  const allowed = consoleSteps(sharing);
  const manifest = manifestStep(sharing);
  const before = [...granted, ...allowed.map(({ id }) => id), manifest.id];
  const source = dataSourceStep(sharing, target, before);
  return [...allowed, manifest, source, dataSetStep(sharing, target, [source.id])];
}

/** For a role of its own, account B's admin has said in IAM what it reads; the console has no part in it. */
function consoleSteps(sharing: Shared<Settings>): readonly PlanStep[] {
  const { agreement, settings } = sharing;
  if (settings.serviceRoles.every((choice) => choice === "custom")) return [];
  const names = agreement.owner.buckets.map(({ bucket }) => bucket).join(", ");
  const url = quicksightPage({
    partition: agreement.partition,
    region: quicksightRegionOf(sharing),
  });
  return [
    {
      id: ALLOW_IN_CONSOLE,
      side: "consumer",
      phase: "apply",
      title: "Tick the buckets in the QuickSight admin console",
      why: "QuickSight reads only buckets that its own list names, whatever IAM allows. Buckets of other accounts are on a tab of their own.",
      needs: [callerStepId("consumer")],
      operations: [
        {
          kind: "by-hand",
          instruction: `As a QuickSight admin: user icon, Manage account (before: Manage QuickSight), Permissions, AWS resources (before: Security & permissions, QuickSight access to AWS services), Amazon S3, Select S3 buckets. On the tab “S3 Buckets You Can Access Across AWS”, Use a different bucket: enter ${names}, Add S3 bucket. On the tab of your own buckets, tick ${settings.manifestBucket}. Then Finish.`,
          url,
        },
      ],
      check: [],
      undo: {
        kind: "operations",
        operations: [
          {
            kind: "by-hand",
            instruction: `On the same tab of the QuickSight admin console (Permissions, AWS resources, Amazon S3, “S3 Buckets You Can Access Across AWS”) remove ${names}; untick ${settings.manifestBucket} unless other data sets use it.`,
            url,
          },
        ],
      },
      documents: [],
      retries: false,
    },
  ];
}

function manifestStep({ agreement, settings }: Shared<Settings>): PlanStep {
  const object = {
    account: agreement.consumer.account,
    bucket: settings.manifestBucket,
    key: settings.manifestKey,
    document: MANIFEST,
  };
  return {
    id: "put-manifest",
    side: "consumer",
    phase: "apply",
    title: "Upload the manifest",
    why: "QuickSight reads from it which files belong to the data set, each time that it imports them.",
    needs: [callerStepId("consumer")],
    operations: [{ kind: "put-own-object", ...object }],
    check: [],
    undo: { kind: "operations", operations: [{ kind: "remove-own-object", ...object }] },
    documents: [MANIFEST],
    retries: false,
  };
}

function dataSourceStep(
  sharing: Shared<Settings>,
  target: Target,
  needs: readonly string[],
): PlanStep {
  const source = { ...target, dataSourceId: assetIdOf(sharing) };
  return {
    id: "create-data-source",
    side: "consumer",
    phase: "apply",
    title: "Create the data source",
    why: "QuickSight reads the manifest and looks for the files now, so account A must have done its part.",
    needs,
    operations: [{ kind: "create-data-source", ...source, document: DATA_SOURCE }],
    check: [{ kind: "wait-for-data-source", ...source, shows: SOURCE_SHOWS }],
    undo: { kind: "operations", operations: [{ kind: "delete-data-source", ...source }] },
    documents: [DATA_SOURCE],
    retries: false,
  };
}

function dataSetStep(
  sharing: Shared<Settings>,
  target: Target,
  needs: readonly string[],
): PlanStep {
  const set = { ...target, dataSetId: assetIdOf(sharing) };
  const run = { ...set, ingestionId: INGESTION_ID };
  return {
    id: "create-data-set",
    side: "consumer",
    phase: "apply",
    title: "Create the data set and import the files",
    why: "The files are copied into SPICE: for S3 there is no direct query. What changes in the bucket shows after the next import.",
    needs,
    operations: [
      { kind: "create-data-set", ...set, document: DATA_SET },
      { kind: "create-ingestion", ...run },
    ],
    check: [{ kind: "wait-for-ingestion", ...run, shows: IMPORT_SHOWS }],
    undo: { kind: "operations", operations: [{ kind: "delete-data-set", ...set }] },
    documents: [DATA_SET],
    retries: false,
  };
}

export const SOURCE_SHOWS = "QuickSight has read the manifest and reached the files";
export const IMPORT_SHOWS = "QuickSight has imported every file of the manifest";
