import { expect, it } from "vitest";
import { ACCOUNT_B, exampleDraft, KEY_ARN, ROLE_ARN } from "#core/parameters/running-example.ts";
import { assumeRole } from "./index.ts";

type Changes = Parameters<typeof exampleDraft>[1];

const prepare = ({ settings, ...changes }: NonNullable<Changes> = {}) =>
  assumeRole.prepare(
    exampleDraft("assume-role", {
      ...changes,
      settings: { roleName: "AcmeShareReader", ...settings },
    }),
  );
const told = (changes: Changes) =>
  prepare(changes)
    .issues.map(({ severity, at, message }) => `${severity} ${at}: ${message}`)
    .join("\n");
const operations = (changes: Changes, id: string) =>
  prepare(changes).plan.steps.find((step) => step.id === id)?.operations;

it("demands an external ID of a third party", () => {
  expect(told({ settings: { thirdParty: true } })).toMatch(
    /^error settings\.externalId: A third party must send an external ID/,
  );
  expect(told({ settings: { thirdParty: true, externalId: "acme-7f3c9b52" } })).toBe("");
});

it.each(["", "0", "899", "43201", "1h", "3600.5", "-3600", "9".repeat(400)])(
  "refuses a session of %j seconds",
  (sessionSeconds) => {
    expect(told({ settings: { sessionSeconds } })).toMatch(/^error settings\.sessionSeconds: /);
  },
);

it.each([
  ["900", 3600],
  ["3600", 3600],
  ["43200", 43200],
])("lets a session of %s seconds be had", (sessionSeconds, maxSessionSeconds) => {
  const changes = {
    consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`] },
    settings: { sessionSeconds },
  };
  expect(told(changes)).toBe("");
  expect(operations(changes, "create-role")).toMatchObject([{ maxSessionSeconds }]);
  expect(operations(changes, "assume-role")).toMatchObject([
    { durationSeconds: Number(sessionSeconds) },
  ]);
});

it("says that role sessions end after an hour", () => {
  expect(told({ settings: { sessionSeconds: "7200" } })).toMatch(
    /^warning settings\.sessionSeconds: .*role chaining/,
  );
});

it.each([
  ["roleName", "with space"],
  ["roleName", "a/b"],
  ["roleName", "x".repeat(65)],
  ["rolePath", "sharing"],
  ["rolePath", "/aws-service-role/x/"],
  ["externalId", "x"],
  ["externalId", "quote'quote"],
  ["sessionName", "x"],
  ["policyName", "a b"],
  ["assumePolicyName", "a/b"],
])("refuses %s %j", (name, value) => {
  expect(told({ settings: { [name]: value } })).toMatch(new RegExp(`^error settings\\.${name}: `));
});

it("offers no Switch Role with an external ID, which the console cannot send", () => {
  const people = { consoleAccess: true, principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`] };
  const steps = (changes: Changes) => prepare(changes).plan.steps.map(({ id }) => id);
  expect(steps({ consumer: people })).toContain("switch-role");
  const withId = { consumer: people, settings: { externalId: "acme-7f3c9b52" } };
  expect(steps(withId)).not.toContain("switch-role");
  expect(told(withId)).toMatch(/Switch Role in the console sends no external ID/);
});

it("writes the profile that account B's people need", () => {
  const changes = {
    consumer: { principals: [`arn:aws:iam::${ACCOUNT_B}:user/alice`], appProfile: "b-app" },
    guardrails: { mfa: true },
    settings: {
      externalId: "acme-7f3c9b52",
      sessionName: "alice",
      mfaSerial: `arn:aws:iam::${ACCOUNT_B}:mfa/alice`,
    },
  };
  expect(operations(changes, "configure-profile")).toEqual([
    {
      kind: "configure-profile",
      profile: "acme-share-reader",
      entries: [
        ["role_arn", "arn:aws:iam::111122223333:role/AcmeShareReader"],
        ["source_profile", "b-app"],
        ["external_id", "acme-7f3c9b52"],
        ["role_session_name", "alice"],
        ["duration_seconds", "3600"],
        ["mfa_serial", `arn:aws:iam::${ACCOUNT_B}:mfa/alice`],
        ["region", "eu-west-1"],
      ],
    },
  ]);
});

it.each([
  ["AcmeShareReader", "b-app", "acme-share-reader"],
  ["b-app", "b-app", "b-app-role"],
  ["Default", "", "s3-share"],
  ["default", "s3-share", "s3-role"],
  ["+=", "b-app", "s3-share"],
])("names the profile of %s, with credentials of “%s”, %s", (roleName, appProfile, profile) => {
  const changes = { consumer: { appProfile }, settings: { roleName } };
  expect(operations(changes, "configure-profile")).toMatchObject([{ profile }]);
});

it("asks for the key policy in the key's region, and for the MFA device as the caller", () => {
  const [keyPolicy, mfaSerial] = ["settings.keyPolicy", "settings.mfaSerial"].map((id) =>
    assumeRole.parameters.find((parameter) => parameter.id === id),
  );
  const changes = {
    owner: { buckets: [{ keyArn: KEY_ARN.replace("eu-west-1", "us-east-1") }] },
    consumer: { profile: "b-admin", appProfile: "b-app" },
  };
  const { draft } = prepare(changes);
  expect(keyPolicy?.where?.command?.(draft)).toMatch(/ --region us-east-1$/);
  expect(mfaSerial?.where?.command?.(draft)).toMatch(
    /^aws iam list-mfa-devices .* --profile b-app$/,
  );
});

it("shows that the role cannot be assumed without its external ID, before it is", () => {
  const changes = { settings: { externalId: "acme-7f3c9b52" } };
  const kinds = operations(changes, "verify")?.map(({ kind }) => kind) ?? [];
  expect(kinds.slice(0, 3)).toEqual(["probe-assume-role", "assume-role", "probe"]);
  expect(operations({}, "verify")?.[0]).toMatchObject({ kind: "assume-role", externalId: "" });
});

it("checks that IAM policies count for the key before anything is changed", () => {
  const { steps } = prepare().plan;
  const check = steps.findIndex(({ operations: all }) =>
    all.some(({ kind }) => kind === "check-key-delegates"),
  );
  const change = steps.findIndex(({ phase }) => phase === "apply");
  expect(check).toBeGreaterThanOrEqual(0);
  expect(check).toBeLessThan(change);
});

it("creates the role before its policy and the key policy name it", () => {
  const { steps } = prepare({ settings: { keyPolicy: "names-role" } }).plan;
  for (const step of steps.filter(({ side, phase }) => side === "owner" && phase === "apply")) {
    if (step.id !== "create-role") expect(step.needs).toContain("create-role");
  }
});

it("touches no bucket policy", () => {
  const { documents, plan } = prepare({ consumer: { principals: [ROLE_ARN] } });
  expect(documents.map(({ kind }) => kind)).not.toContain("bucket-policy");
  expect(JSON.stringify(plan)).not.toContain("put-bucket-policy");
});
