import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergePolicy } from "#core/policy/merge/merge-policy.ts";
import { withoutStatements } from "#core/policy/merge/take-out.ts";
import {
  currentPolicy,
  olderPolicy,
  ourStatements,
} from "#core/policy/testing/arbitrary-policy.ts";
import { LOG_DELIVERY, PUBLIC_READ } from "#core/policy/testing/awkward-policies.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import { statementMatch } from "#core/proof/policy/statement.ts";
import { prepareRequest } from "#core/proof/request.ts";
import { changeOfAccess } from "./change-of-access.ts";
import type { ChangedDocument } from "./words.ts";

const OF: ChangedDocument = {
  kind: "bucket-policy",
  bucket: "acme-share-data",
  account: "111122223333",
  resourceArn: "arn:aws:s3:::acme-share-data",
};
const ROLE = "arn:aws:iam::444455556666:role/analytics-app";
const BUCKET = "arn:aws:s3:::acme-share-data";

const LIST = {
  Sid: "XacctListReports",
  Effect: "Allow",
  Principal: { AWS: [ROLE] },
  Action: ["s3:ListBucket"],
  Resource: BUCKET,
  Condition: { StringLike: { "s3:prefix": ["reports/*"] } },
};
const READ = {
  Sid: "XacctReadReports",
  Effect: "Allow",
  Principal: { AWS: [ROLE] },
  Action: ["s3:GetObject", "s3:GetObjectVersion"],
  Resource: [`${BUCKET}/reports/*`],
};
const policy = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

function told(before: string | undefined, after: string | undefined, of = OF) {
  const { changes, summary } = changeOfAccess(before, after, of);
  return [...changes.map(({ sentence }) => sentence), summary];
}

function merged(existing: string, ours: readonly unknown[]) {
  const outcome = mergePolicy(existing, ours);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value.text;
}

describe("says who gains and who loses", () => {
  it("when a sharing joins what is there", () => {
    expect(told(LOG_DELIVERY, merged(LOG_DELIVERY, [LIST, READ]))).toEqual([
      "Role analytics-app of 444455556666 gains ListBucket on bucket acme-share-data (while s3:prefix is like reports/*) and GetObject and GetObjectVersion on reports/*.",
      "Nobody loses anything.",
    ]);
  });

  it("when the only sharing ends", () => {
    expect(told(policy(READ), undefined)).toEqual([
      "Role analytics-app of 444455556666 loses GetObject and GetObjectVersion on reports/*.",
      "Nobody gains anything.",
    ]);
  });

  it("nothing where another statement grants it", () => {
    const wide = { ...READ, Sid: "Wide", Action: "s3:*", Resource: `${BUCKET}/*` };
    expect(told(policy(wide), policy(wide, READ))).toEqual(["Nobody gains or loses anything."]);
  });

  it("nothing where the text changes and the meaning does not", () => {
    const same = { ...READ, Sid: "Other", Principal: { AWS: ROLE } };
    expect(told(policy(READ), policy(same))).toEqual(["It says the same as before."]);
  });

  it("when a version of ours is replaced by a narrower one", () => {
    expect(told(policy({ ...READ, Resource: `${BUCKET}/*` }), policy(READ))).toEqual([
      "Role analytics-app of 444455556666 loses GetObject and GetObjectVersion on all objects of acme-share-data.",
      "Nobody gains anything.",
    ]);
  });

  it("where a Deny stands in the way of the usual request", () => {
    const deny = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: `${BUCKET}/*`,
      Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } },
    };
    expect(told(policy(deny), policy(deny, READ))).toEqual([
      "Role analytics-app of 444455556666 gains GetObject and GetObjectVersion on reports/*, but only where no Deny meets it.",
      "Nobody loses anything.",
    ]);
    expect(told(policy(deny, READ), policy(deny))).toEqual([
      "Role analytics-app of 444455556666 loses GetObject and GetObjectVersion on reports/*, where it had it in spite of a Deny.",
      "Nobody gains anything.",
    ]);
  });

  it("and that others may lose where what stays has a condition", () => {
    const secure = { ...READ, Condition: { Bool: { "aws:SecureTransport": "true" } } };
    expect(told(policy(READ, { ...secure, Sid: "S" }), policy({ ...secure, Sid: "S" }))).toEqual([
      "Nobody gains anything. Who loses depends on the circumstances: read the comparison too.",
    ]);
  });

  it("when a Deny comes or goes", () => {
    const tls = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [BUCKET, `${BUCKET}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    expect(told(policy(READ), policy(READ, tls))[0]).toBe(
      "Everybody is denied every S3 action on bucket acme-share-data and all objects of acme-share-data while aws:SecureTransport is false.",
    );
    expect(told(policy(READ, tls), policy(READ))).toEqual([
      expect.stringContaining("no longer denied"),
      "Nobody loses anything.",
    ]);
  });

  it("for accounts, permission sets, services, users, sessions and everybody", () => {
    const root = { AWS: "arn:aws:iam::444455556666:root" };
    const set = "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_A_*";
    const who = [
      [{ ...READ, Principal: { AWS: "444455556666" } }, /^Whomever the admin of account 4/],
      [
        { ...READ, Principal: root, Condition: { ArnLike: { "aws:PrincipalArn": set } } },
        /\(while aws:PrincipalArn is like .*SSO_A_\*\)/,
      ],
      [{ ...READ, Principal: { Service: "delivery.logs.amazonaws.com" } }, /^The AWS service del/],
      [
        { ...READ, Principal: { AWS: "arn:aws:sts::444455556666:assumed-role/app/nightly" } },
        /^Session nightly of role app of 444455556666/,
      ],
      [{ ...READ, Principal: { AWS: "*" } }, /^Everybody gains/],
      [{ ...READ, Principal: { CanonicalUser: "79a59df900b949e5" } }, /canonical user ID 79a59df9/],
    ] as const;
    for (const [statement, sentence] of who) {
      expect(told(PUBLIC_READ, merged(PUBLIC_READ, [statement]))[0]).toMatch(sentence);
    }
  });

  it("for a key and a role", () => {
    const key = { ...READ, Action: "kms:Decrypt", Resource: "*" };
    const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(
      told(undefined, policy(key), { ...OF, kind: "key-policy", resourceArn: keyArn }),
    ).toEqual([
      "Role analytics-app of 444455556666 gains Decrypt on the key.",
      "Nobody loses anything.",
    ]);
    const trust = { Effect: "Allow", Principal: { AWS: ROLE }, Action: "sts:AssumeRole" };
    const roleArn = "arn:aws:iam::111122223333:role/shared";
    expect(
      told(undefined, policy(trust), { ...OF, kind: "trust-policy", resourceArn: roleArn })[0],
    ).toBe("Role analytics-app of 444455556666 gains AssumeRole on the role.");
  });

  it("when a raised Version makes a variable of what was text", () => {
    const home = policy({ ...READ, Resource: `${BUCKET}/home/\${aws:username}/*` });
    const old = home.replace("2012-10-17", "2008-10-17");
    expect(told(old, home).at(-1)).toMatch(/^Not all of it/);
  });

  it("and says so where it cannot be said exactly", () => {
    for (const statement of [
      { ...READ, NotAction: "s3:DeleteObject", Action: undefined },
      { ...READ, Resource: `${BUCKET}/\${aws:username}/*` },
      { ...READ, Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::1:role/other" } } },
      { ...READ, Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: ROLE } },
    ]) {
      expect(told(policy(), JSON.stringify({ ...JSON.parse(policy(statement)) })).at(-1)).toBe(
        "Not all of it can be put into sentences: read the comparison too.",
      );
    }
  });
});

it("never says that nobody loses or gains where a request is decided otherwise", () => {
  const request = fc
    .tuple(
      fc.constantFrom(
        ROLE,
        "arn:aws:iam::777788889999:role/other",
        "arn:aws:iam::111122223333:root",
      ),
      fc.constantFrom(
        ["s3:GetObject", `${BUCKET}/reports/a`] as const,
        ["s3:PutObject", `${BUCKET}/b`] as const,
        ["s3:ListBucket", BUCKET] as const,
      ),
      fc.constantFrom<Readonly<Record<string, string>>>(
        {},
        { "s3:prefix": "reports/2026/", "aws:SecureTransport": "true", "s3:TlsVersion": "1.1" },
        { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "s3:max-keys": "1" },
        { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718", "aws:SecureTransport": "false" },
        { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718", "s3:prefix": "reports/" },
      ),
    )
    .map(([principalArn, [action, resourceArn], context]) =>
      prepareRequest({
        principalArn,
        action,
        resourceArn,
        resourceAccount: "111122223333",
        context,
      }),
    );
  const allows = (text: string, asked: ReturnType<typeof prepareRequest>) => {
    const effects = compilePolicy({ document: "x", policy: text }, "bucket policy")
      .statements.filter((statement) => statementMatch(statement, asked, false) !== "none")
      .map(({ source }) => source.effect);
    return effects.includes("Allow") && !effects.includes("Deny");
  };
  const anyPolicy = fc.oneof(currentPolicy, olderPolicy).map((one) => JSON.stringify(one));
  const pair = fc.oneof(
    fc.tuple(anyPolicy, anyPolicy),
    fc.tuple(anyPolicy, fc.nat({ max: 5 }), fc.boolean()).map(([text, place, turned]) => {
      const rest = withoutStatements(text, [place])?.text ?? '{"Statement":[]}';
      return turned ? ([rest, text] as const) : ([text, rest] as const);
    }),
    fc.tuple(anyPolicy, ourStatements).map(([text, ours]) => {
      const outcome = mergePolicy(text, ours);
      return [text, outcome.ok ? outcome.value.text : text] as const;
    }),
  );
  fc.assert(
    fc.property(pair, fc.array(request, { minLength: 1, maxLength: 8 }), ([before, after], all) => {
      const { changes, summary } = changeOfAccess(before, after, OF);
      const lost = all.some((asked) => allows(before, asked) && !allows(after, asked));
      const won = all.some((asked) => !allows(before, asked) && allows(after, asked));
      if (lost) expect(summary).not.toMatch(/Nobody (?:gains or )?loses|says the same/);
      if (won) expect(summary).not.toMatch(/Nobody gains|says the same/);
      if (lost && changes.every(({ kind }) => kind !== "loses" && kind !== "denied")) {
        expect(summary).toMatch(/comparison too/);
      }
    }),
    { numRuns: 500 },
  );
});
