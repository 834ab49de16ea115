import { describe, expect, it } from "vitest";
import { refuseAwsManagedKey } from "./check-buckets.ts";
import type { Draft, RawRow } from "./parameter.ts";
import { parseAgreement } from "./parse-agreement.ts";
import { SHARED, type SharedParameterId } from "./shared.ts";

const ALL = Object.keys(SHARED) as SharedParameterId[];
const B = "arn:aws:iam::444455556666";
const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";

interface Change {
  readonly owner?: Draft["owner"];
  readonly consumer?: Draft["consumer"];
  readonly guardrails?: Draft["guardrails"];
}

function draftWith({ owner, consumer, guardrails }: Change): Draft {
  return {
    method: "example",
    owner: {
      account: "111122223333",
      region: "eu-west-1",
      locations: [{ bucket: "acme-share-data", prefix: "reports/" }],
      ...owner,
    },
    consumer: { account: "444455556666", principals: [`${B}:role/analytics-app`], ...consumer },
    guardrails: { ...guardrails },
    settings: {},
  };
}

function told(change: Change): readonly string[] {
  return parseAgreement(draftWith(change), ALL).issues.map(
    ({ severity, at, message }) => `${severity} ${at}: ${message}`,
  );
}

function places(...rows: readonly RawRow[]): Change {
  return { owner: { locations: rows } };
}

const inBucket = (prefix: string, access?: readonly string[]): RawRow => ({
  bucket: "acme-share-data",
  prefix,
  ...(access === undefined ? {} : { access }),
});

function bucketSettings(settings: RawRow, owner: Draft["owner"] = {}): Change {
  return { owner: { ...owner, buckets: [{ bucket: "acme-share-data", ...settings }] } };
}

const key = (arn: string) => bucketSettings({ encryption: "sse-kms", keyArn: arn });

describe("checks over several values", () => {
  it.each<[string, Change, string[]]>([
    ["nothing about the running example", {}, []],
    [
      "that both accounts are the same",
      {
        consumer: { account: "1111-2222-3333", principals: ["arn:aws:iam::111122223333:role/x"] },
      },
      [
        "error consumer.account: Account A and account B are both 111122223333; within one account an identity policy is enough. Enter the other account.",
      ],
    ],
    [
      "that a region is not known",
      { owner: { region: "eu-west-9" } },
      [
        "warning owner.region: eu-west-9 is not among the regions known here. Check the spelling, unless it is new.",
      ],
    ],
    [
      "that an account-regional bucket is another account's",
      places({ bucket: "acme-999988887777-eu-west-1-an" }),
      [
        "error owner.locations.0.bucket: This name belongs to account 999988887777, but account A is 111122223333. Correct one of the two.",
      ],
    ],
    [
      "that an account-regional bucket is in another region",
      places({ bucket: "acme-111122223333-eu-west-3-an" }),
      [
        "error owner.locations.0.bucket: This name belongs to region eu-west-3, but the region is eu-west-1. Correct one of the two.",
      ],
    ],
    [
      "that a prefix begins with a slash",
      places(inBucket("/reports/")),
      [
        "warning owner.locations.0.prefix: “/reports/” begins with a slash, so it covers only keys that begin with one too. Remove the first slash unless they do.",
      ],
    ],
    [
      "that a prefix lies inside another one",
      places(inBucket("reports/2026/"), inBucket("reports")),
      [
        "warning owner.locations.0.prefix: acme-share-data/reports/2026/ is inside acme-share-data/reports/, which is shared with the same access or more. Remove one of the two.",
      ],
    ],
    [
      "that a prefix lies inside the whole bucket, which has more access",
      places(inBucket("", ["list", "read", "write"]), inBucket("reports/")),
      [
        "warning owner.locations.1.prefix: acme-share-data/reports/ is inside the whole bucket acme-share-data, which is shared with the same access or more. Remove one of the two.",
      ],
    ],
    [
      "nothing of a prefix inside another one that has more access than it",
      places(inBucket("reports/"), inBucket("reports/inbox/", ["write"])),
      [],
    ],
    [
      "nothing of prefixes side by side",
      places(inBucket("reports/"), inBucket("reports-old/")),
      [],
    ],
    [
      "nothing of the same prefix in two buckets",
      places(inBucket("reports/"), { bucket: "other-data", prefix: "reports/" }),
      [],
    ],
    [
      "that a location is listed twice",
      places(inBucket("reports/"), inBucket("reports")),
      [
        "warning owner.locations.1.prefix: acme-share-data/reports/ is listed twice. Remove one of the two.",
      ],
    ],
    [
      "that a location is listed twice with different access",
      places(inBucket("reports/", ["list"]), inBucket("reports/", ["read"])),
      [
        "warning owner.locations.1.prefix: acme-share-data/reports/ is listed twice with different access, which adds up. Join the two.",
      ],
    ],
    [
      "that a key is in another partition",
      key(`arn:aws-cn:kms:cn-north-1:111122223333:key/${KEY_ID}`),
      [
        "error owner.buckets.0.keyArn: The key is in partition aws-cn, but eu-west-1 is in aws. Correct one of the two.",
      ],
    ],
    [
      "that a key is in another region",
      key(`arn:aws:kms:eu-west-2:111122223333:key/${KEY_ID}`),
      [
        "error owner.buckets.0.keyArn: The key is in eu-west-2, but the bucket is in eu-west-1; S3 uses only keys of the bucket's region. Correct one of the two.",
      ],
    ],
    [
      "that a key is in another account",
      key(`arn:aws:kms:eu-west-1:444455556666:key/${KEY_ID}`),
      [
        "error owner.buckets.0.keyArn: The key is in account 444455556666, but account A is 111122223333; only a key of account A is supported. Enter the bucket's own key.",
      ],
    ],
    [
      "that uploads of others stay invisible with Object writer",
      bucketSettings({ ownership: "ObjectWriter" }),
      [
        "warning owner.buckets.0.ownership: With Object writer, objects that other accounts uploaded to acme-share-data stay invisible to account B. Switch to Bucket owner enforced if ACLs are not needed.",
      ],
    ],
    [
      "that a principal is in another account",
      { consumer: { principals: [`${B}:role/analytics-app`, "arn:aws:iam::999988887777:role/x"] } },
      [
        "error consumer.principals.1: This principal is in account 999988887777, but account B is 444455556666. Correct one of the two.",
      ],
    ],
    [
      "that a principal is in another partition",
      { consumer: { principals: ["arn:aws-cn:iam::444455556666:role/x"] } },
      [
        "error consumer.principals.0: This principal is in partition aws-cn, but eu-west-1 is in aws; IAM cannot share across partitions. Correct one of the two.",
      ],
    ],
    [
      "that a principal is listed twice",
      { consumer: { principals: [`${B}:role/a1`, `${B}:role/a2`, ` ${B}:role/a1 `] } },
      [`warning consumer.principals.2: ${B}:role/a1 is listed twice. Remove one of the two.`],
    ],
    [
      "that the root of the account makes another principal idle",
      { consumer: { principals: [`${B}:role/a1`, `${B}:root`] } },
      [
        "warning consumer.principals.0: The root of account 444455556666 is listed too and lets in everyone whom account B's admin allows, so this principal adds nothing. Remove one of the two.",
      ],
    ],
    [
      "that a minimum TLS version needs TLS",
      { guardrails: { tlsOnly: false, minTlsVersion: "1.2" } },
      [
        "warning guardrails.minTlsVersion: A minimum TLS version does not stop requests without TLS. Require TLS as well.",
      ],
    ],
    [
      "that a range is too broad to limit",
      { guardrails: { sourceCidrs: ["203.0.113.0/24", "0.0.0.0/0"] } },
      [
        "warning guardrails.sourceCidrs.1: 0.0.0.0/0 is broader than /8, so it limits little, and S3 counts a policy that rests on it as public. Enter narrower ranges.",
      ],
    ],
  ])("tell %s", (_what, change, issues) => {
    expect(told(change)).toEqual(issues);
  });

  it("say nothing about values that could not be read", () => {
    const change: Change = {
      owner: { account: "x", region: "nowhere", locations: [inBucket("*"), inBucket("*")] },
      consumer: { account: "x", principals: ["x", "x"] },
    };
    expect(parseAgreement(draftWith(change), ALL).issues.map(({ at }) => at)).toEqual([
      "owner.account",
      "owner.region",
      "owner.locations.0.prefix",
      "owner.locations.1.prefix",
      "consumer.account",
      "consumer.principals.0",
      "consumer.principals.1",
    ]);
  });

  it("run only when the method uses every value they compare", () => {
    const draft = draftWith({ consumer: { account: "111122223333" } });
    expect(parseAgreement(draft, ["owner.account"]).issues).toEqual([]);
  });
});

describe("refuseAwsManagedKey", () => {
  it("refuses a bucket that is encrypted with aws/s3, at its cell", () => {
    const draft = draftWith(bucketSettings({ encryption: "aws-managed-key" }));
    const { agreement, issues } = parseAgreement(draft, ALL);
    expect(issues).toEqual([]);
    expect(refuseAwsManagedKey(agreement, draft)).toEqual([
      {
        severity: "error",
        at: "owner.buckets.0.encryption",
        message:
          "acme-share-data is encrypted with the AWS managed key aws/s3, which admits only account A. Encrypt it with a customer managed key, or share it through a role in account A.",
        answers: "key=aws-s3",
      },
    ]);
  });

  it("has nothing against a customer managed key", () => {
    const draft = draftWith(key(`arn:aws:kms:eu-west-1:111122223333:key/${KEY_ID}`));
    expect(refuseAwsManagedKey(parseAgreement(draft, ALL).agreement, draft)).toEqual([]);
  });
});
