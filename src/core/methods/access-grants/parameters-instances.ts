import { parseRegion } from "#core/aws/region.ts";
import type { Draft, Parameter, RawRow } from "#core/parameters/parameter.ts";
import { parseAgreement } from "#core/parameters/parse-agreement.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { cellText, isRecord } from "#core/parameters/raw.ts";
import { type Problem, type Reading, readingSchema } from "#core/parameters/reading.ts";
import { regionsOf } from "#core/parameters/regions.ts";
import { awsCommand, regionForCommand } from "#core/parameters/where.ts";

/** Whether the S3 Access Grants instance of a region is made for this sharing. */
export interface InstanceState {
  readonly region: string;
  readonly state: "new" | "existing";
}

export const instances: Parameter<readonly RawRow[], readonly InstanceState[]> = {
  id: "settings.instances",
  side: "owner",
  label: "S3 Access Grants instances",
  help: "An account has one instance in each region; it answers for all of the account's buckets there.",
  example: "eu-west-1: to be created",
  control: {
    kind: "rows",
    itemName: "region",
    addLabel: "Add region",
    columns: [
      {
        id: "region",
        label: "Region",
        help: "A region that has a shared bucket.",
        example: "eu-west-1",
        control: { kind: "text", width: "narrow" },
        default: "",
      },
      {
        id: "state",
        label: "Instance",
        help: "Whether account A has one there.",
        example: "To be created",
        where: {
          command: (draft) =>
            awsCommand(
              draft,
              "owner",
              `s3control get-access-grants-instance --account-id ${ownerAccount(draft)} --query AccessGrantsInstanceArn --output text --region ${regionForCommand(draft)}`,
            ),
          note: "AccessGrantsInstanceNotExistsError means that there is none.",
        },
        control: {
          kind: "choice",
          options: [
            {
              value: "new",
              label: "To be created",
              description: "There is none yet. Undo deletes it again, once it is empty.",
            },
            {
              value: "existing",
              label: "Already there",
              description: "It is used as it is; its other grants and locations are not touched.",
            },
          ],
        },
        default: "new",
      },
    ],
    keys: { column: "region", of: sharedRegions },
  },
  schema: readingSchema(readInstances),
  default: [],
  placeholder: [],
  linkKey: "instance",
};

/** Only values that have been parsed get into a command. */
function ownerAccount(draft: Draft): string {
  const { account } = parseAgreement(draft, ["owner.account"]).agreement.owner;
  return account;
}

function sharedRegions(draft: Draft): readonly string[] {
  const { agreement } = parseAgreement(draft, ["owner.region", "owner.locations", "owner.buckets"]);
  return regionsOf(agreement).filter((region) => !hasPlaceholder(region));
}

function readInstances(raw: unknown): Reading<readonly InstanceState[]> {
  if (!Array.isArray(raw)) {
    return { value: [], problems: [{ path: [], message: "Enter a list of regions." }] };
  }
  const problems: Problem[] = [];
  const value = raw.slice(0, 100).flatMap((row: unknown, index): readonly InstanceState[] => {
    const cells = isRecord(row) ? (row as RawRow) : {};
    const region = parseRegion(cellText(cells, "region"));
    const state = cellText(cells, "state");
    if (!region.ok) return [];
    if (state === "" || state === "new" || state === "existing") {
      return [{ region: region.value, state: state === "existing" ? "existing" : "new" }];
    }
    problems.push({ path: [index, "state"], message: "Choose one of the values offered." });
    return [];
  });
  return { value, problems };
}
