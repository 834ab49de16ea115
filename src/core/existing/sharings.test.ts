import { expect, it } from "vitest";
import { mergePolicy } from "#core/policy/merge/merge-policy.ts";
import { BUCKET_POLICIES, LOG_DELIVERY, TRUST } from "#core/policy/testing/awkward-policies.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";
import { endSharing, sharingsIn } from "./sharings.ts";

const BUCKET = "arn:aws:s3:::acme-share-data";
const OF: ChangedDocument = {
  kind: "bucket-policy",
  bucket: "acme-share-data",
  account: "111122223333",
  resourceArn: BUCKET,
};
const of = (name: string) => ({
  Sid: "XacctReadReports",
  Effect: "Allow",
  Principal: { AWS: [`arn:aws:iam::444455556666:role/${name}`] },
  Action: ["s3:GetObject"],
  Resource: [`${BUCKET}/reports/*`],
});
const LIST = {
  ...of("analytics-app"),
  Sid: "XacctListReports",
  Action: ["s3:ListBucket"],
  Resource: BUCKET,
};
const TLS = {
  Sid: "XacctDenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: `${BUCKET}/*`,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function merged(existing: string, ours: readonly unknown[]) {
  const outcome = mergePolicy(existing, ours);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value.text;
}

it("lists ours by whom they name and others statement by statement", () => {
  const text = merged(LOG_DELIVERY, [LIST, of("analytics-app"), TLS]);
  const both = merged(text, [of("other")]);
  const { sharings, rules } = sharingsIn(both, OF);
  expect(
    sharings.map(({ origin, who, what, where }) => `${origin}: ${who}: ${what} on ${where}`),
  ).toEqual([
    "other: the AWS service cloudtrail.amazonaws.com: GetBucketAcl on bucket acme-share-data",
    "other: the AWS service cloudtrail.amazonaws.com: PutObject on trail/AWSLogs/111122223333/*",
    "other: the AWS service logdelivery.elasticloadbalancing.amazonaws.com: PutObject on elb/AWSLogs/111122223333/*",
    "ours: role analytics-app of 444455556666: ListBucket and GetObject on bucket acme-share-data and reports/*",
    "ours: role other of 444455556666: GetObject on reports/*",
  ]);
  expect(sharings[3]).toMatchObject({
    sids: ["XacctListReports", "XacctReadReports"],
    principals: ["arn:aws:iam::444455556666:role/analytics-app"],
  });
  expect(rules).toEqual([{ statement: 5, sid: "XacctDenyInsecureTransport", isOurs: true }]);
});

it("ends exactly one, and takes our rules away with the last of ours", () => {
  const first = merged(LOG_DELIVERY, [of("analytics-app"), TLS]);
  const both = merged(first, [of("other")]);
  const choose = (text: string, who: string) => {
    const chosen = sharingsIn(text, OF).sharings.find((one) => one.who.includes(who));
    if (chosen === undefined) throw new Error(who);
    return endSharing(text, chosen, OF);
  };
  const ended = choose(both, "other");
  expect(ended).toMatchObject({ remaining: { text: first }, rules: [] });
  expect(ended.change.changes.map(({ sentence }) => sentence)).toEqual([
    "Role other of 444455556666 loses GetObject on reports/*.",
  ]);
  expect(choose(first, "analytics-app")).toMatchObject({
    remaining: { text: LOG_DELIVERY },
    rules: ["XacctDenyInsecureTransport"],
  });
  expect(choose(first, "elasticload").remaining?.text).toContain("XacctReadReports");
});

it("deletes the policy with its last statement", () => {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [of("analytics-app"), TLS] });
  const [only] = sharingsIn(text, OF).sharings;
  if (only === undefined) throw new Error("none");
  expect(endSharing(text, only, OF).remaining).toBeUndefined();
});

it("reads every awkward policy, and what it does not know it says", () => {
  const all = Object.values(BUCKET_POLICIES).flatMap((text) => sharingsIn(text, OF).sharings);
  expect(all.length).toBeGreaterThan(80);
  for (const { who, what, where } of all) expect([who, what, where]).not.toContain("");
  expect(all.map(({ who }) => who).join()).toContain("AROAEXAMPLEROLEID0042, which was deleted");
  const trust = { ...OF, kind: "trust-policy", resourceArn: "arn:aws:iam::111122223333:role/x" };
  expect(sharingsIn(TRUST, trust).sharings[0]).toMatchObject({
    who: "the AWS service ec2.amazonaws.com",
    what: "AssumeRole",
    where: "the role",
  });
});
