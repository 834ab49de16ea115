import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intake } from "./intake.ts";
import type { Draft } from "./parameter.ts";
import { SHARED } from "./shared.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const A = "111122223333";
const B = "444455556666";
const ROLE = `arn:aws:iam::${B}:role/analytics-app`;
const SESSION = `arn:aws:sts::${B}:assumed-role/analytics-app/i-0123456789abcdef0`;
const SSO_ROLE = `arn:aws:iam::${B}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Analyst_0123456789abcdef`;
const SSO_SESSION = `arn:aws:sts::${B}:assumed-role/AWSReservedSSO_Analyst_0123456789abcdef/alice@example.com`;
const SSO_PATTERN = `arn:aws:iam::${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_????????????????`;
const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY = `arn:aws:kms:eu-west-1:${A}:key/${KEY_ID}`;

const PATH_IS_LOST =
  "An assumed-role ARN does not contain the role's path: if analytics-app has a path, add it before the name.";
const ALL_SESSIONS =
  "All sessions of the role are let in. To let in only the session i-0123456789abcdef0, type its ARN instead of pasting it.";
const SSO_CHANGES =
  "This is an IAM Identity Center role: its name changes when the permission set is provisioned again, so the pattern of permission set Analyst is used.";
const ACCOUNT_B_SET = `Account ID of account B is set to ${B} as well.`;

interface Filled {
  readonly owner?: Draft["owner"];
  readonly consumer?: Draft["consumer"];
}

/** A method's draft holds every parameter. */
function draftWith({ owner, consumer }: Filled = {}): Draft {
  return {
    method: "example",
    owner: { account: "", region: "", locations: [], buckets: [], profile: "", ...owner },
    consumer: { account: "", principals: [], ...consumer },
    guardrails: {},
    settings: {},
  };
}

function caller(arn: string): string {
  return JSON.stringify({ UserId: "AROAEXAMPLE:x", Account: B, Arn: arn }, null, 4);
}

const one = (id: string, value: unknown) => ({ id, value });

describe("intake of account B's account ID", () => {
  it.each<[string, string, Filled, unknown[], string[]]>([
    [
      "digits with hyphens",
      "4444-5555-6666",
      {},
      [one("consumer.account", B)],
      [`Only the 12 digits are taken: ${B}.`],
    ],
    [
      "the caller's identity, which becomes the principal too",
      caller(ROLE),
      {},
      [one("consumer.account", B), one("consumer.principals", [ROLE])],
      [
        `Account ${B} is taken from the caller's identity.`,
        `${ROLE} is entered as principal; replace it if someone else is to get access.`,
      ],
    ],
    [
      "the identity of a session",
      caller(SESSION),
      {},
      [one("consumer.account", B), one("consumer.principals", [ROLE])],
      [
        `Account ${B} is taken from the caller's identity.`,
        `${ROLE} is entered as principal; replace it if someone else is to get access.`,
        PATH_IS_LOST,
        ALL_SESSIONS,
      ],
    ],
    [
      "the identity when there are principals already",
      caller(ROLE),
      { consumer: { principals: [`arn:aws:iam::${B}:role/other`] } },
      [one("consumer.account", B)],
      [
        `Account ${B} is taken from the caller's identity.`,
        `${ROLE} is not added to the principals, because there are some already.`,
      ],
    ],
    [
      "the identity as text output",
      `${B}\t${ROLE}\tAROAEXAMPLE`,
      { consumer: { principals: [ROLE] } },
      [one("consumer.account", B)],
      [`Account ${B} is taken from the caller's identity.`],
    ],
    [
      "the ARN of a group, which cannot be a principal",
      `arn:aws:iam::${B}:group/analysts`,
      {},
      [one("consumer.account", B)],
      [`Account ${B} is taken from the ARN.`],
    ],
    [
      "the ARN of a federated user",
      `arn:aws:sts::${B}:federated-user/bob`,
      {},
      [one("consumer.account", B)],
      [`Account ${B} is taken from the ARN.`],
    ],
    [
      "the sign-in address",
      `https://${B}.signin.aws.amazon.com/console`,
      {},
      [one("consumer.account", B)],
      [`Only the 12 digits are taken: ${B}.`],
    ],
  ])("understands %s", (_what, text, filled, assignments, said) => {
    expect(intake(text, "consumer.account", draftWith(filled))).toEqual({ assignments, said });
  });
});

describe("intake of account A's account ID", () => {
  it("takes account and region from the ARN of a key, and no principal from an identity", () => {
    expect(intake(KEY, "owner.account", draftWith())).toEqual({
      assignments: [one("owner.account", A), one("owner.region", "eu-west-1")],
      said: [`Account ${A} is taken from the ARN.`, "AWS Region is set to eu-west-1 as well."],
    });
    for (const text of [caller(ROLE), ROLE]) {
      expect(intake(text, "owner.account", draftWith())?.assignments).toEqual([
        one("owner.account", B),
      ]);
    }
  });

  it("leaves a region that is there already", () => {
    const draft = draftWith({ owner: { region: "eu-west-2" } });
    expect(intake(KEY, "owner.account", draft)).toEqual({
      assignments: [one("owner.account", A)],
      said: [
        `Account ${A} is taken from the ARN.`,
        "AWS Region holds eu-west-2, not eu-west-1; it is left as it is.",
      ],
    });
  });

  it("adds an S3 address to the locations, because it names no account", () => {
    expect(intake("s3://acme-share-data/reports", "owner.account", draftWith())).toEqual({
      assignments: [
        one("owner.locations", [
          { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] },
        ]),
      ],
      said: ["acme-share-data/reports/ is added to the locations."],
    });
  });
});

describe("intake of the region", () => {
  it.each([
    ["EU-WEST-1", "eu-west-1"],
    ["eu-west-1a", "eu-west-1"],
    ["Europe (Ireland)", "eu-west-1"],
    ["Europe (Ireland) eu-west-1", "eu-west-1"],
    [KEY, "eu-west-1"],
    ["https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys", undefined],
  ])("understands %s", (text, region) => {
    expect(intake(text, "owner.region", draftWith())?.assignments).toEqual(
      region === undefined ? undefined : [one("owner.region", region)],
    );
  });

  it("adds the location of a console page as well", () => {
    const page =
      "https://s3.console.aws.amazon.com/s3/buckets/acme-share-data?region=eu-west-1&prefix=reports/";
    expect(intake(page, "owner.region", draftWith())).toEqual({
      assignments: [
        one("owner.region", "eu-west-1"),
        one("owner.locations", [
          { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] },
        ]),
      ],
      said: ["The region is eu-west-1.", "acme-share-data/reports/ is added to the locations."],
    });
  });
});

describe("intake of a location", () => {
  const ROW = { bucket: "", prefix: "", access: ["list", "read"] };
  const NAMES = "The address names the bucket acme-share-data and the prefix reports/.";
  const bucket = one("owner.locations.0.bucket", "acme-share-data");
  const prefix = one("owner.locations.0.prefix", "reports/");
  const region = one("owner.region", "eu-west-1");
  const REGION_SET = "AWS Region is set to eu-west-1 as well.";

  it.each<[string, Filled, unknown[], string[]]>([
    ["s3://acme-share-data/reports", {}, [bucket, prefix], [NAMES]],
    ["arn:aws:s3:::acme-share-data/reports/*", {}, [bucket, prefix], [NAMES]],
    ["acme-share-data/reports/", {}, [bucket, prefix], [NAMES]],
    [
      "arn:aws:s3:::acme-share-data",
      {},
      [bucket],
      ["The address names the bucket acme-share-data."],
    ],
    [
      "https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-share-data?prefix=reports/",
      {},
      [bucket, prefix, region],
      [NAMES, REGION_SET],
    ],
    [
      "https://acme-share-data.s3.eu-west-1.amazonaws.com/reports/2026.csv",
      {},
      [bucket, prefix, region],
      [
        NAMES,
        "reports/2026.csv is one object; the prefix it lies in is taken, with everything else below it.",
        REGION_SET,
      ],
    ],
    [
      "s3://acme-share-data/2026.csv",
      {},
      [bucket],
      [
        "The address names the bucket acme-share-data.",
        "2026.csv is one object at the top of the bucket: without a prefix the whole bucket is shared. Enter one to share less.",
      ],
    ],
    [
      "https://s3.eu-west-1.amazonaws.com/acme-share-data/reports/",
      { owner: { region: "us-east-1" } },
      [bucket, prefix],
      [NAMES, "AWS Region holds us-east-1, not eu-west-1; it is left as it is."],
    ],
    [
      "s3://acme-share-data/reports/",
      { owner: { locations: [{ ...ROW, prefix: "other/" }] } },
      [bucket],
      [NAMES, "The prefix of this location is other/, not reports/; it is left as it is."],
    ],
    [
      "s3://acme-share-data/reports/",
      { owner: { locations: [{ ...ROW, prefix: "reports" }] } },
      [bucket],
      [NAMES],
    ],
  ])("understands %s as a bucket, with %j", (text, filled, assignments, said) => {
    const draft = draftWith({ owner: { locations: [ROW], ...filled.owner } });
    expect(intake(text, "owner.locations.0.bucket", draft)).toEqual({ assignments, said });
  });

  it("sets an empty bucket from an address pasted as prefix, and keeps another bucket", () => {
    const text = "s3://acme-share-data/reports/";
    const at = "owner.locations.0.prefix";
    expect(intake(text, at, draftWith({ owner: { locations: [ROW] } }))).toEqual({
      assignments: [prefix, bucket],
      said: [NAMES],
    });
    const draft = draftWith({ owner: { locations: [{ ...ROW, bucket: "other-data" }] } });
    expect(intake(text, at, draft)).toEqual({
      assignments: [prefix],
      said: [
        NAMES,
        "The bucket of this location is other-data, not acme-share-data; it is left as it is.",
      ],
    });
  });

  it("fills the first empty row when pasted into the list", () => {
    const draft = draftWith({ owner: { locations: [{ ...ROW, bucket: "other-data" }, ROW] } });
    expect(intake("s3://acme-share-data/reports/", "owner.locations", draft)?.assignments).toEqual([
      one("owner.locations", [
        { ...ROW, bucket: "other-data" },
        { ...ROW, bucket: "acme-share-data", prefix: "reports/" },
      ]),
    ]);
  });
});

describe("intake of a key", () => {
  const at = "owner.buckets.0.keyArn";
  const page = `https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys/${KEY_ID}/keyPolicy`;
  const known = draftWith({ owner: { account: A, region: "eu-west-1" } });
  const MADE = `The ARN is made of the key ID, region eu-west-1 and account ${A}.`;

  it.each([
    [
      page,
      draftWith({ owner: { account: A } }),
      [one(at, KEY), one("owner.region", "eu-west-1")],
      [MADE, "AWS Region is set to eu-west-1 as well."],
    ],
    [KEY_ID, known, [one(at, KEY)], [MADE]],
    [JSON.stringify({ KeyMetadata: { Arn: KEY } }), known, [one(at, KEY)], []],
    [
      KEY,
      draftWith({ owner: { account: B, region: "eu-west-1" } }),
      [one(at, KEY)],
      [`Account ID of account A holds ${B}, not ${A}; it is left as it is.`],
    ],
  ])("understands %s", (text, draft, assignments, said) => {
    expect(intake(text, at, draft)).toEqual({ assignments, said });
  });

  it.each([
    ["a valid ARN", KEY, known],
    ["an alias, about which the field has its own sentence", "alias/acme", known],
    ["an alias ARN", `arn:aws:kms:eu-west-1:${A}:alias/acme`, known],
    ["a key ID without region and account", KEY_ID, draftWith()],
  ])("has nothing to do for %s", (_what, text, draft) => {
    expect(intake(text, at, draft)).toBeUndefined();
  });
});

describe("intake of a principal", () => {
  const at = "consumer.principals.0";
  const known = draftWith({ consumer: { account: B, principals: [""] } });

  it.each<[string, Draft, string, string[]]>([
    [SESSION, known, ROLE, [PATH_IS_LOST, ALL_SESSIONS]],
    [SSO_ROLE, known, SSO_PATTERN, [SSO_CHANGES]],
    [SSO_SESSION, known, SSO_PATTERN, [SSO_CHANGES]],
    [caller(SSO_SESSION), known, SSO_PATTERN, [SSO_CHANGES]],
    [caller(`arn:aws:iam::${B}:root`), known, `arn:aws:iam::${B}:root`, []],
    [JSON.stringify({ Role: { Arn: ROLE } }), known, ROLE, []],
    [`"${ROLE}",`, known, ROLE, []],
    [
      "4444-5555-6666",
      draftWith({ owner: { region: "cn-north-1" }, consumer: { account: B } }),
      `arn:aws-cn:iam::${B}:root`,
      ["The account's root stands for the whole account: whomever its own admin allows."],
    ],
    [
      "https://us-east-1.console.aws.amazon.com/iam/home?region=eu-west-1#/roles/details/analytics-app?section=permissions",
      known,
      ROLE,
      [
        "A console address does not contain the account, so account B's is used, nor the path: if analytics-app has a path, add it before the name.",
      ],
    ],
    [
      `https://${B}-k3xq2a1b.us-east-1.console.aws.amazon.com/iam/home#/roles/details/analytics-app`,
      known,
      ROLE,
      [
        "A console address does not contain the path: if analytics-app has one, add it before the name.",
      ],
    ],
    [
      "https://console.aws.amazon.com/iam/home#/users/alice",
      known,
      `arn:aws:iam::${B}:user/alice`,
      [
        "A console address does not contain the account, so account B's is used, nor the path: if alice has a path, add it before the name.",
      ],
    ],
  ])("understands %s", (text, draft, arn, said) => {
    expect(intake(text, at, draft)).toEqual({ assignments: [one(at, arn)], said });
  });

  it("fills account B when it is empty, and says so when it is another one", () => {
    expect(intake(ROLE, at, draftWith())).toEqual({
      assignments: [one(at, ROLE), one("consumer.account", B)],
      said: [ACCOUNT_B_SET],
    });
    expect(intake(ROLE, at, draftWith({ consumer: { account: "999988887777" } }))).toEqual({
      assignments: [one(at, ROLE)],
      said: [`Account ID of account B holds 999988887777, not ${B}; it is left as it is.`],
    });
  });

  it("adds to the list when pasted into it", () => {
    const draft = draftWith({
      consumer: { account: B, principals: [`arn:aws:iam::${B}:root`, ""] },
    });
    expect(intake(ROLE, "consumer.principals", draft)?.assignments).toEqual([
      one("consumer.principals", [`arn:aws:iam::${B}:root`, ROLE]),
    ]);
  });

  it.each([
    ROLE,
    `arn:aws:iam::${B}:user/alice`,
    SSO_PATTERN,
    `arn:aws:iam::${B}:group/analysts`,
    `arn:aws:sts::${B}:federated-user/bob`,
    "analytics-app",
    "s3://acme-share-data",
  ])("has nothing to do for %s", (text) => {
    expect(intake(text, at, known)).toBeUndefined();
  });
});

describe("intake", () => {
  it.each([
    [B, "consumer.account"],
    ["eu-west-1", "owner.region"],
    ["acme-share-data", "owner.locations.0.bucket"],
    ["reports/", "owner.locations.0.prefix"],
    ["a/b", "owner.locations.0.prefix"],
    [ROLE, "settings.roleName"],
    [ROLE, "owner.profile"],
    [KEY, "owner.locations.0.bucket"],
    ["", "owner.account"],
    [B, "__proto__.toString"],
  ])("has nothing to do for %j in %s", (text, target) => {
    expect(intake(text, target, draftWith({ owner: { locations: [{}] } }))).toBeUndefined();
  });

  it("does not fill a value that the method does not ask for", () => {
    const draft: Draft = { ...draftWith(), consumer: { account: "" } };
    expect(intake(caller(ROLE), "consumer.account", draft)?.assignments).toEqual([
      one("consumer.account", B),
    ]);
  });

  it("never throws and never changes a filled field besides its own", () => {
    const texts = fc.oneof(
      fc.string({ unit: ANY_UNIT }),
      fc.constantFrom(ROLE, SESSION, SSO_ROLE, SSO_SESSION, KEY, KEY_ID, B, caller(SSO_SESSION)),
      fc.constantFrom("s3://acme-share-data/a/b", "arn:aws:s3:::acme-share-data", "eu-west-1a"),
      fc.json(),
    );
    const targets = fc.constantFrom(
      ...Object.keys(SHARED),
      "owner.locations.0.bucket",
      "owner.locations.0.prefix",
      "owner.buckets.0.keyArn",
      "consumer.principals.0",
    );
    const filled = draftWith({
      owner: { account: A, region: "eu-west-1", locations: [{ bucket: "x", prefix: "y/" }] },
      consumer: { account: "999988887777", principals: ["x"] },
    });
    fc.assert(
      fc.property(texts, targets, (text, target) => {
        const taken = intake(text, target, filled);
        for (const { id } of taken?.assignments ?? []) {
          if (["owner.locations", "consumer.principals"].includes(id)) continue;
          expect(id).toBe(target);
        }
      }),
    );
  });
});
