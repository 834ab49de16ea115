import { expect, it } from "vitest";
import { exampleDraft, location } from "#core/parameters/running-example.ts";
import { METHODS } from "./index.ts";
import type { Method } from "./method.ts";

const [bucketPolicy, assumeRole] = METHODS as readonly [Method, Method];

it("tells errors before warnings", () => {
  const { issues, complete } = assumeRole.prepare(
    exampleDraft(assumeRole.id, { consumer: { consoleAccess: true } }),
  );
  expect(complete).toBe(false);
  expect(issues.map(({ severity }) => severity)).toEqual(["error", "warning", "warning"]);
  expect(issues[0]).toMatchObject({ at: "settings.roleName" });
});

it("refuses a document over AWS's limit and offers the way out", () => {
  const principals = Array.from(
    { length: 60 },
    (_item, index) => `arn:aws:iam::444455556666:role/analytics-app-${index}`,
  );
  const { issues, complete } = assumeRole.prepare(
    exampleDraft(assumeRole.id, {
      consumer: { principals },
      settings: { roleName: "AcmeShareReader" },
    }),
  );
  expect(complete).toBe(false);
  expect(issues).toEqual([
    {
      severity: "error",
      document: "trust-policy",
      answers: "scale=many",
      message: expect.stringMatching(
        /^Trust policy · AcmeShareReader has 3,\d{3} characters, over AWS's limit of 2,048\. Name the whole account/,
      ),
    },
  ]);
});

it("warns of a document that is nearly full", () => {
  const locations = Array.from({ length: 215 }, (_item, index) =>
    location(`customers/customer-${String(index).padStart(3, "0")}/`, ["list", "read"]),
  );
  const near = bucketPolicy.prepare(
    exampleDraft(bucketPolicy.id, { owner: { buckets: [], locations } }),
  );
  expect(near.complete).toBe(true);
  expect(near.issues.map(({ message }) => message).join()).toMatch(
    /^Bucket policy · acme-share-data has 18,\d{3} bytes, near AWS's limit of 20,480\./,
  );
});

it("refuses more managed policies than AWS attaches to a role or user", () => {
  const locations = Array.from({ length: 300 }, (_item, index) =>
    location(`customers/customer-${index}/exports/${"of-the-year/".repeat(5)}`, ["list", "read"]),
  );
  const changes = { owner: { buckets: [], locations } };
  const told = (method: Method, settings: Record<string, string>) =>
    method
      .prepare(exampleDraft(method.id, { ...changes, settings }))
      .issues.filter(({ severity }) => severity === "error")
      .map(({ message }) => message);
  expect(told(assumeRole, { roleName: "AcmeShareReader" })).toEqual([
    expect.stringMatching(/^The role AcmeShareReader would need 1\d managed policies/),
  ]);
  expect(told(bucketPolicy, {}).join()).toMatch(/The role analytics-app would need 1\d managed/);
  const iamUser = METHODS.find(({ better }) => better !== undefined) as Method;
  expect(told(iamUser, { userName: "vendor-acme" })).toEqual([
    expect.stringMatching(/^The user vendor-acme would need 1\d managed policies/),
  ]);
});

it("shows placeholders while values are missing, and says that nothing is complete", () => {
  for (const method of METHODS) {
    const prepared = method.prepare(method.emptyDraft());
    expect(prepared.complete).toBe(false);
    const documents = JSON.stringify(prepared.documents);
    expect(documents).toContain("<BUCKET_NAME>");
    const asksForB = method.parameters.some(({ id }) => id === "consumer.account");
    expect(documents.includes("<ACCOUNT_B_ID>"), method.id).toBe(asksForB);
  }
});

it("reviews every value as a person reads it, from its declaration", () => {
  const { review } = bucketPolicy.prepare(
    exampleDraft(bucketPolicy.id, { guardrails: { minTlsVersion: "1.2", tlsOnly: true } }),
  );
  const row = (parameter: string) => review.find((one) => one.parameter === parameter);
  expect(row("owner.locations")).toEqual({
    parameter: "owner.locations",
    step: "owner",
    side: "owner",
    label: "Locations",
    values: ["acme-share-data · reports/ · List, Read"],
    isDefault: false,
  });
  expect(row("owner.buckets")?.values).toEqual([
    "acme-share-data · SSE-KMS, customer managed key · arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab · Bucket owner enforced · Bucket Versioning",
  ]);
  expect(row("guardrails.minTlsVersion")?.values).toEqual(["TLS 1.2"]);
  expect(row("guardrails.tlsOnly")).toMatchObject({ values: ["Yes"], isDefault: true });
  expect(row("guardrails.organizationId")).toMatchObject({ values: [], isDefault: true });
});

it("leaves values out of the review that do not apply", () => {
  const { review } = assumeRole.prepare(
    exampleDraft(assumeRole.id, { owner: { buckets: [] }, settings: { roleName: "Reader" } }),
  );
  const shown = review.map(({ parameter }) => parameter);
  expect(shown).toContain("settings.roleName");
  expect(shown).not.toContain("settings.keyPolicy");
  expect(shown).not.toContain("settings.mfaSerial");
});

it("ignores the value of a parameter that does not apply", () => {
  const { complete, documents } = assumeRole.prepare(
    exampleDraft(assumeRole.id, {
      owner: { buckets: [] },
      settings: { roleName: "Reader", keyPolicy: "nonsense", mfaSerial: "?" },
    }),
  );
  expect(complete).toBe(true);
  expect(documents.map(({ kind }) => kind)).not.toContain("key-policy");
});
