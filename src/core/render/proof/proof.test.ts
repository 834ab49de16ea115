import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Prepared } from "#core/methods/method.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import { isPolicy } from "#core/policy/document.ts";
import type { Edits } from "#core/policy/edits.ts";
import { bundle } from "#core/render/bundle.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { LINK } from "#core/render/testing/sharing.ts";
import { proofJson } from "./proof-json.ts";
import { documentPath, proven } from "./proof-subject.ts";

function filesOf(prepared: Prepared, edits: Edits = new Map()): ReadonlyMap<string, string> {
  const made = bundle(prepared, { link: LINK, edits });
  if (!made.ok) throw new Error(made.message);
  return made.value.files;
}

/** From nothing but the files of a bundle, as anybody can who has it. */
function recomputed(files: ReadonlyMap<string, string>): string {
  const opened = readAgreementFile(files.get("agreement.json") ?? "", METHODS);
  if (!opened.ok) throw new Error(opened.message);
  const method = METHODS.find(({ id }) => id === opened.draft.method);
  const prepared = method?.prepare(opened.draft);
  if (prepared === undefined) throw new Error("no such method");
  const documents = prepared.documents.map((document) => ({
    document,
    text: files.get(documentPath(document)) ?? "",
  }));
  return proofJson(proven(prepared, documents));
}

/** An edit that gives more than was agreed. */
function widened({ documents }: Prepared): Edits {
  const policies = documents.filter(isPolicy);
  const document =
    policies.find(({ kind }) => kind === "bucket-policy") ??
    policies.find(({ kind }) => kind === "identity-policy");
  if (document === undefined) throw new Error("no policy");
  const allows = document.policy.Statement.filter(({ Effect }) => Effect === "Allow");
  const Statement = allows.map(({ Condition: _dropped, ...statement }) => ({
    ...statement,
    Action: "s3:*",
    Resource: "*",
  }));
  const policy = { ...document.policy, Statement };
  return new Map([[document.id, JSON.stringify(policy, null, 2)]]);
}

interface ProofFile {
  readonly ok: boolean;
  readonly unexpected: number;
  readonly documents: readonly { readonly path: string; readonly sha256: string }[];
  readonly sections: readonly {
    readonly rows: readonly {
      readonly id: string;
      readonly answers: readonly Readonly<Record<string, unknown>>[];
    }[];
  }[];
}

const running = CASES.filter(({ name }) => name.includes("running-example"));

describe("proof.json", () => {
  it("comes out byte for byte from the bundle's own documents, for every case", () => {
    expect(CASES.length).toBeGreaterThan(24);
    for (const { name, prepared } of CASES) {
      const files = filesOf(prepared);
      expect(recomputed(files) === files.get("proof.json"), name).toBe(true);
    }
  });

  it("comes out byte for byte with edits by hand, and tells what they grant", () => {
    expect(running.length).toBeGreaterThan(1);
    for (const { name, prepared } of running) {
      const files = filesOf(prepared, widened(prepared));
      const text = files.get("proof.json") ?? "";
      expect(recomputed(files) === text, name).toBe(true);
      const proof = JSON.parse(text) as ProofFile;
      expect(proof.ok, name).toBe(false);
      expect(proof.unexpected, name).toBeGreaterThan(0);
    }
  });

  it("says of each document which bytes it was made from", () => {
    for (const { prepared } of running) {
      const files = filesOf(prepared);
      const { documents } = JSON.parse(files.get("proof.json") ?? "") as ProofFile;
      expect(documents.length).toBe(prepared.documents.length);
      for (const { path, sha256 } of documents) {
        const bytes = createHash("sha256").update(files.get(path) ?? "");
        expect(sha256).toBe(bytes.digest("hex"));
      }
    }
  });

  it("gives each question with its requests, the decision and what decides it", () => {
    const prepared = running[0]?.prepared;
    if (prepared === undefined) throw new Error("no running example");
    const { sections } = JSON.parse(filesOf(prepared).get("proof.json") ?? "") as ProofFile;
    const read = sections
      .flatMap(({ rows }) => rows)
      .find(({ id }) => id === "read:acme-share-data/reports/");
    expect(read?.answers[0]).toMatchInlineSnapshot(`
      {
        "actor": "principal-1",
        "asExpected": true,
        "calls": [
          {
            "account": "111122223333",
            "actions": [
              "s3:GetObject",
            ],
            "key": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "resource": "arn:aws:s3:::acme-share-data/reports/2026/01.csv",
          },
          {
            "account": "111122223333",
            "actions": [
              "s3:GetObjectVersion",
            ],
            "key": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "resource": "arn:aws:s3:::acme-share-data/reports/2026/01.csv",
          },
          {
            "account": "111122223333",
            "actions": [
              "s3:ListBucketVersions",
            ],
            "context": {
              "s3:prefix": "reports/",
            },
            "key": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "resource": "arn:aws:s3:::acme-share-data",
          },
          {
            "account": "111122223333",
            "actions": [
              "s3:ListBucketVersions",
            ],
            "context": {
              "s3:delimiter": "/",
              "s3:prefix": "reports/2026/",
            },
            "key": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "resource": "arn:aws:s3:::acme-share-data",
          },
        ],
        "circumstances": [
          "agreed",
        ],
        "decidedBy": [
          {
            "document": "account-b/01-identity-policy.json",
            "effect": "Allow",
            "policyType": "identity policy",
            "sid": "XacctReadReports",
            "side": "consumer",
            "statementIndex": 2,
          },
          {
            "document": "account-a/01-bucket-policy-acme-share-data.json",
            "effect": "Allow",
            "policyType": "bucket policy",
            "sid": "XacctReadReports",
            "side": "owner",
            "statementIndex": 2,
          },
          {
            "document": "account-b/01-identity-policy.json",
            "effect": "Allow",
            "policyType": "identity policy",
            "sid": "XacctS3KeyUse",
            "side": "consumer",
            "statementIndex": 3,
          },
          {
            "document": "account-a/02-key-policy-1234abcd-12ab-34cd-56ef-1234567890ab.json",
            "effect": "Allow",
            "policyType": "key policy",
            "sid": "XacctS3UseOfKey",
            "side": "owner",
            "statementIndex": 0,
          },
          {
            "document": "account-b/01-identity-policy.json",
            "effect": "Allow",
            "policyType": "identity policy",
            "sid": "XacctListReports",
            "side": "consumer",
            "statementIndex": 0,
          },
          {
            "document": "account-a/01-bucket-policy-acme-share-data.json",
            "effect": "Allow",
            "policyType": "bucket policy",
            "sid": "XacctListReports",
            "side": "owner",
            "statementIndex": 0,
          },
        ],
        "decision": "allowed",
        "expected": "allowed",
        "missing": [],
        "supposing": "documents",
      }
    `);
  });
});

describe("proof.md", () => {
  it("has a table of every section and the digest of every document", () => {
    const prepared = running[0]?.prepared;
    if (prepared === undefined) throw new Error("no running example");
    const files = filesOf(prepared);
    expect(files.get("proof.md")).toMatchInlineSnapshot(`
      "# What these documents grant

      32 questions, all answered as agreed.

      Account 111122223333 owns the data, account 444455556666 may:

      - list, read \`acme-share-data/reports/\`

      Every answer is worked out from the documents in this bundle by AWS's documented evaluation logic, as they stand, edits by hand included. \`proof.json\` has the same for programs, each request with what decides it. To work it out again: \`s3-handshake check FOLDER\`.

      Made by S3 Handshake from the sharing that this opens:

      \`\`\`
      https://s3-handshake.example/#/bucket-policy/review?v=1
      \`\`\`

      Only these documents count. Service control policies, resource control policies, permissions boundaries and VPC endpoint policies can deny more; policies, grants and ACLs of the two accounts that are not in this bundle can allow more.

      ## Who asks

      | Who asks | As |
      | --- | --- |
      | role analytics-app | \`arn:aws:iam::444455556666:role/analytics-app\` |
      | another role of account B | \`arn:aws:iam::444455556666:role/another-role\` |
      | a role of another account | \`arn:aws:iam::999988887777:role/analytics-app\` |
      | not signed in | anonymous |
      | account A's admin | \`arn:aws:iam::111122223333:role/admin\` |
      | AWS services | \`logging.s3.amazonaws.com\` |

      In the tables below an empty place is a question that is not asked.

      ## Use the shared data

      What must stay denied stays denied even if account B's admin allows everything.

      |  | role analytics-app | another role of account B | a role of another account | not signed in | account A's admin | AWS services |
      | --- | --- | --- | --- | --- | --- | --- |
      | List objects · \`acme-share-data/reports/\` | Allowed | Denied | Denied | Denied |  |  |
      | Read objects · \`acme-share-data/reports/\` | Allowed | Denied | Denied | Denied |  |  |
      | Write objects · \`acme-share-data/reports/\` | Denied |  |  |  |  |  |
      | Delete objects · \`acme-share-data/reports/\` | Denied |  |  |  |  |  |
      | The same under reports-old/ · \`acme-share-data/reports/\` | Denied |  |  |  |  |  |
      | Anything else in the bucket · \`acme-share-data/reports/\` | Denied |  |  |  |  |  |
      | Over plain HTTP · \`acme-share-data/reports/\` | Denied |  |  |  |  |  |
      | Use key 1234abcd… through S3 | Allowed | Denied | Denied | Denied |  |  |
      | Use the key other than through S3 | Denied |  |  |  |  |  |
      | Anything else with the key | Denied |  |  |  |  |  |
      | Account A and AWS services still reach acme-share-data |  |  |  |  | Allowed | Allowed |

      ## Account B's policies by themselves

      What must stay denied stays denied even if the bucket or key is open to everyone.

      |  | role analytics-app |
      | --- | --- |
      | Write objects · \`acme-share-data/reports/\` | Denied |
      | Delete objects · \`acme-share-data/reports/\` | Denied |
      | The same under reports-old/ · \`acme-share-data/reports/\` | Denied |
      | Anything else in the bucket · \`acme-share-data/reports/\` | Denied |
      | The same in acme-share-data-old | Denied |
      | The same, once the bucket belongs to another account · \`acme-share-data/reports/\` | Denied |
      | Use the key other than through S3 | Denied |
      | Anything else with the key | Denied |
      | Use another key of account A | Denied |
      | List all buckets, as the console's start page does | Denied |
      | Anything else in its own account | Denied |

      ## What each statement decides

      | File | Statement | Effect | Decides |
      | --- | --- | --- | --- |
      | \`account-a/01-bucket-policy-acme-share-data.json\` | XacctListReports (statement 1) | Allow | List objects; Read objects |
      | \`account-a/01-bucket-policy-acme-share-data.json\` | XacctLocation (statement 2) | Allow | List objects |
      | \`account-a/01-bucket-policy-acme-share-data.json\` | XacctReadReports (statement 3) | Allow | Read objects |
      | \`account-a/01-bucket-policy-acme-share-data.json\` | XacctDenyInsecureTransport (statement 4) | Deny | Over plain HTTP |
      | \`account-a/02-key-policy-1234abcd-12ab-34cd-56ef-1234567890ab.json\` | XacctS3UseOfKey (statement 1) | Allow | Read objects; Use key 1234abcd… through S3 |
      | \`account-b/01-identity-policy.json\` | XacctListReports (statement 1) | Allow | List objects; Read objects |
      | \`account-b/01-identity-policy.json\` | XacctLocation (statement 2) | Allow | List objects |
      | \`account-b/01-identity-policy.json\` | XacctReadReports (statement 3) | Allow | Read objects |
      | \`account-b/01-identity-policy.json\` | XacctS3KeyUse (statement 4) | Allow | Read objects; Use key 1234abcd… through S3 |

      ## Documents

      | File | SHA-256 |
      | --- | --- |
      | \`account-a/01-bucket-policy-acme-share-data.json\` | \`95a23191e5d410abfb7a87a35e3c821445fde25d53c116270f5480a3fee7e225\` |
      | \`account-a/02-key-policy-1234abcd-12ab-34cd-56ef-1234567890ab.json\` | \`83f1ef15254a6bc036f806659385690efe15b5b67e788a1739bc8afafe4b87e6\` |
      | \`account-b/01-identity-policy.json\` | \`1ec9cc44a0eda392a9759ba98e71fa7f49c32c109983b35f4d5a7d4e6adce1bf\` |
      "
    `);
    expect(files.get("README.md")).toContain("all answered as agreed. `proof.md` has the table.");
  });

  it("explains what is not as agreed, and the README says so", () => {
    const prepared = running[0]?.prepared;
    if (prepared === undefined) throw new Error("no running example");
    const files = filesOf(prepared, widened(prepared));
    const text = files.get("proof.md") ?? "";
    const told = text.slice(text.indexOf("## Not as agreed")).split("\n").slice(0, 6);
    expect(told.join("\n")).toMatchInlineSnapshot(`
      "## Not as agreed

      - Use the shared data: Write objects · \`acme-share-data/reports/\`, role analytics-app. **Allowed; it must be denied.**
        - Request: \`s3:AbortMultipartUpload on arn:aws:s3:::acme-share-data/reports/2026/01.csv\` by \`arn:aws:iam::444455556666:role/analytics-app\`
        - Of 2 requests the first that is not answered as agreed.
        - Asked as if the caller's own account allowed it everything: only the documents on the resource can deny it."
    `);
    expect(files.get("README.md")).toContain("Read it before you run anything.");
  });
});
