import { expect, it } from "vitest";
import {
  BUCKET_POLICIES,
  LOG_DELIVERY,
  OLD,
  OLD_WITH_VARIABLES,
  PUBLIC_READ,
} from "#core/policy/testing/awkward-policies.ts";
import { mergePolicy, oursAmong } from "./merge-policy.ts";
import { withoutStatements } from "./take-out.ts";

const READ = {
  Sid: "XacctReadReports",
  Effect: "Allow",
  Principal: { AWS: ["arn:aws:iam::444455556666:role/analytics-app"] },
  Action: ["s3:GetObject"],
  Resource: ["arn:aws:s3:::acme-share-data/reports/*"],
};
const TLS = {
  Sid: "XacctDenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::acme-share-data", "arn:aws:s3:::acme-share-data/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const OF_ANN = { ...READ, Principal: { AWS: ["arn:aws:iam::777788889999:user/ann"] } };

function merged(existing: string, ours: readonly unknown[]) {
  const outcome = mergePolicy(existing, ours);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

const policy = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements }, null, 2);

it("writes ours as the rest is written", () => {
  expect(merged(PUBLIC_READ, [READ]).text).toMatchInlineSnapshot(`
    "{
      "Version": "2012-10-17",
      "Id": "website",
      "Statement": [
        {
          "Sid": "Everybody reads the site",
          "Effect": "Allow",
          "Principal": "*",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::acme-share-data/site/*"
        },
        {
          "Sid": "XacctReadReports",
          "Effect": "Allow",
          "Principal": {
            "AWS": [
              "arn:aws:iam::444455556666:role/analytics-app"
            ]
          },
          "Action": [
            "s3:GetObject"
          ],
          "Resource": [
            "arn:aws:s3:::acme-share-data/reports/*"
          ]
        }
      ]
    }"
  `);
  const compact = JSON.stringify(JSON.parse(PUBLIC_READ));
  expect(merged(compact, [READ]).text).toBe(`${compact.slice(0, -2)},${JSON.stringify(READ)}]}`);
  const tabs = JSON.stringify(JSON.parse(LOG_DELIVERY), null, "\t");
  expect(merged(tabs, [READ]).text).toContain('\n\t\t},\n\t\t{\n\t\t\t"Sid": "XacctReadReports",');
});

it("raises an old Version where nothing changes its meaning, and says so", () => {
  const { text, said } = merged(OLD, [READ]);
  expect(JSON.parse(text)).toMatchObject({
    Version: "2012-10-17",
    Id: "PolicyForBackups",
    Statement: [{ Sid: "Stmt1380877761162" }, READ],
  });
  expect(said.join("\n")).toMatch(/Version becomes 2012-10-17; it was 2008-10-17/);
  expect(said.join("\n")).toMatch(/one object and becomes a list/);
  const none = merged(OLD.replace(/\s*"Version": "2008-10-17",/, ""), [READ]);
  expect(none.said.join("\n")).toMatch(/it was left out/);
  expect(none.text).toMatch(/^\{\s+"Version": "2012-10-17",\s+"Id"/);
});

it("does not raise a Version under which a statement would say something else", () => {
  const outcome = mergePolicy(OLD_WITH_VARIABLES, [READ]);
  expect(outcome).toMatchObject({
    ok: false,
    message: expect.stringMatching(/Version 2008-10-17.*Statement 1 would say something else/s),
  });
  expect(mergePolicy(OLD.replace("2008-10-17", "2020-01-01"), [READ])).toMatchObject({
    ok: false,
    message: expect.stringMatching(/does not know/),
  });
});

it("replaces an earlier version of ours where it stands", () => {
  const earlier = { ...READ, Action: "s3:Get*", Resource: "arn:aws:s3:::acme-share-data/*" };
  const { text, said } = merged(policy(earlier, OF_ANN_OTHER), [READ]);
  expect(JSON.parse(text)).toMatchObject({ Statement: [READ, OF_ANN_OTHER] });
  expect(said.join("\n")).toMatch(/1 earlier version of our statements: replaced/);
});

const OF_ANN_OTHER = { ...OF_ANN, Sid: "Ann" };

it("leaves another sharing's statement with a Sid of ours alone, and marks ours", () => {
  const { text, said } = merged(policy(OF_ANN), [READ]);
  const [first, second] = (JSON.parse(text) as { Statement: { Sid: string }[] }).Statement;
  expect(first).toEqual(OF_ANN);
  expect(second).toEqual({ ...READ, Sid: expect.stringMatching(/^XacctReadReports[0-9a-f]{6}$/) });
  expect(said.join("\n")).toContain(
    `Another statement has the Sid XacctReadReports: ours is called ${second?.Sid}.`,
  );
  expect(merged(text, [READ]).unchanged).toBe(true);
  expect(oursAmong(text, [READ])).toEqual([1]);
  expect(oursAmong(text, [OF_ANN])).toEqual([0]);
});

it("finds the marked statement again when another principal joins", () => {
  const { text } = merged(policy(OF_ANN), [READ]);
  const both = { ...READ, Principal: { AWS: [...READ.Principal.AWS, "444455556666"] } };
  const after = JSON.parse(merged(text, [both]).text) as { Statement: { Sid: string }[] };
  expect(after.Statement).toHaveLength(2);
  expect(after.Statement[1]).toMatchObject({ Principal: both.Principal });
});

it("takes no statement for ours that names somebody else, denies something else, or has other elements", () => {
  const more = { ...READ, Principal: { AWS: [...READ.Principal.AWS, "777788889999"] } };
  const wide = { ...READ, NotResource: READ.Resource, Resource: undefined };
  const tls = { ...TLS, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } };
  for (const [there, ours] of [
    [more, READ],
    [wide, READ],
    [tls, TLS],
  ] as const) {
    expect(oursAmong(policy(there), [ours])).toEqual([]);
    expect(merged(policy(there), [ours]).statements).toHaveLength(2);
  }
});

it("knows ours however AWS hands it back", () => {
  const stored = {
    Resource: "arn:aws:s3:::acme-share-data/reports/*",
    Action: "s3:GetObject",
    Principal: { AWS: "arn:aws:iam::444455556666:role/analytics-app" },
    Effect: "Allow",
    Sid: "XacctReadReports",
  };
  expect(merged(policy(stored), [READ])).toMatchObject({ unchanged: true, text: policy(stored) });
});

it("takes out what it put in, from every awkward policy", () => {
  for (const existing of Object.values(BUCKET_POLICIES)) {
    const outcome = mergePolicy(existing, [READ, TLS]);
    if (!outcome.ok) continue;
    const { text } = outcome.value;
    const back = withoutStatements(text, oursAmong(text, [READ, TLS]));
    if (existing.includes("2012-10-17")) expect(back).toEqual({ text: existing });
  }
});

it("leaves no empty policy behind", () => {
  expect(withoutStatements(policy(READ), [0])).toBeUndefined();
  expect(withoutStatements(policy(READ), [])).toEqual({ text: policy(READ) });
});
