import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "./parameter.ts";
import { parseAgreement } from "./parse-agreement.ts";
import { hasPlaceholder } from "./placeholders.ts";
import { ALL, changed, complete, KEY, REPORTS, ROLE, told } from "./testing/changed-draft.ts";

describe("parseAgreement", () => {
  it("reads the running example without an issue", () => {
    expect(parseAgreement(complete, ALL)).toEqual({
      issues: [],
      agreement: {
        partition: "aws",
        owner: {
          account: "111122223333",
          region: "eu-west-1",
          locations: [REPORTS],
          buckets: [
            {
              bucket: "acme-share-data",
              region: "eu-west-1",
              encryption: { kind: "sse-kms", keyArn: KEY },
              ownership: "BucketOwnerEnforced",
              versioned: false,
            },
          ],
          profile: "a-admin",
        },
        consumer: {
          account: "444455556666",
          principals: [
            {
              kind: "role",
              arn: ROLE,
              partition: "aws",
              account: "444455556666",
              path: "/",
              name: "analytics-app",
            },
          ],
          consoleAccess: false,
          profile: "",
          appProfile: "",
        },
        guardrails: {
          tlsOnly: true,
          minTlsVersion: "",
          organizationId: "",
          vpcEndpoints: [],
          sourceCidrs: [],
          mfa: false,
          validUntil: "",
        },
      },
    });
  });

  it("shows placeholders where nothing has been entered, and asks for each value once", () => {
    const nothing: Draft = { method: "", owner: {}, consumer: {}, guardrails: {}, settings: {} };
    const { agreement, issues } = parseAgreement(nothing, ALL);
    expect(issues.map(told)).toEqual([
      "error owner.account: Enter the 12-digit AWS account ID.",
      "error owner.region: Enter the region of the buckets, for example eu-west-1.",
      "error owner.locations: Add at least one location: the bucket that is shared.",
      "error consumer.account: Enter the 12-digit AWS account ID.",
      "error consumer.principals: Add at least one principal: a role or user of account B.",
    ]);
    expect(agreement.owner).toMatchObject({
      account: "<ACCOUNT_A_ID>",
      region: "<REGION>",
      locations: [{ bucket: "<BUCKET_NAME>", prefix: "<PREFIX>/", access: ["list", "read"] }],
      buckets: [{ bucket: "<BUCKET_NAME>", encryption: { kind: "sse-s3" } }],
    });
    expect(agreement.consumer.principals.map(({ arn }) => arn)).toEqual([
      "arn:aws:iam::<ACCOUNT_B_ID>:role/<ROLE_NAME>",
    ]);
  });

  it("puts what is known into the placeholders", () => {
    const { agreement } = parseAgreement(
      changed({
        owner: {
          region: "cn-north-1",
          buckets: [{ bucket: "acme-share-data", encryption: "sse-kms" }],
        },
        consumer: { principals: ["?"] },
      }),
      ALL,
    );
    expect(agreement.consumer.principals[0]?.arn).toBe(
      "arn:aws-cn:iam::444455556666:role/<ROLE_NAME>",
    );
    expect(agreement.owner.buckets[0]?.encryption).toEqual({
      kind: "sse-kms",
      keyArn: "arn:aws-cn:kms:cn-north-1:111122223333:key/<KEY_ID>",
    });
  });

  it("keeps what can be read of a list, at the same positions", () => {
    const { agreement, issues } = parseAgreement(
      changed({
        owner: {
          locations: [
            REPORTS,
            { bucket: "Nope", prefix: "a/" },
            { bucket: "acme-share-data", prefix: "x*" },
          ],
        },
        consumer: { principals: [ROLE, "oops"] },
      }),
      ALL,
    );
    expect(agreement.owner.locations.map(({ bucket, prefix }) => [bucket, prefix])).toEqual([
      ["acme-share-data", "reports/"],
      ["<BUCKET_NAME>", "a/"],
      ["acme-share-data", "<PREFIX>/"],
    ]);
    expect(issues.map(({ at }) => at)).toEqual([
      "owner.locations.1.bucket",
      "owner.locations.2.prefix",
      "consumer.principals.1",
    ]);
  });

  it("has settings for each bucket of the locations, whether something was said of it or not", () => {
    const { agreement, issues } = parseAgreement(
      changed({
        owner: {
          locations: [REPORTS, { bucket: "other-data" }, { ...REPORTS, prefix: "logs/" }],
          buckets: [
            { bucket: "gone-data", encryption: "sse-kms", keyArn: "nonsense" },
            {
              bucket: "other-data",
              encryption: "aws-managed-key",
              versioned: true,
              ownership: "BucketOwnerPreferred",
            },
          ],
        },
      }),
      ALL,
    );
    expect(issues).toEqual([]);
    expect(agreement.owner.buckets).toEqual([
      {
        bucket: "acme-share-data",
        region: "eu-west-1",
        encryption: { kind: "sse-s3" },
        ownership: "BucketOwnerEnforced",
        versioned: false,
      },
      {
        bucket: "other-data",
        region: "eu-west-1",
        encryption: { kind: "aws-managed-key" },
        ownership: "BucketOwnerPreferred",
        versioned: true,
      },
    ]);
  });

  it("does not look at values the method does not use", () => {
    const { agreement, issues } = parseAgreement(
      changed({
        consumer: { account: "1", principals: ["x"] },
        guardrails: { validUntil: "never" },
      }),
      ["owner.account", "owner.region", "owner.locations"],
    );
    expect(issues).toEqual([]);
    expect(agreement.consumer.principals).toEqual([]);
    expect(agreement.guardrails.validUntil).toBe("");
  });

  it("tells that there are too many rows and reads no more of them", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      bucket: "acme-share-data",
      prefix: `p${index}/`,
    }));
    const { agreement, issues } = parseAgreement(changed({ owner: { locations: rows } }), ALL);
    expect(issues.map(told)).toEqual([
      "error owner.locations: There are 10000 locations; at most 500 fit one sharing. Share a common prefix, or split them over several sharings.",
    ]);
    expect(agreement.owner.locations).toHaveLength(500);
  });

  it("takes as many principals as fit, and tells when there is one more", () => {
    const roles = Array.from({ length: 501 }, (_, index) => `${ROLE}-${index}`);
    const issues = (principals: readonly string[]) =>
      parseAgreement(changed({ consumer: { principals } }), ALL).issues.map(told);
    expect(issues(roles.slice(1))).toEqual([]);
    expect(issues(roles)).toEqual([
      "error consumer.principals: There are 501 principals; at most 500 fit one sharing. Name the account's root and let account B's admin choose.",
    ]);
  });

  it("has no placeholder without an error", () => {
    const cells = fc.record({
      bucket: fc.constantFrom("acme-share-data", "other-data", "", "Bad"),
      prefix: fc.constantFrom("", "reports", "a/b/", "*"),
      access: fc.subarray(["list", "read", "write", "delete"]),
    });
    const drafts = fc.record({
      account: fc.constantFrom("111122223333", "1", ""),
      locations: fc.array(cells, { maxLength: 4 }),
      principals: fc.array(fc.constantFrom(ROLE, "arn:aws:iam::444455556666:root", "x"), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(drafts, ({ account, locations, principals }) => {
        const { agreement, issues } = parseAgreement(
          changed({ owner: { account, locations, buckets: [] }, consumer: { principals } }),
          ALL,
        );
        const hasError = issues.some(({ severity }) => severity === "error");
        if (!hasError) expect(hasPlaceholder(JSON.stringify(agreement))).toBe(false);
      }),
    );
  });
});
