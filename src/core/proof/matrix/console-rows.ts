import type { Location } from "#core/parameters/agreement.ts";
import { rowAt } from "./access-rows.ts";
import type { Actor } from "./actors.ts";
import { type Asking, allowedTo, deniedTo } from "./asking.ts";
import { usual } from "./circumstances.ts";
import { browsingCalls, placeOf } from "./places.ts";
import type { Call, QuestionRow } from "./question.ts";

/**
 * Browsing to a shared prefix in the S3 console: the start page, then folder by folder, each listed
 * on its own by its delimiter. Who has not asked for it may do neither.
 */
export function consoleRows(asking: Asking): readonly QuestionRow[] {
  const { agreement } = asking;
  return [homeRow(asking), ...agreement.owner.locations.flatMap((each) => browseRow(asking, each))];
}

function homeRow(asking: Asking): QuestionRow {
  const { agreement, granted } = asking;
  const home = (actor: Actor): readonly Call[] => [
    {
      actions: ["s3:ListAllMyBuckets"],
      resourceArn: "*",
      resourceAccount: actor.caller.account,
    },
  ];
  const ask = (actor: Actor) =>
    agreement.consumer.consoleAccess
      ? allowedTo([actor], home(actor), usual(asking))
      : deniedTo([actor], home(actor), "documents", usual(asking));
  return {
    id: "console-home",
    kind: "console",
    title: "List all buckets, as the console's start page does",
    questions: granted.flatMap(ask),
  };
}

function browseRow(asking: Asking, location: Location): readonly QuestionRow[] {
  const { agreement, granted, outsiders } = asking;
  const { bucket, prefix, access } = location;
  if (prefix === "" || !access.includes("list") || !agreement.consumer.consoleAccess) return [];
  const place = placeOf(agreement, bucket, prefix);
  const calls = browsingCalls("s3:ListBucket", place, agreement.partition);
  return [
    {
      ...rowAt("browse", location),
      kind: "console",
      title: `Browse to ${prefix}`,
      questions: [
        ...allowedTo(granted, calls, usual(asking)),
        ...deniedTo(outsiders, calls, "documents", usual(asking)),
      ],
    },
  ];
}
