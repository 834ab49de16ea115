import { partitionOf, type Region } from "#core/aws/region.ts";
import type { Agreement, BucketSettings, Location } from "./agreement.ts";
import { DEFAULT_BUCKET_SETTINGS, ownerBuckets, readBuckets } from "./buckets.ts";
import { CHECKS } from "./checks.ts";
import {
  consumerAccount,
  consumerAppProfile,
  consumerConsoleAccess,
  consumerProfile,
} from "./consumer.ts";
import {
  mfa,
  minTlsVersion,
  organizationId,
  sourceCidrs,
  tlsOnly,
  validUntil,
  vpcEndpoints,
} from "./guardrails.ts";
import { ownerLocations, readLocations } from "./locations.ts";
import { ownerAccount, ownerProfile, ownerRegion } from "./owner.ts";
import type { Draft, Issue, Parameter, ParameterId, RawValue } from "./parameter.ts";
import { keyPlaceholder, principalPlaceholder } from "./placeholders.ts";
import { consumerPrincipals, readPrincipals } from "./principals.ts";
import { rawValue, safeDraft } from "./raw.ts";
import type { Problem, Reading } from "./reading.ts";
import type { SharedParameterId } from "./shared.ts";

export interface ParsedAgreement {
  /** Placeholders stand where a value is missing or wrong. */
  readonly agreement: Agreement;
  /** Without an error there is no placeholder in the agreement. */
  readonly issues: readonly Issue[];
}

/**
 * Parses the shared values that a method uses, given by their ids; the others have their defaults and are not
 * looked at. Guarantees an agreement for any draft, however hostile; never throws.
 */
export function parseAgreement(
  untrusted: Draft,
  ids: readonly SharedParameterId[],
): ParsedAgreement {
  const draft = safeDraft(untrusted);
  const used = new Set<ParameterId>(ids);
  const issues: Issue[] = [];
  const take = <Value>(parameter: Parameter<RawValue, Value>): Value =>
    tell(parameter.id, readValue(parameter, rawOf(parameter)), issues);
  /** For lists: each item that can be read is kept. */
  const takeList = <Value>(
    parameter: Parameter,
    read: (raw: unknown) => Reading<readonly Value[]>,
  ): readonly Value[] =>
    used.has(parameter.id) ? tell(parameter.id, read(rawOf(parameter)), issues) : [];
  const rawOf = (parameter: Parameter): unknown => {
    const applies = used.has(parameter.id) && (parameter.appliesWhen?.(draft) ?? true);
    return (applies ? rawValue(draft, parameter.id) : undefined) ?? parameter.default;
  };

  const account = used.has("owner.account") ? take(ownerAccount) : ownerAccount.placeholder;
  const region = used.has("owner.region") ? take(ownerRegion) : ownerRegion.placeholder;
  const partition = partitionOf(region);
  const locations = takeList(ownerLocations, readLocations);
  const keyStandIn = keyPlaceholder(partition, region, account);
  const buckets = new Set<string>(locations.map(({ bucket }) => bucket));
  const settings = takeList(ownerBuckets, (raw) => readBuckets(raw, keyStandIn, region, buckets));
  const consumer = used.has("consumer.account")
    ? take(consumerAccount)
    : consumerAccount.placeholder;
  const principalStandIn = principalPlaceholder(partition, consumer);
  const principals = takeList(consumerPrincipals, (raw) => readPrincipals(raw, principalStandIn));

  const shownLocations =
    locations.length > 0 || !used.has("owner.locations") ? locations : ownerLocations.placeholder;
  const agreement: Agreement = {
    partition,
    owner: {
      account,
      region,
      locations: shownLocations,
      buckets: settingsOfEach(shownLocations, settings, region),
      profile: take(ownerProfile),
    },
    consumer: {
      account: consumer,
      principals:
        principals.length > 0 || !used.has("consumer.principals") ? principals : [principalStandIn],
      consoleAccess: take(consumerConsoleAccess),
      profile: take(consumerProfile),
      appProfile: take(consumerAppProfile),
    },
    guardrails: {
      tlsOnly: take(tlsOnly),
      minTlsVersion: take(minTlsVersion),
      organizationId: take(organizationId),
      vpcEndpoints: take(vpcEndpoints),
      sourceCidrs: take(sourceCidrs),
      mfa: take(mfa),
      validUntil: take(validUntil),
    },
  };
  return { agreement, issues: [...issues, ...checked(agreement, draft, issues, used)] };
}

function readValue<Value>(parameter: Parameter<RawValue, Value>, raw: unknown): Reading<Value> {
  const outcome = parameter.schema.safeParse(raw);
  if (outcome.success) return { value: outcome.data, problems: [] };
  const problems = outcome.error.issues.map(
    ({ path, message }): Problem => ({
      path: path.map((step) => (typeof step === "symbol" ? String(step) : step)),
      message,
    }),
  );
  return { value: parameter.placeholder, problems };
}

function tell<Value>(id: ParameterId, reading: Reading<Value>, issues: Issue[]): Value {
  for (const { path, message } of reading.problems) {
    issues.push({ severity: "error", message, at: [id, ...path].join(".") });
  }
  return reading.value;
}

function checked(
  agreement: Agreement,
  draft: Draft,
  issues: readonly Issue[],
  used: ReadonlySet<ParameterId>,
): readonly Issue[] {
  const wrong = new Set(issues.map(({ at }) => at));
  const isValid = (at: string) => !wrong.has(at) && !wrong.has(at.split(".", 2).join("."));
  return CHECKS.filter(({ needs }) => needs.every((id) => used.has(id))).flatMap(({ find }) =>
    find({ agreement, draft, isValid }),
  );
}

/** One for each distinct bucket, in order of first mention. */
function settingsOfEach(
  locations: readonly Location[],
  settings: readonly BucketSettings[],
  region: Region,
): readonly BucketSettings[] {
  const known = new Map(settings.map((one) => [one.bucket, one]));
  return [...new Set(locations.map(({ bucket }) => bucket))].map(
    (bucket) => known.get(bucket) ?? { bucket, region, ...DEFAULT_BUCKET_SETTINGS },
  );
}
