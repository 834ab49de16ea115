import type { AccessLevel } from "#core/aws/access.ts";
import { splitArn } from "#core/aws/arn.ts";
import { grantPermission, notGrantedAlone } from "#core/aws/grant-permission.ts";
import { INSTANCE_LOCATIONS_MAX } from "#core/aws/limits.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { bucketCell } from "#core/parameters/buckets.ts";
import { error, warning } from "#core/parameters/check.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { cautions } from "#core/policy/cautions.ts";
import { instancesOf } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { GRANTS_MAX, granteesOf, locationScopes, targetsOf } from "./targets.ts";

export function checks(sharing: Shared<Settings>, draft: Draft): readonly Issue[] {
  return [
    ...accessChecks(sharing),
    ...principalChecks(sharing),
    ...objectChecks(sharing),
    ...directoryChecks(sharing),
    ...countChecks(sharing),
    ...encryptionCautions(sharing, draft),
    ...cautions(sharing.agreement),
  ];
}

const OFFERS: Readonly<Partial<Record<AccessLevel, string>>> = {
  list: "A grant is READ, WRITE or READWRITE, and READ lists and downloads: list alone cannot be granted. Add read, take list away, or share by a bucket policy or a role, which can say it.",
  delete:
    "A grant is READ, WRITE or READWRITE, and WRITE uploads and deletes: delete alone cannot be granted. Add write, take delete away, or share by a bucket policy or a role, which can say it.",
};

function accessChecks({ agreement }: Shared<Settings>): readonly Issue[] {
  return agreement.owner.locations.flatMap(({ access }, index) =>
    notGrantedAlone(access).map((level) =>
      error(`owner.locations.${index}.access`, OFFERS[level] ?? ""),
    ),
  );
}

/** Grantees are exact users and roles. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-grantees.html */
function principalChecks({ agreement }: Shared<Settings>): readonly Issue[] {
  return agreement.consumer.principals.flatMap(({ kind }, index): readonly Issue[] => {
    const message = {
      role: "",
      user: "",
      account:
        "A grant names one role or user, never a whole account. Enter the ARN of each role or user that is to have access.",
      session:
        "A grant names a role, not one of its sessions. Enter the role's ARN, with its path.",
      "permission-set":
        "A grant takes no pattern. Enter the ARN of the permission set's role in account B, or grant to a group of the directory.",
    }[kind];
    return message === "" ? [] : [error(`consumer.principals.${index}`, message)];
  });
}

function objectChecks({ agreement, settings }: Shared<Settings>): readonly Issue[] {
  const { buckets, locations } = agreement.owner;
  return settings.objects.flatMap(({ bucket, key, access }, index): readonly Issue[] => {
    const at = `settings.objects.${index}`;
    if (hasPlaceholder(bucket) || hasPlaceholder(key)) return [];
    if (!buckets.some((settingsOf) => settingsOf.bucket === bucket)) {
      return [
        error(
          `${at}.bucket`,
          `${bucket} is not among the buckets of the locations. Add a location in it, or remove the object.`,
        ),
      ];
    }
    const around = locations.find(
      (location) =>
        location.bucket === bucket &&
        key.startsWith(location.prefix) &&
        access.every((level) => location.access.includes(level)),
    );
    return around === undefined
      ? []
      : [
          warning(
            `${at}.key`,
            `${key} is inside ${bucket}/${around.prefix}, which is shared with the same access or more. Remove one of the two.`,
          ),
        ];
  });
}

function directoryChecks({ agreement, settings }: Shared<Settings>): readonly Issue[] {
  const { identityCenterArn, directoryUsers, directoryGroups } = settings;
  if (identityCenterArn === "") return [];
  const at = "settings.identityCenterArn";
  const partition = splitArn(identityCenterArn)?.partition;
  const { region } = agreement.owner;
  return [
    ...(partition === agreement.partition || hasPlaceholder(region)
      ? []
      : [
          error(
            at,
            `This instance is in partition ${partition}, but ${region} is in ${agreement.partition}. Correct one of the two.`,
          ),
        ]),
    ...(directoryUsers.length + directoryGroups.length > 0
      ? []
      : [
          error(
            at,
            "No directory user or group is named. Add one, or leave the IAM Identity Center instance empty.",
          ),
        ]),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-limitations.html */
function countChecks(sharing: Shared<Settings>): readonly Issue[] {
  const targets = targetsOf(sharing);
  const grants = targets.length * granteesOf(sharing).length;
  const crowded = instancesOf(sharing).find(
    (instance) => locationScopes(targets, instance).length > INSTANCE_LOCATIONS_MAX,
  );
  return [
    ...(grants <= GRANTS_MAX
      ? []
      : [
          error(
            "consumer.principals",
            `Every principal gets a grant for every location: ${grants.toLocaleString("en-US")} grants, and at most ${GRANTS_MAX.toLocaleString("en-US")} fit one sharing. Share a prefix above several of the listed ones, or grant to fewer roles.`,
          ),
        ]),
    ...(crowded === undefined
      ? []
      : [
          error(
            "settings.locationScope",
            `${crowded.region} would get more than ${INSTANCE_LOCATIONS_MAX.toLocaleString("en-US")} locations, which AWS does not take. Register each bucket instead.`,
          ),
        ]),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
function encryptionCautions({ agreement }: Shared<Settings>, draft: Draft): readonly Issue[] {
  const { buckets, locations } = agreement.owner;
  const encrypted = (bucket: string) =>
    buckets.some((each) => each.bucket === bucket && each.encryption.kind !== "sse-s3");
  return [
    ...locations.flatMap(({ bucket, access }, index): readonly Issue[] =>
      grantPermission(access) === "WRITE" && encrypted(bucket)
        ? [
            warning(
              `owner.locations.${index}.access`,
              "With WRITE alone, credentials may encrypt but not decrypt, so uploads in several parts fail where SSE-KMS is used. Add read, or have clients upload in one part.",
            ),
          ]
        : [],
    ),
    ...buckets
      .filter(({ encryption }) => encryption.kind === "aws-managed-key")
      .map(
        ({ bucket }): Issue =>
          warning(
            bucketCell(draft, bucket, "encryption"),
            `The credentials belong to account A, so they can use aws/s3 of ${bucket}; AWS does not say so for S3 Access Grants in so many words. Run verify before you rely on it.`,
          ),
      ),
  ];
}
