import { expect, it } from "vitest";
import {
  ACCOUNT_B,
  BUCKET,
  exampleDraft,
  location,
  ROLE_ARN,
} from "#core/parameters/running-example.ts";
import { bucketPolicy } from "./index.ts";

type Changes = Parameters<typeof exampleDraft>[1];

const prepare = (changes: Changes = {}) =>
  bucketPolicy.prepare(exampleDraft("bucket-policy", changes));
const messages = (changes: Changes) =>
  prepare(changes).issues.map(({ severity, at, message }) => `${severity} ${at}: ${message}`);

it("refuses a bucket encrypted with the AWS managed key", () => {
  const draft = { owner: { buckets: [{ bucket: BUCKET, encryption: "aws-managed-key" }] } };
  expect(prepare(draft).complete).toBe(false);
  expect(messages(draft).join()).toMatch(/^error owner\.buckets\.0\.encryption: .*aws\/s3/);
});

it("says whom an organization guardrail cuts off", () => {
  expect(messages({ guardrails: { organizationId: "o-a1b2c3d4e5" } }).join()).toMatch(
    /warning guardrails\.organizationId: .*already shared with/,
  );
});

it("says that an application's role never has MFA", () => {
  expect(messages({ guardrails: { mfa: true } }).join()).toMatch(/warning guardrails\.mfa: /);
  expect(
    messages({
      consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`] },
      guardrails: { mfa: true },
    }),
  ).toEqual([]);
});

it("names all principals in one statement, never one statement each", () => {
  const principals = [ROLE_ARN, `arn:aws:iam::${ACCOUNT_B}:role/other`, ROLE_ARN];
  const [document] = prepare({ consumer: { principals } }).documents;
  const allows = document?.policy?.Statement.filter(({ Effect }) => Effect === "Allow") ?? [];
  expect(allows).toHaveLength(3);
  for (const { Principal } of allows) expect(Principal).toEqual({ AWS: principals.slice(0, 2) });
});

it("leaves out what a wider location grants already", () => {
  const [document] = prepare({
    owner: {
      buckets: [],
      locations: [location("", ["list", "read"]), location("reports/", ["read"])],
    },
  }).documents;
  expect(JSON.stringify(document)).not.toContain("reports");
});

it("grants no use of the key to those who only list or delete", () => {
  const { documents, plan } = prepare({
    owner: { locations: [location("reports/", ["list", "delete"])] },
  });
  expect(documents.map(({ kind }) => kind)).toEqual(["bucket-policy", "identity-policy"]);
  expect(JSON.stringify(plan.steps.map(({ id }) => id))).not.toContain("key");
});

it("looks up no principal that AWS does not resolve", () => {
  const { plan } = prepare({ consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:root`] } });
  expect(plan.steps.map(({ id }) => id)).not.toContain("check-principals");
});

it("looks up a session's role by its name, since the path is lost", () => {
  const { plan } = prepare({
    consumer: { principals: [`arn:aws:sts::${ACCOUNT_B}:assumed-role/loader/nightly`] },
  });
  const step = plan.steps.find(({ id }) => id === "check-principals");
  expect(step?.operations).toEqual([
    { kind: "check-role", roleArn: `arn:aws:iam::${ACCOUNT_B}:role/loader`, anyPath: true },
  ]);
});

it("has account A wait for account B's principals, and verify for both halves", () => {
  const { steps } = prepare().plan;
  const needsOf = (id: string) => steps.find((step) => step.id === id)?.needs;
  expect(needsOf(`put-bucket-policy-${BUCKET}`)).toContain("check-principals");
  expect(needsOf("add-key-policy-1234abcd-12ab-34cd-56ef-1234567890ab")).toContain(
    "check-principals",
  );
  expect(needsOf("verify")).toEqual(
    steps.filter(({ phase }) => phase === "apply").map(({ id }) => id),
  );
});

it("has a person attach what no call can attach, and take it off before it is deleted", () => {
  const set = `arn:aws:iam::${ACCOUNT_B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_${"?".repeat(16)}`;
  const { plan } = prepare({ consumer: { principals: [set, ROLE_ARN] } });
  const step = plan.steps.find(({ id }) => id === "put-identity-policy");
  expect(step?.operations.map(({ kind }) => kind)).toEqual([
    "create-policy",
    "by-hand",
    "attach-role-policy",
  ]);
  expect(step?.undo.kind === "operations" && step.undo.operations.map(({ kind }) => kind)).toEqual([
    "detach-role-policy",
    "by-hand",
    "delete-policy",
  ]);
});

it("names the policy as chosen, or for the bucket", () => {
  const nameIn = (changes: Changes) =>
    prepare(changes).plan.steps.flatMap(({ operations }) =>
      operations.flatMap((operation) =>
        operation.kind === "put-role-policy" ? [operation.policyName] : [],
      ),
    );
  expect(nameIn({})).toEqual(["XacctAcmeShareData"]);
  expect(nameIn({ settings: { policyName: "Reports" } })).toEqual(["Reports"]);
});

it("probes what was agreed, what was not, and another prefix, and touches nothing that is there", () => {
  const probes = prepare().plan.steps.flatMap(({ operations }) =>
    operations.flatMap((operation) => (operation.kind === "probe" ? [operation] : [])),
  );
  expect(probes.map(({ access, path, expect: outcome }) => `${access} ${path} ${outcome}`)).toEqual(
    [
      "list reports/ allowed",
      "read reports/ allowed",
      "write reports/s3-handshake-verify-denied.txt denied",
      "delete reports/s3-handshake-verify-denied.txt denied",
      "list s3-handshake-verify-elsewhere/ denied",
      "read s3-handshake-verify-elsewhere/s3-handshake-verify-denied.txt denied",
      "write s3-handshake-verify-elsewhere/s3-handshake-verify-denied.txt denied",
    ],
  );
});
