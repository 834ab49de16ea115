import { describe, expect, it } from "vitest";
import { mergePolicy } from "#core/policy/merge/merge-policy.ts";
import {
  DENIES_ALL_BUT_LISTED,
  ENDPOINT_ONLY,
  KEY_DEFAULT,
  LOG_DELIVERY,
  NEARLY_FULL,
  PUBLIC_READ,
  STALE,
} from "#core/policy/testing/awkward-policies.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";
import { judged } from "./existing-input.ts";
import { judgeMerge } from "./judge-merge.ts";
import { waysOut } from "./ways-out.ts";

const BUCKET = "arn:aws:s3:::acme-share-data";
const OF: ChangedDocument = {
  kind: "bucket-policy",
  bucket: "acme-share-data",
  account: "111122223333",
  resourceArn: BUCKET,
};
const ROLE = "arn:aws:iam::444455556666:role/analytics-app";
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
  Action: ["s3:GetObject"],
  Resource: [`${BUCKET}/reports/*`],
};
const OURS = [LIST, READ];
const policy = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

function merged(existing: string, ours: readonly unknown[] = OURS) {
  const outcome = mergePolicy(existing, ours);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function findings(existing: string, ours: readonly unknown[] = OURS) {
  return judgeMerge(merged(existing, ours), OF, "bucket-policy").map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

it("has nothing to say where ours fit in", () => {
  expect(findings(LOG_DELIVERY)).toEqual([]);
});

describe("a Deny there", () => {
  it("that meets account B whatever it does is an error", () => {
    expect(findings(DENIES_ALL_BUT_LISTED)).toEqual([
      expect.stringMatching(
        /^error: Statement 1 \(“OnlyTheOwners”\) denies role analytics-app of 444455556666 ListBucket and GetObject on bucket acme-share-data and reports\/\*.*all of the sharing would not work/,
      ),
    ]);
  });

  it("that depends on the circumstances is a warning", () => {
    expect(findings(ENDPOINT_ONLY)).toEqual([
      expect.stringMatching(/^warning: .*while aws:SourceVpce is not vpce-0a1b2c3d4e5f60718\./),
    ]);
    const inside = OURS.map((one) => ({
      ...one,
      Condition: {
        ...("Condition" in one ? one.Condition : {}),
        StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" },
      },
    }));
    expect(findings(ENDPOINT_ONLY, inside)).toEqual([]);
  });

  it("that meets a part says which", () => {
    const deny = { ...READ, Sid: "No", Effect: "Deny", Principal: "*", Resource: `${BUCKET}/*` };
    expect(findings(policy(deny))).toEqual([expect.stringMatching(/a part of the sharing would/)]);
  });

  it("for plain HTTP or others is none", () => {
    const tls = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: `${BUCKET}/*`,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    expect(findings(policy(tls))).toEqual([]);
  });
});

describe("a grant there", () => {
  const own = { ...READ, Sid: "Analytics", Principal: { AWS: ROLE } };

  it("of all of it says that there is nothing to add", () => {
    expect(findings(policy({ ...LIST, Sid: "L" }, own))).toEqual([
      "info: Statement 1 (“L”) and Statement 2 (“Analytics”) grant all of it already: there is nothing to add.",
    ]);
  });

  it("of more than that says what", () => {
    const wide = { ...own, Action: "s3:*", Resource: [BUCKET, `${BUCKET}/*`] };
    expect(findings(policy(wide))).toEqual([
      expect.stringMatching(
        /^warning: .*more than is asked for: PutObject at the same place, DeleteObject at the same place and other objects of the bucket\./,
      ),
    ]);
    const account = {
      ...wide,
      Action: ["s3:GetObject", "s3:ListBucket"],
      Principal: { AWS: "444455556666" },
    };
    expect(findings(policy(account))[0]).toMatch(/other principals of account 444455556666/);
    expect(findings(policy({ ...account, Principal: "*" })).join()).toMatch(/and everybody\./);
  });

  it("of a part says which", () => {
    expect(findings(policy(own))).toEqual([
      "info: Statement 1 (“Analytics”) grants a part of it already: GetObject on reports/*.",
    ]);
  });

  it("that is ours says that nothing changes", () => {
    expect(findings(policy(...OURS))).toEqual([
      "info: This sharing is in place already: nothing changes.",
    ]);
  });
});

it("tells of public statements and of deleted principals", () => {
  expect(findings(PUBLIC_READ)).toEqual([
    expect.stringMatching(/^warning: Statement 1 .* is public\. While RestrictPublicBuckets is on/),
  ]);
  expect(findings(STALE)).toEqual([
    expect.stringMatching(
      /^warning: Statement 1 .* names AROAEXAMPLEROLEID0042: a role or user that was deleted/,
    ),
  ]);
});

describe("a policy that becomes too large", () => {
  const many = Array.from(
    { length: 12 },
    (_, index) => `arn:aws:iam::444455556666:role/app-${index}`,
  );
  const large = OURS.map((one) => ({ ...one, Principal: { AWS: many } }));

  it("is an error with the ways out that fit first, measured", () => {
    const [error = ""] = findings(NEARLY_FULL, large);
    expect(error).toMatch(
      /^error: The merged policy has 2\d,\d{3} of 20,480 bytes: AWS refuses it\./,
    );
    expect(error).toMatch(/Share by S3 Access Grants.*: 19,\d{3} bytes\./);
    const ways = waysOut(judged(merged(NEARLY_FULL, large), OF), "bucket-policy");
    expect(ways.map(({ fits }) => fits)).toEqual(
      ways.map(({ fits }) => fits).toSorted((one, other) => Number(other) - Number(one)),
    );
    for (const { used, fits } of ways) expect(fits).toBe(used <= 20_480);
  });

  it("offers what fits this policy", () => {
    const text = (all: readonly unknown[], existing = NEARLY_FULL) =>
      waysOut(judged(merged(existing, all), OF), "bucket-policy").map(({ message }) => message);
    expect(text(large).join("\n")).toMatch(/whole accounts/);
    const account = OURS.map((one) => ({ ...one, Principal: { AWS: "444455556666" } }));
    expect(text(account).join("\n")).not.toMatch(/whole accounts/);
    const prefixes = { ...READ, Resource: [`${BUCKET}/data/a/*`, `${BUCKET}/data/b/*`] };
    expect(text([prefixes]).join("\n")).toMatch(/Share data\/, which lies above/);
    expect(text(OURS).join("\n")).not.toMatch(/lies above/);
    const stale = policy(
      { ...READ, Sid: "Old", Principal: { AWS: "AROAEXAMPLEROLEID0042" } },
      { ...READ, Sid: "A", Principal: { AWS: "777788889999" } },
      { ...READ, Sid: "B", Principal: { AWS: "777788889999" } },
    );
    expect(text(OURS, stale)[0]).toMatch(/^Take out 2 statements/);
  });

  it("has fewer ways out as a key policy", () => {
    const of = {
      ...OF,
      kind: "key-policy",
      resourceArn: "arn:aws:kms:eu-west-1:111122223333:key/x",
    };
    const key = { ...READ, Action: "kms:Decrypt", Resource: "*" };
    const ways = waysOut(judged(merged(KEY_DEFAULT, [key]), of), "key-policy");
    expect(ways.map(({ message }) => message).join()).not.toMatch(/Access Grants/);
  });
});
