import { splitArn } from "#core/aws/arn.ts";
import { prefixContains } from "#core/aws/prefix.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { Location } from "#core/parameters/agreement.ts";
import { error, warning } from "#core/parameters/check.ts";
import { refuseAwsManagedKey } from "#core/parameters/check-buckets.ts";
import { readLocations } from "#core/parameters/locations.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { organizationCautions } from "#core/policy/cautions.ts";
import { aclChecks } from "./acl-checks.ts";
import type { Settings } from "./parameters.ts";

export function checks(sharing: Shared<Settings>, draft: Draft): readonly Issue[] {
  const { agreement, settings } = sharing;
  // As typed: the agreement itself lists whole buckets besides.
  const locations = readLocations(rawValue(draft, "owner.locations")).value;
  return [
    ...refuseAwsManagedKey(agreement, draft),
    ...accessChecks(locations),
    ...fileChecks(sharing, locations),
    ...consumerChecks(sharing),
    ...columnChecks(settings.columns),
    ...(settings.variant === "acl"
      ? aclChecks(sharing, locations, draft)
      : policyChecks(locations)),
    ...organizationCautions(agreement),
  ];
}

/** QuickSight only reads: anything else cannot work, or would be granted for nothing. */
function accessChecks(locations: readonly Location[]): readonly Issue[] {
  return locations.flatMap(({ access }, index): readonly Issue[] => {
    const at = `owner.locations.${index}.access`;
    const more = access.filter((level) => level === "write" || level === "delete");
    if (more.length > 0) {
      return [
        error(
          at,
          `QuickSight lists and reads files; it never writes or deletes them. Leave out ${more.join(" and ")}, or grant that to somebody else by a bucket policy of its own.`,
        ),
      ];
    }
    return access.includes("list") && access.includes("read")
      ? []
      : [
          error(
            at,
            "QuickSight looks for the files before it reads them. Choose both list and read.",
          ),
        ];
  });
}

/** What the manifest names must be shared, or the import fails with that file. */
function fileChecks(
  { settings }: Shared<Settings>,
  locations: readonly Location[],
): readonly Issue[] {
  const isShared = (bucket: string, path: string) =>
    locations.some(
      (location) =>
        location.bucket === bucket && prefixContains(location.prefix, path as Location["prefix"]),
    );
  const told = (at: string, what: string) =>
    error(at, `${what} is outside of what is shared. Share it in Account A's step, or remove it.`);
  return [
    ...settings.files.flatMap(({ bucket, key }, index) =>
      isShared(bucket, key) ? [] : [told(`settings.files.${index}`, `${bucket}/${key}`)],
    ),
    ...settings.prefixes.flatMap(({ bucket, prefix }, index) =>
      isShared(bucket, prefix) ? [] : [told(`settings.prefixes.${index}`, `${bucket}/${prefix}`)],
    ),
  ];
}

function consumerChecks({ agreement, settings }: Shared<Settings>): readonly Issue[] {
  const { partition, owner, consumer } = agreement;
  const isKnown = !hasPlaceholder(consumer.account);
  const foreign = (at: string, what: string, account: string): readonly Issue[] =>
    isKnown && account !== consumer.account
      ? [
          error(
            at,
            `${what} is in account ${account}, but account B is ${consumer.account}. Correct one of the two.`,
          ),
        ]
      : [];
  const role = settings.serviceRoles.includes("custom") ? settings.customRole : undefined;
  const user = splitArn(settings.quicksightUser);
  const elsewhere = (at: string, other: string | undefined): readonly Issue[] =>
    other === undefined || other === partition || hasPlaceholder(owner.region)
      ? []
      : [
          error(
            at,
            `This ARN is in partition ${other}, but ${owner.region} is in ${partition}. Correct one of the two.`,
          ),
        ];
  return [
    ...(role === undefined ? [] : foreign("settings.customRole", "This role", role.account)),
    ...elsewhere("settings.customRole", role?.partition),
    ...(user === undefined
      ? []
      : foreign("settings.quicksightUser", "This QuickSight user", user.account)),
    ...elsewhere("settings.quicksightUser", user?.partition),
    ...(owner.buckets.some(({ bucket }) => bucket === settings.manifestBucket)
      ? [
          error(
            "settings.manifestBucket",
            "This is account A's bucket. Enter one of account B: QuickSight writes nothing to it, and account B uploads the manifest.",
          ),
        ]
      : []),
  ];
}

function columnChecks(columns: readonly string[]): readonly Issue[] {
  return columns.flatMap((name, index) =>
    columns.indexOf(name) === index || hasPlaceholder(name)
      ? []
      : [
          error(
            `settings.columns.${index}`,
            `“${name}” is there twice. Give each column its own name.`,
          ),
        ],
  );
}

/** QuickSight looks into the bucket without naming a prefix. */
function policyChecks(locations: readonly Location[]): readonly Issue[] {
  const seen = new Set<string>();
  return locations.flatMap(({ bucket, prefix }, index) => {
    const whole = locations.some((other) => other.bucket === bucket && other.prefix === "");
    if (prefix === "" || whole || seen.has(bucket) || hasPlaceholder(bucket)) return [];
    seen.add(bucket);
    return [
      warning(
        `owner.locations.${index}.prefix`,
        `QuickSight sees the names of all objects in ${bucket}, because it looks into the bucket without a prefix; it reads only what is below the prefix. If the names are confidential, keep the files in a bucket of their own.`,
      ),
    ];
  });
}
