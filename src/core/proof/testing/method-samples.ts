import fc from "fast-check";
import type { Method, Prepared } from "#core/methods/method.ts";
import type { RawRow, RawValue } from "#core/parameters/parameter.ts";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  type Caller,
  iamUser,
  roleSession,
} from "#core/parameters/running-example.ts";

const REGIONS = { aws: "eu-west-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" };
type TestPartition = keyof typeof REGIONS;
export const BUCKETS = ["acme-share-data", "acme.dots", "acme-share-data-2"];
const LEVELS = ["list", "read", "write", "delete"];

/** A policy variable in the name of a folder. */
const VARIABLE = `$\{aws:username}`;

const partitions = fc.constantFrom<TestPartition>("aws", "aws-cn", "aws-us-gov");
export const segment = fc.oneof(
  fc.constantFrom("reports", "reports-old", "a", "2026", "x?y", "$", VARIABLE, "ü b", "'\"", "{}"),
  fc.stringMatching(/^[A-Za-z0-9!_.'()=+ -]{1,12}$/).filter((text) => text.trim() === text),
);
export const prefix = fc
  .array(segment, { maxLength: 3 })
  .map((parts) => parts.map((part) => `${part}/`).join(""));
const location = fc.record({
  bucket: fc.constantFrom(...BUCKETS),
  prefix,
  access: fc.subarray(LEVELS, { minLength: 1 }),
});

export interface Sample {
  readonly partition: TestPartition;
  readonly locations: readonly (RawRow & { bucket: string; prefix: string; access: string[] })[];
  readonly encrypted: readonly boolean[];
  readonly versioned: readonly boolean[];
  readonly principals: readonly string[];
  readonly consoleAccess: boolean;
}

export const KINDS = ["role", "path", "user", "session", "set", "root"] as const;
export type Kind = (typeof KINDS)[number];

export function principalText(partition: string, kind: Kind): string {
  const iam = `arn:${partition}:iam::${ACCOUNT_B}`;
  return {
    role: `${iam}:role/analytics-app`,
    path: `${iam}:role/apps/etl/loader`,
    user: `${iam}:user/alice`,
    session: `arn:${partition}:sts::${ACCOUNT_B}:assumed-role/batch/nightly`,
    set: `${iam}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_${"?".repeat(16)}`,
    root: `${iam}:root`,
  }[kind];
}

export function callerOf(partition: string, kind: Kind): Caller {
  if (kind === "user") {
    const { principalArn, context } = iamUser("alice");
    const arn = principalArn.replace("arn:aws:", `arn:${partition}:`);
    return { principalArn: arn, context: { ...context, "aws:PrincipalArn": arn } };
  }
  if (kind === "path") return roleSession("loader", { partition, path: "/apps/etl/" });
  if (kind === "session") return roleSession("batch", { partition, session: "nightly" });
  if (kind === "set") {
    return roleSession("AWSReservedSSO_Analyst_0123456789abcdef", {
      partition,
      path: "/aws-reserved/sso.amazonaws.com/eu-west-1/",
    });
  }
  return roleSession(kind === "role" ? "analytics-app" : "anyone", { partition });
}

const anySample: fc.Arbitrary<Sample> = fc
  .record({
    partition: partitions,
    locations: fc.array(location, { minLength: 1, maxLength: 6 }),
    encrypted: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    versioned: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    kinds: fc.subarray([...KINDS], { minLength: 1 }),
    consoleAccess: fc.boolean(),
  })
  .map(({ kinds, ...rest }) => ({
    ...rest,
    principals: kinds.map((kind) => principalText(rest.partition, kind)),
  }));

export const guardrails = fc.record({
  tlsOnly: fc.boolean(),
  minTlsVersion: fc.constantFrom("", "1.2", "1.3"),
  organizationId: fc.constantFrom("", "o-a1b2c3d4e5"),
  vpcEndpoints: fc.subarray(["vpce-0123456789abcdef0", "vpce-01234567"]),
  sourceCidrs: fc.subarray(["198.51.100.0/24", "2001:db8:1234::/48"]),
  mfa: fc.boolean(),
  validUntil: fc.constantFrom("", "2027-01-31"),
});

export function prepare(
  method: Method,
  { partition, locations, encrypted, versioned, principals, consoleAccess }: Sample,
  limits: { readonly [name: string]: RawValue } = {},
): Prepared {
  const region = REGIONS[partition];
  return method.prepare({
    ...method.emptyDraft(),
    owner: {
      account: ACCOUNT_A,
      region,
      locations,
      buckets: BUCKETS.map((bucket, index) => ({
        bucket,
        versioned: versioned[index] ?? false,
        encryption: encrypted[index] === true ? "sse-kms" : "sse-s3",
        keyArn: `arn:${partition}:kms:${region}:${ACCOUNT_A}:key/1234abcd-12ab-34cd-56ef-12345678900${index}`,
      })),
    },
    consumer: { account: ACCOUNT_B, principals, consoleAccess },
    guardrails: limits,
    settings: {
      roleName: "AcmeShareReader",
      userName: "vendor-acme",
      columns: ["day"],
      manifestBucket: "b-quicksight-manifests",
      quicksightUser: `arn:${partition}:quicksight:${region}:${ACCOUNT_B}:user/default/alice`,
    },
  });
}

/** Combinations of access that the method takes; some cannot be granted by every method. */
function accessesOf(method: Method): readonly string[][] {
  const all = Array.from({ length: 2 ** LEVELS.length - 1 }, (_item, index) =>
    LEVELS.filter((_level, bit) => ((index + 1) >> bit) % 2 === 1),
  );
  const some = { partition: "aws" as const, encrypted: [], versioned: [], principals: [] };
  return all.filter((access) => {
    const locations = [{ bucket: BUCKETS[0] ?? "", prefix: "", access }];
    const { issues } = prepare(method, { ...some, locations, consoleAccess: false });
    return !issues.some(
      ({ severity, at }) => severity === "error" && at === "owner.locations.0.access",
    );
  });
}

/** Kinds of principals that the method takes; some cannot be named by every method. */
function kindsOf(method: Method): readonly Kind[] {
  const locations = [{ bucket: BUCKETS[0] ?? "", prefix: "", access: LEVELS }];
  const some = { partition: "aws" as const, encrypted: [], versioned: [], consoleAccess: false };
  return KINDS.filter((kind) => {
    const principals = [principalText("aws", kind)];
    const { issues } = prepare(method, { ...some, locations, principals });
    return !issues.some(
      ({ severity, at }) => severity === "error" && at === "consumer.principals.0",
    );
  });
}

/** The sample with access and principals that the method takes: the same where it takes all. */
function fitted(one: Sample, accesses: readonly string[][], kinds: readonly Kind[]): Sample {
  const taken = kinds.map((kind) => principalText(one.partition, kind));
  const principals = one.principals.filter((principal) => taken.includes(principal));
  return {
    ...one,
    principals: principals.length > 0 ? principals : taken.slice(0, 1),
    locations: one.locations.map((place) => {
      const same = accesses.find((access) => access.join() === place.access.join());
      return { ...place, access: same ?? accesses[place.prefix.length % accesses.length] ?? [] };
    }),
  };
}

/** Any agreement with access and principals that the method takes. */
export function samplesOf(method: Method) {
  const accesses = accessesOf(method);
  const kinds = kindsOf(method);
  return { accesses, kinds, samples: anySample.map((one) => fitted(one, accesses, kinds)) };
}
