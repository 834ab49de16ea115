import type { Shared } from "#core/methods/define-method.ts";
import type { Location } from "#core/parameters/agreement.ts";
import { bucketCell } from "#core/parameters/buckets.ts";
import { error, warning } from "#core/parameters/check.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import type { Settings } from "./parameters.ts";

/** What access control lists cannot do, and what they change. */
export function aclChecks(
  { agreement, settings }: Shared<Settings>,
  locations: readonly Location[],
  draft: Draft,
): readonly Issue[] {
  const { owner, guardrails } = agreement;
  const { ownerCanonicalId, consumerCanonicalId, files, prefixes } = settings;
  return [
    ...(files.length === 0
      ? [
          error(
            "settings.files",
            "A list is set on each object, so each file has to be named. Add the files, or grant by a bucket policy, which covers whole prefixes.",
          ),
        ]
      : []),
    ...(prefixes.length > 0
      ? [
          error(
            "settings.prefixes",
            "Below a prefix there are, or will be, files whose list does not name account B, and the import fails with the first of them. Name the files instead, or grant by a bucket policy.",
          ),
        ]
      : []),
    ...(ownerCanonicalId === consumerCanonicalId && !hasPlaceholder(ownerCanonicalId)
      ? [
          error(
            "settings.consumerCanonicalId",
            "Both accounts have the same canonical user ID here. Account B looks up its own.",
          ),
        ]
      : []),
    ...(guardrails.validUntil === ""
      ? []
      : [
          error(
            "guardrails.validUntil",
            "A list has no conditions, so it ends by nothing but undo. Leave it empty, or grant by a bucket policy.",
          ),
        ]),
    warning(
      "settings.variant",
      "A file that is uploaded later is not shared until it has its list; nor is one that is replaced, because a new object begins with a new list. A bucket policy needs none of this.",
    ),
    ...locations.flatMap(({ bucket, prefix }, index) =>
      prefix === "" || hasPlaceholder(bucket)
        ? []
        : [
            warning(
              `owner.locations.${index}.prefix`,
              `A list lets account B see the names of all objects in ${bucket}: it knows no prefixes. Only the named files can be read.`,
            ),
          ],
    ),
    ...owner.buckets
      .filter(({ ownership }) => ownership === "BucketOwnerEnforced")
      .map(({ bucket }) =>
        warning(
          bucketCell(draft, bucket, "ownership"),
          `ACLs are disabled in ${bucket}. The plan switches it to Bucket owner preferred: lists that it and its objects had before count again, and what other accounts upload without bucket-owner-full-control belongs to them. Look at the lists that are there first.`,
        ),
      ),
  ];
}
