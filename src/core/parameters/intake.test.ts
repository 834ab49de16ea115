import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intake } from "./intake.ts";
import type { Draft } from "./parameter.ts";
import { SHARED } from "./shared.ts";
import {
  A,
  ALL_SESSIONS,
  B,
  caller,
  draftWith,
  type Filled,
  KEY,
  KEY_ID,
  one,
  PATH_IS_LOST,
  ROLE,
  SESSION,
  SSO_ROLE,
  SSO_SESSION,
} from "./testing/pasted.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

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
