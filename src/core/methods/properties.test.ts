import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksFor } from "#core/parameters/asks-for.ts";
import type { RawRow, RawValue } from "#core/parameters/parameter.ts";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  type Caller,
  iamUser,
  listing,
  onRole,
  onS3,
  roleSession,
} from "#core/parameters/running-example.ts";
import { isPolicy, type Statement } from "#core/policy/document.ts";
import { documentText } from "#core/policy/document-text.ts";
import { documentSize } from "#core/policy/size.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import { reachedByGrant } from "#core/proof/testing/reached-by-grant.ts";
import { METHODS } from "./index.ts";
import type { CaseRequest, Method, Prepared } from "./method.ts";

const REGIONS = { aws: "eu-west-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" };
type TestPartition = keyof typeof REGIONS;
const BUCKETS = ["acme-share-data", "acme.dots", "acme-share-data-2"];
const LEVELS = ["list", "read", "write", "delete"];

/** A policy variable in the name of a folder. */
const VARIABLE = `$\{aws:username}`;

const partitions = fc.constantFrom<TestPartition>("aws", "aws-cn", "aws-us-gov");
const segment = fc.oneof(
  fc.constantFrom("reports", "reports-old", "a", "2026", "x?y", "$", VARIABLE, "ü b", "'\"", "{}"),
  fc.stringMatching(/^[A-Za-z0-9!_.'()=+ -]{1,12}$/).filter((text) => text.trim() === text),
);
const prefix = fc
  .array(segment, { maxLength: 3 })
  .map((parts) => parts.map((part) => `${part}/`).join(""));
const location = fc.record({
  bucket: fc.constantFrom(...BUCKETS),
  prefix,
  access: fc.subarray(LEVELS, { minLength: 1 }),
});

interface Sample {
  readonly partition: TestPartition;
  readonly locations: readonly (RawRow & { bucket: string; prefix: string; access: string[] })[];
  readonly encrypted: readonly boolean[];
  readonly versioned: readonly boolean[];
  readonly principals: readonly string[];
  readonly consoleAccess: boolean;
}

const KINDS = ["role", "path", "user", "session", "set", "root"] as const;
type Kind = (typeof KINDS)[number];

function principalText(partition: string, kind: Kind): string {
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

function callerOf(partition: string, kind: Kind): Caller {
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

const sample: fc.Arbitrary<Sample> = fc
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

const guardrails = fc.record({
  tlsOnly: fc.boolean(),
  minTlsVersion: fc.constantFrom("", "1.2", "1.3"),
  organizationId: fc.constantFrom("", "o-a1b2c3d4e5"),
  vpcEndpoints: fc.subarray(["vpce-0123456789abcdef0", "vpce-01234567"]),
  sourceCidrs: fc.subarray(["198.51.100.0/24", "2001:db8:1234::/48"]),
  mfa: fc.boolean(),
  validUntil: fc.constantFrom("", "2027-01-31"),
});

function prepare(
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

/** Properties run for as long as a busy machine needs. */
const SLOW = 120_000;

const BUCKET_LEVEL = /^s3:(ListBucket|ListBucketVersions|GetBucketLocation)$/;
const OBJECT_LEVEL =
  /^s3:(GetObject|GetObjectVersion|PutObject|AbortMultipartUpload|ListMultipartUploadParts|DeleteObject)$/;

describe.each(METHODS.map((method) => [method.id, method] as const))("%s", (_id, method) => {
  const accesses = accessesOf(method);
  const kinds = kindsOf(method);
  const samples = sample.map((one) => fitted(one, accesses, kinds));
  /** Who the principals are, the method may say itself. */
  const asksForPrincipals = asksFor(method, "consumer.principals");
  const callerIn = (prepared: Prepared, one: Sample, kind: Kind): Caller => {
    const [role] = prepared.agreement.consumer.principals;
    return asksForPrincipals || role?.kind !== "role"
      ? callerOf(one.partition, kind)
      : roleSession(role.name, { partition: one.partition, path: role.path });
  };

  it("takes some access, and roles", () => {
    expect(accesses.length).toBeGreaterThan(0);
    expect(kinds).toContain("role");
  });

  it(
    "makes documents that AWS takes, for any agreement",
    () => {
      fc.assert(
        fc.property(samples, guardrails, (one, limits) => {
          const prepared = prepare(method, one, limits);
          expect(prepared.issues.filter(({ severity }) => severity === "error")).toEqual([]);
          for (const document of prepared.documents) {
            const text = documentText(document);
            if (!isPolicy(document)) {
              expect(JSON.parse(text)).toEqual(document.content);
              continue;
            }
            expect(JSON.parse(text)).toEqual(document.policy);
            expect([...text].every((character) => (character.codePointAt(0) ?? 0) <= 0xff)).toBe(
              true,
            );
            const sids = document.policy.Statement.map(({ Sid }) => Sid ?? "");
            for (const sid of sids) expect(sid).toMatch(/^Xacct[A-Za-z0-9]{1,95}$/);
            expect(new Set(sids.map((sid) => sid.toLowerCase())).size).toBe(sids.length);
            for (const statement of document.policy.Statement) checkStatement(statement, one);
          }
        }),
        { numRuns: 150 },
      );
    },
    SLOW,
  );

  it(
    "says the same twice",
    () => {
      fc.assert(
        fc.property(samples, guardrails, (one, limits) => {
          const texts = () => prepare(method, one, limits).documents.map(documentText);
          expect(texts()).toEqual(texts());
        }),
        { numRuns: 30 },
      );
    },
    SLOW,
  );

  it(
    "measures each document as AWS does",
    () => {
      fc.assert(
        fc.property(samples, guardrails, (one, limits) => {
          for (const document of prepare(method, one, limits).documents.filter(isPolicy)) {
            const text = documentText(document);
            const compact = JSON.stringify(JSON.parse(text));
            const inBytes = document.kind === "bucket-policy" || document.kind === "key-policy";
            expect(documentSize(document, text).used).toBe(
              inBytes ? Buffer.byteLength(compact) : compact.replace(/\s/g, "").length,
            );
          }
        }),
        { numRuns: 50 },
      );
    },
    SLOW,
  );

  it(
    "grants exactly the agreed access, to each principal",
    () => {
      const question = fc.record({
        kind: fc.constantFrom(...KINDS),
        bucket: fc.constantFrom(...BUCKETS, "acme-other"),
        level: fc.constantFrom("read" as const, "write" as const, "delete" as const),
        /** Below one of the locations, or anywhere. */
        below: fc.option(fc.nat()),
        key: fc.tuple(prefix, segment).map(([folder, name]) => `${folder}${name}`),
      });
      const actions = { read: "GetObject", write: "PutObject", delete: "DeleteObject" };
      fc.assert(
        fc.property(samples, fc.array(question, { minLength: 20, maxLength: 20 }), (one, asked) => {
          const prepared = prepare(method, one);
          for (const { kind, level, below, ...anywhere } of asked) {
            const at = below === null ? undefined : one.locations[below % one.locations.length];
            const bucket = at?.bucket ?? anywhere.bucket;
            const key = `${at?.prefix ?? ""}${anywhere.key}`;
            const agreed =
              (!asksForPrincipals || isNamed(prepared, one, kind)) &&
              prepared.agreement.owner.locations.some(
                (place) =>
                  place.bucket === bucket &&
                  key.startsWith(place.prefix) &&
                  place.access.includes(level),
              );
            const request = (caller: Caller) =>
              onS3(caller, actions[level], key, { bucket, partition: one.partition });
            if (reaches(prepared, one, callerIn(prepared, one, kind), request) !== agreed) {
              expect.fail(`${kind} ${level} s3://${bucket}/${key} should be ${agreed}`);
            }
          }
        }),
        { numRuns: 100 },
      );
    },
    SLOW,
  );

  it(
    "lets list exactly below the agreed prefixes, and above them only for the console",
    () => {
      const question = fc.record({
        kind: fc.constantFrom(...KINDS),
        bucket: fc.constantFrom(...BUCKETS),
        below: fc.option(fc.nat()),
        rest: fc.oneof(prefix, segment),
        /** How many characters at the end are left out, to get above a prefix. */
        cut: fc.nat({ max: 12 }),
        delimiter: fc.constantFrom("/", undefined),
      });
      fc.assert(
        fc.property(samples, fc.array(question, { minLength: 20, maxLength: 20 }), (one, asked) => {
          const prepared = prepare(method, one);
          for (const { kind, below, rest, cut, delimiter, ...anywhere } of asked) {
            const at = below === null ? undefined : one.locations[below % one.locations.length];
            const bucket = at?.bucket ?? anywhere.bucket;
            const whole = `${at?.prefix ?? ""}${rest}`;
            const text = whole.slice(0, Math.max(0, whole.length - cut));
            const isFolder = text === "" || text.endsWith("/");
            const agreed =
              (!asksForPrincipals || isNamed(prepared, one, kind)) &&
              prepared.agreement.owner.locations.some(
                (place) =>
                  place.bucket === bucket &&
                  place.access.includes("list") &&
                  (text.startsWith(place.prefix) ||
                    (prepared.agreement.consumer.consoleAccess &&
                      delimiter === "/" &&
                      isFolder &&
                      place.prefix.startsWith(text))),
              );
            const request = (caller: Caller) =>
              listing(caller, text, {
                bucket,
                partition: one.partition,
                ...(delimiter === undefined ? {} : { delimiter }),
              });
            if (reaches(prepared, one, callerIn(prepared, one, kind), request) !== agreed) {
              expect.fail(`${kind} lists ${bucket} “${text}” ${delimiter}: should be ${agreed}`);
            }
          }
        }),
        { numRuns: 100 },
      );
    },
    SLOW,
  );

  it(
    "prepares a value for any draft, however hostile",
    () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (anything) => {
          const prepared = method.prepare(anything as never);
          expect(prepared.complete).toBe(false);
          expect(prepared.plan.steps.length).toBeGreaterThan(0);
        }),
        { numRuns: 200 },
      );
      const hostile = fc.record({
        owner: fc.record({
          account: fc.anything(),
          region: fc.anything(),
          locations: fc.array(
            fc.oneof(
              fc.anything(),
              fc.record({ bucket: fc.anything(), prefix: fc.string(), access: fc.anything() }),
            ),
          ),
          buckets: fc.array(
            fc.oneof(
              fc.anything(),
              fc.record({ bucket: fc.anything(), encryption: fc.anything() }),
            ),
          ),
        }),
        consumer: fc.record({ account: fc.anything(), principals: fc.anything() }),
        guardrails: fc.dictionary(fc.string(), fc.anything()),
        settings: fc.dictionary(
          fc.constantFrom("__proto__", "roleName", "externalId", "sessionSeconds"),
          fc.anything(),
        ),
      });
      fc.assert(
        fc.property(hostile, (draft) => {
          const prepared = method.prepare(draft as never);
          expect(prepared.documents.map(documentText).length).toBeGreaterThan(0);
        }),
        { numRuns: 200 },
      );
    },
    SLOW,
  );
});

/** Where a user's keys are handed over, whoever calls has them. */
function isNamed(prepared: Prepared, one: Sample, kind: Kind): boolean {
  return (
    prepared.accessPath.kind === "as-user" ||
    one.principals.includes(principalText(one.partition, kind)) ||
    one.principals.includes(principalText(one.partition, "root"))
  );
}

/** Directly, as the role that the caller may assume, or as the user whose keys it has. Each of account B's principals has its documents. */
function reaches(
  prepared: Prepared,
  one: Sample,
  caller: Caller,
  requestOf: (caller: Caller) => CaseRequest,
): boolean {
  const { documents } = prepared;
  const identity = (side: string) =>
    documents
      .filter(isPolicy)
      .filter((document) => document.kind === "identity-policy" && document.side === side)
      .map(({ id, policy }) => ({ document: id, policy }));
  const allowed = (
    request: CaseRequest,
    side: string,
    resource: Prepared["documents"][number] | undefined,
  ) =>
    evaluate(request, {
      identity: identity(side),
      ...(resource?.policy === undefined
        ? {}
        : { resource: { document: "r", policy: resource.policy } }),
    }).decision === "allowed";
  if (prepared.accessPath.kind === "as-user") {
    const user = iamUser("vendor-acme", "/", ACCOUNT_A, one.partition);
    return allowed(requestOf(user), "owner", undefined);
  }
  if (prepared.accessPath.kind === "through-grants") {
    return reachedByGrant(prepared, caller, identity, requestOf);
  }
  const trust = documents.find((document) => document.kind === "trust-policy");
  if (trust === undefined) {
    const request = requestOf(caller);
    const bucket = request.resourceArn.split(":")[5]?.split("/")[0];
    const policy = documents
      .filter(isPolicy)
      .find(({ attachedTo }) =>
        attachedTo.some((target) => target.kind === "bucket" && target.bucket === bucket),
      );
    return allowed(request, "consumer", policy);
  }
  const roleArn = `arn:${one.partition}:iam::${ACCOUNT_A}:role/AcmeShareReader`;
  const role = roleSession("AcmeShareReader", { account: ACCOUNT_A, partition: one.partition });
  return (
    allowed(onRole(caller, roleArn), "consumer", trust) &&
    allowed(requestOf(role), "owner", undefined)
  );
}

function checkStatement(statement: Statement, { partition }: Sample): void {
  const { Effect, Principal, Action = [], Resource = [] } = statement;
  const actions = [Action].flat();
  const resources = [Resource].flat();
  expect(statement.NotPrincipal ?? statement.NotAction ?? statement.NotResource).toBeUndefined();
  if (Effect === "Deny") return;
  const principals = typeof Principal === "object" ? Object.values(Principal).flat(2) : [];
  expect(Principal).not.toBe("*");
  for (const principal of principals) expect(principal).not.toMatch(/[*?]/);
  for (const action of actions) expect(action).not.toMatch(/[*?]/);
  if (actions.every((action) => !action.startsWith("s3:"))) return;
  if (actions.includes("s3:GetDataAccess")) {
    for (const arn of resources) {
      expect(arn).toMatch(
        new RegExp(`^arn:${partition}:s3:[a-z0-9-]+:\\d{12}:access-grants/default$`),
      );
    }
  } else if (actions.includes("s3:ListAllMyBuckets")) {
    expect([actions, resources]).toEqual([["s3:ListAllMyBuckets"], ["*"]]);
  } else if (actions.some((action) => BUCKET_LEVEL.test(action))) {
    for (const action of actions) expect(action).toMatch(BUCKET_LEVEL);
    for (const arn of resources)
      expect(arn).toMatch(new RegExp(`^arn:${partition}:s3:::[a-z0-9.-]+$`));
  } else {
    for (const action of actions) expect(action).toMatch(OBJECT_LEVEL);
    for (const arn of resources) {
      expect(arn).toMatch(new RegExp(`^arn:${partition}:s3:::[a-z0-9.-]+/(.*/)?\\*$`));
    }
  }
}
