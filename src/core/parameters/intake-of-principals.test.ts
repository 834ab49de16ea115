import { describe, expect, it } from "vitest";
import { intake } from "./intake.ts";
import type { Draft } from "./parameter.ts";
import {
  ACCOUNT_B_SET,
  ALL_SESSIONS,
  B,
  caller,
  draftWith,
  one,
  PATH_IS_LOST,
  ROLE,
  SESSION,
  SSO_CHANGES,
  SSO_PATTERN,
  SSO_ROLE,
  SSO_SESSION,
} from "./testing/pasted.ts";

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
