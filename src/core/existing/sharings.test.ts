import { expect, it } from "vitest";
import { instanceParts } from "#core/aws/arn.ts";
import { mergePolicy } from "#core/policy/merge/merge-policy.ts";
import { policySource } from "#core/policy/merge/policy-source.ts";
import { BUCKET_POLICIES, LOG_DELIVERY, TRUST } from "#core/policy/testing/awkward-policies.ts";
import { SERVICE_POLICIES } from "#core/policy/testing/service-policies.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";
import { commandText } from "#core/render/command-text.ts";
import { anyPolicy } from "./any-policy.ts";
import { endCommands } from "./end-commands.ts";
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

it("names who stands in AWS's own policies, and takes out one statement of them to the byte", () => {
  const read = (name: string) => {
    const text = BUCKET_POLICIES[name] ?? "";
    const { sharings, rules } = sharingsIn(text, OF);
    for (const chosen of sharings) {
      const { remaining } = endSharing(text, chosen, OF);
      const kept = policySource(text)?.statements.filter(
        (_one, index) => !chosen.statements.includes(index),
      );
      const left = remaining === undefined ? [] : policySource(remaining.text)?.statements;
      expect(left?.map((one) => one.text)).toEqual(kept?.map((one) => one.text));
    }
    const told = sharings.map(({ who, what, where }) => `${who}: ${what} on ${where}`);
    return [...told, ...rules.map(({ statement }) => `statement ${statement + 1} denies`)];
  };
  expect(
    Object.fromEntries(Object.keys(SERVICE_POLICIES).map((name) => [name, read(name).slice(0, 3)])),
  ).toEqual({
    "access logs of a load balancer, by account": [
      "whomever the admin of account 156460612806 lets: PutObject on alb/AWSLogs/111122223333/*",
    ],
    "access logs of a network load balancer": [
      "the AWS service delivery.logs.amazonaws.com: GetBucketAcl on bucket acme-share-data",
      "the AWS service delivery.logs.amazonaws.com: PutObject on nlb/AWSLogs/111122223333/*",
    ],
    "VPC flow logs": [
      "the AWS service delivery.logs.amazonaws.com: PutObject on flow/AWSLogs/111122223333/*",
      "the AWS service delivery.logs.amazonaws.com: GetBucketAcl and ListBucket on bucket acme-share-data",
    ],
    "AWS Config": [
      "the AWS service config.amazonaws.com: GetBucketAcl on bucket acme-share-data",
      "the AWS service config.amazonaws.com: ListBucket on bucket acme-share-data",
      "the AWS service config.amazonaws.com: PutObject on config/AWSLogs/111122223333/Config/*",
    ],
    "the destination of a replication": [
      "role s3crr_role_for_source of 999988887777: ReplicateDelete, ReplicateObject and ObjectOwnerOverrideToBucketOwner on all objects of acme-share-data",
      "role s3crr_role_for_source of 999988887777: List*, GetBucketVersioning and PutBucketVersioning on bucket acme-share-data",
    ],
    "S3 Inventory": [
      "the AWS service s3.amazonaws.com: PutObject on all objects of acme-share-data",
    ],
    "CloudFront's two ways": [
      "the AWS service cloudfront.amazonaws.com: GetObject on site/*",
      "CloudFront's origin access identity EH1HDMB1FH2TC: GetObject on site/*",
    ],
    "a NotPrincipal with sessions": ["statement 1 denies"],
    "20 KB": [0, 1, 2].map(
      (team) =>
        `role reader of 55550000000${team}: GetObject, GetObjectTagging and GetObjectVersion on teams/team-number-${team}/outgoing/*`,
    ),
  });
});

const INSTANCE = "arn:aws:s3:eu-west-1:111122223333:access-grants/default";
const asking = (account: string, sid: string) => ({
  Sid: sid,
  Effect: "Allow",
  Principal: { AWS: account },
  Action: ["s3:GetDataAccess", "s3:ListCallerAccessGrants"],
  Resource: INSTANCE,
});

it("reads the policy of an S3 Access Grants instance, ours and others', and ends one of them", () => {
  const text = JSON.stringify(
    {
      Version: "2012-10-17",
      Statement: [
        asking("arn:aws:iam::777788889999:root", "Partner"),
        asking("444455556666", "XacctAccessGrants"),
      ],
    },
    null,
    2,
  );
  const read = anyPolicy(JSON.stringify({ Policy: text, CreatedAt: "2026-11-22" }));
  if (!read.ok) throw new Error(read.message);
  expect(read.value).toMatchObject({ kind: "instance-policy", resourceArn: INSTANCE, text });
  const place = { kind: read.value.kind, account: "", resourceArn: INSTANCE };
  const { sharings } = sharingsIn(text, place);
  expect(sharings).toMatchObject([
    { origin: "other", principals: ["arn:aws:iam::777788889999:root"] },
    {
      origin: "ours",
      who: "whomever the admin of account 444455556666 lets",
      where: "the S3 Access Grants instance",
      principals: ["arn:aws:iam::444455556666:root"],
    },
  ]);
  const [theirs, ours] = sharings;
  if (theirs === undefined || ours === undefined) throw new Error("none");
  const { remaining } = endSharing(text, ours, place);
  expect(JSON.parse(remaining?.text ?? "").Statement).toEqual([
    asking("arn:aws:iam::777788889999:root", "Partner"),
  ]);
  const parts = instanceParts(INSTANCE);
  if (parts === undefined) throw new Error("none");
  const lines = (left: typeof remaining) => {
    const commands = endCommands({ kind: place.kind, name: INSTANCE, ...parts }, left);
    return [commands?.look, commands?.end, commands?.undo].map((one) =>
      one === undefined ? "" : commandText(one, "bash").replace(/\s*\\\n\s*/g, " "),
    );
  };
  const name = "access-grants-instance-resource-policy";
  const at = "--account-id 111122223333";
  expect(lines(remaining)).toEqual([
    expect.stringContaining(`aws s3control get-${name} ${at} --region eu-west-1`),
    expect.stringContaining(`aws s3control put-${name} ${at} --policy file://policy.new.json`),
    expect.stringContaining(`aws s3control put-${name} ${at} --policy file://policy.before.json`),
  ]);
  expect(lines(undefined)[1]).toBe(`aws s3control delete-${name} ${at} --region eu-west-1`);
});

it("takes nothing else for the policy of an instance", () => {
  const kindOf = (text: string) => {
    const read = anyPolicy(text);
    return read.ok ? read.value.kind : read.message;
  };
  for (const text of Object.values(BUCKET_POLICIES)) expect(kindOf(text)).toBe("bucket-policy");
  expect(kindOf(TRUST)).toBe("trust-policy");
  const any = { ...asking("444455556666", "All"), Resource: "*" };
  expect(kindOf(JSON.stringify({ Version: "2012-10-17", Statement: any }))).toBe("instance-policy");
});
