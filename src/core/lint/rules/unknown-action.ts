import type { Entry, StatementView } from "#core/lint/document-view.ts";
import { nearest } from "#core/lint/nearest.ts";
import { actionNamesOf, actionsMatching, isAction } from "#core/lint/reference.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";
import { insteadOfEntry, isPattern, serviceOf } from "#core/lint/statement-facts.ts";

/**
 * Names of API operations, and names that guides print, for which another action is checked.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const MEANT: ReadonlyMap<string, readonly string[]> = new Map([
  ["s3:headobject", ["s3:GetObject"]],
  ["s3:headbucket", ["s3:ListBucket"]],
  ["s3:listobject", ["s3:ListBucket"]],
  ["s3:listobjects", ["s3:ListBucket"]],
  ["s3:listobjectsv2", ["s3:ListBucket"]],
  ["s3:listbuckets", ["s3:ListAllMyBuckets"]],
  ["s3:listobjectversions", ["s3:ListBucketVersions"]],
  ["s3:copyobject", ["s3:GetObject", "s3:PutObject"]],
  ["s3:createmultipartupload", ["s3:PutObject"]],
  ["s3:uploadpart", ["s3:PutObject"]],
  ["s3:completemultipartupload", ["s3:PutObject"]],
  ["s3:listparts", ["s3:ListMultipartUploadParts"]],
  ["s3:listmultipartuploads", ["s3:ListBucketMultipartUploads"]],
  ["s3:deleteobjects", ["s3:DeleteObject"]],
  ["s3:getbucketencryption", ["s3:GetEncryptionConfiguration"]],
  ["s3:putbucketencryption", ["s3:PutEncryptionConfiguration"]],
  ["s3:getpublicaccessblock", ["s3:GetBucketPublicAccessBlock"]],
  ["s3:putpublicaccessblock", ["s3:PutBucketPublicAccessBlock"]],
  ["s3:getbucketlifecycleconfiguration", ["s3:GetLifecycleConfiguration"]],
  ["s3:getbucketreplication", ["s3:GetReplicationConfiguration"]],
  ["s3:listaccesslocations", ["s3:ListAccessGrantsLocations"]],
]);

export const unknownAction: Rule = {
  id: "unknown-action",
  severity: "warning",
  why: "S3 refuses a bucket policy with an action it does not know. IAM saves it, and the action then grants and denies nothing.",
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
  of: "statement",
  check: (statement) => {
    const known = new Set(
      statement.actions.filter(({ facts }) => facts.length > 0).map(({ text }) => text),
    );
    const unknown = (entries: readonly Entry[]) =>
      entries.filter(({ text }) => text !== "*" && !known.has(text) && isUnknown(text));
    return [
      ...unknown(statement.actions).map((entry, index): Hit => {
        const meant = meantBy(entry.text, index < LOOKED_UP_MOST);
        return {
          ...hitOf(statement, entry, meant),
          fix:
            meant.length === 0
              ? undefined
              : {
                  label: `Use ${meant.join(" and ")}`,
                  changes: insteadOfEntry(statement, "Action", entry, meant),
                },
        };
      }),
      ...unknown(statement.notActions).map((entry, index) =>
        hitOf(statement, entry, meantBy(entry.text, index < LOOKED_UP_MOST)),
      ),
    ];
  },
};

/** Names like every one of thousands are not looked for: nobody wrote those by hand. */
const LOOKED_UP_MOST = 50;

function hitOf(statement: StatementView, { text, path }: Entry, meant: readonly string[]): Hit {
  const severity = refuses(statement) ? "error" : "warning";
  return { severity, message: sentence(text, meant), path };
}

function refuses({ document: { kind } }: StatementView): boolean {
  return kind === "bucket-policy" || kind === "trust-policy";
}

function isUnknown(text: string): boolean {
  if (!text.includes(":")) return true;
  if (!isPattern(text)) return isAction(text) === false;
  const service = serviceOf(text);
  const known = actionNamesOf(service);
  // Of the services whose names are known only, patterns are not looked at.
  return known.length > 0 && IN_DETAIL.includes(service) && actionsMatching(text).length === 0;
}

const IN_DETAIL = ["s3", "kms", "sts"];

function meantBy(text: string, isLookedUp: boolean): readonly string[] {
  if (isPattern(text) || !isLookedUp) return [];
  const known = MEANT.get(text.toLowerCase());
  if (known !== undefined) return known;
  const service = serviceOf(text);
  const like = service === "" ? undefined : nearest(text, actionNamesOf(service));
  return like === undefined ? [] : [like];
}

function sentence(text: string, meant: readonly string[]): string {
  if (!text.includes(":")) {
    return `“${text}” is no action: the service is missing. Write it like s3:GetObject.`;
  }
  if (isPattern(text)) return `No action begins or ends like ${text}. Correct it.`;
  const remedy = meant.length === 0 ? "Correct or remove it." : `Use ${meant.join(" and ")}.`;
  return `There is no action ${text}. ${remedy}`;
}
