import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksFor } from "#core/parameters/asks-for.ts";
import {
  ACCOUNT_A,
  type Caller,
  iamUser,
  listing,
  onRole,
  onS3,
  roleSession,
} from "#core/parameters/running-example.ts";
import { isPolicy } from "#core/policy/document.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import {
  BUCKETS,
  callerOf,
  KINDS,
  type Kind,
  prefix,
  prepare,
  principalText,
  type Sample,
  samplesOf,
  segment,
} from "#core/proof/testing/method-samples.ts";
import { reachedByGrant } from "#core/proof/testing/reached-by-grant.ts";
import { METHODS } from "./index.ts";
import type { CaseRequest, Prepared } from "./method.ts";

describe.each(METHODS.map((method) => [method.id, method] as const))("%s", (_id, method) => {
  const { samples } = samplesOf(method);
  /** Who the principals are, the method may say itself. */
  const asksForPrincipals = asksFor(method, "consumer.principals");
  const callerIn = (prepared: Prepared, one: Sample, kind: Kind): Caller => {
    const [role] = prepared.agreement.consumer.principals;
    return asksForPrincipals || role?.kind !== "role"
      ? callerOf(one.partition, kind)
      : roleSession(role.name, { partition: one.partition, path: role.path });
  };

  it("grants exactly the agreed access, to each principal", () => {
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
  });

  it("lets list exactly below the agreed prefixes, and above them only for the console", () => {
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
  });
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
