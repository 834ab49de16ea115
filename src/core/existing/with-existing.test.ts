import { describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { exampleDraft, KEY_ARN } from "#core/parameters/running-example.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { pastedPolicy } from "#core/policy/intake/pasted-policy.ts";
import { oursAmong } from "#core/policy/merge/merge-policy.ts";
import {
  DENIES_ALL_BUT_LISTED,
  KEY_DEFAULT,
  LOG_DELIVERY,
  OLD_WITH_VARIABLES,
  PUBLIC_READ,
  TRUST,
} from "#core/policy/testing/awkward-policies.ts";
import { bundle } from "#core/render/bundle.ts";
import { commandText } from "#core/render/command-text.ts";
import { printCommand } from "./print-command.ts";
import { replacingDocuments, wantedFor } from "./replacing-document.ts";
import { withExisting } from "./with-existing.ts";

function prepared(id = "bucket-policy", changes: Parameters<typeof exampleDraft>[1] = {}) {
  const method = METHODS.find((one) => one.id === id);
  if (method === undefined) throw new Error(`There is no method ${id}.`);
  return method.prepare(exampleDraft(id, changes));
}

const ENCRYPTED = {
  owner: {
    ...exampleDraft("bucket-policy").owner,
    encryption: [{ bucket: "acme-share-data", kind: "sse-kms", keyArn: KEY_ARN }],
  },
};

const BUCKET_POLICY = "bucket-policy-acme-share-data";

function together(text: string) {
  return withExisting(prepared(), new Map([[BUCKET_POLICY, text]]));
}

it("changes nothing where nothing is known to be there", () => {
  const sharing = prepared();
  expect(withExisting(sharing, new Map()).prepared).toBe(sharing);
  expect(withExisting(sharing, new Map([["elsewhere", LOG_DELIVERY]])).prepared).toBe(sharing);
});

it("shows, copies and bundles the merged whole", () => {
  const { prepared: sharing, merges } = together(LOG_DELIVERY);
  expect(sharing.complete).toBe(true);
  const [first] = effectiveDocuments(sharing.documents, new Map());
  expect(JSON.parse(first?.text ?? "").Statement).toHaveLength(7);
  expect(first?.text).toContain(LOG_DELIVERY.slice(0, -8));
  expect(first?.document.summary).toMatch(/Together with 3 statements that are there already/);
  expect(merges[0]?.change.summary).toBe("Apart from what is denied there, nobody loses anything.");
  const made = bundle(sharing, { link: "https://example.test/", edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  expect(made.value.files.get("account-a/01-bucket-policy-acme-share-data.json")).toBe(
    `${first?.text}\n`,
  );
  expect(made.value.files.get("README.md")).toMatch(/the file holds what was there, too/);
});

it("makes what the judgement refuses an error of the sharing, and nothing is bundled", () => {
  for (const text of [DENIES_ALL_BUT_LISTED, OLD_WITH_VARIABLES]) {
    const { prepared: sharing } = together(text);
    expect(sharing.complete).toBe(false);
    expect(sharing.issues[0]).toMatchObject({ severity: "error", document: BUCKET_POLICY });
    expect(bundle(sharing, { link: "x", edits: new Map() })).toMatchObject({ ok: false });
  }
  const { prepared: sharing } = together(PUBLIC_READ);
  expect(sharing.complete).toBe(true);
  expect(sharing.issues.at(-1)).toMatchObject({ severity: "warning", document: BUCKET_POLICY });
});

it("puts our statements into a key policy and a trust policy as a whole", () => {
  const encrypted = prepared("bucket-policy", ENCRYPTED);
  const key = replacingDocuments(encrypted).find(({ kind }) => kind === "key-policy");
  const withKey = withExisting(encrypted, new Map([[key?.id ?? "", KEY_DEFAULT]]));
  const merged = withKey.prepared.documents.find(({ id }) => id === key?.id);
  expect(merged).toMatchObject({ extent: "whole" });
  expect(JSON.parse(merged?.merged ?? "").Statement).toHaveLength(2);
  const role = prepared("assume-role");
  const trust = replacingDocuments(role).find(({ kind }) => kind === "trust-policy");
  const { merges } = withExisting(role, new Map([[trust?.id ?? "", TRUST]]));
  expect(merges[0]?.change.changes.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^Role analytics-app of 444455556666 gains AssumeRole/),
  ]);
});

it("merges the resource policy of an S3 Access Grants instance as AWS prints it", () => {
  const grants = prepared("access-grants");
  const [document] = replacingDocuments(grants).filter(({ kind }) => kind === "instance-policy");
  if (document === undefined) throw new Error("no instance policy");
  const command = printCommand(grants, document);
  expect(command && commandText(command, "bash").replace(/\s*\\\n\s*/g, " ")).toMatch(
    /^aws s3control get-access-grants-instance-resource-policy --account-id 111122223333 .*--region eu-west-1/,
  );
  const there = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Partner",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::777788889999:root" },
        Action: "s3:ListAccessGrants",
        Resource: "arn:aws:s3:eu-west-1:111122223333:access-grants/default",
      },
    ],
  };
  const answer = JSON.stringify({ Policy: JSON.stringify(there), CreatedAt: "2026-01-01" });
  const read = pastedPolicy(answer, wantedFor(document));
  if (!read.ok) throw new Error(read.message);
  const { merges, prepared: sharing } = withExisting(
    grants,
    new Map([[document.id, read.value.text]]),
  );
  expect(sharing.issues).toEqual(grants.issues);
  expect(merges[0]?.merged).toMatchObject({ ok: true });
  expect(merges[0]?.change.changes.map(({ sentence }) => sentence).join()).toMatch(
    /444455556666.* gains .*the S3 Access Grants instance/,
  );
  const bucket = JSON.stringify({
    ...there,
    Statement: [{ ...there.Statement[0], Resource: "arn:aws:s3:::acme-share-data" }],
  });
  expect(pastedPolicy(bucket, wantedFor(document))).toMatchObject({
    ok: false,
    message: expect.stringMatching(
      /This is a bucket policy\. Paste the resource policy of an S3 Access/,
    ),
  });
  expect(pastedPolicy(answer, { kind: "bucket-policy" })).toMatchObject({
    ok: false,
    message: expect.stringMatching(
      /resource policy of an S3 Access Grants instance\. Paste the bucket/,
    ),
  });
});

describe("every method", () => {
  it.each(METHODS.map(({ id }) => id))(
    "%s: a policy that is there takes ours in and lets them go",
    (id) => {
      const sharing = prepared(id);
      for (const document of replacingDocuments(sharing)) {
        const existing = JSON.stringify({ Version: "2012-10-17", Statement: [OTHER] }, null, 2);
        const [merge] = withExisting(sharing, new Map([[document.id, existing]])).merges;
        if (merge?.merged.ok !== true) throw new Error("not merged");
        expect(merge.merged.value.statements).toHaveLength(1 + document.policy.Statement.length);
        expect(oursAmong(merge.merged.value.text, document.policy.Statement)).toHaveLength(
          document.policy.Statement.length,
        );
        const command = printCommand(sharing, document);
        if (command !== undefined)
          expect(commandText(command, "bash")).toMatch(/^aws [a-z0-9]+ get-/);
      }
    },
  );
});

const OTHER = {
  Sid: "Other",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::777788889999:root" },
  Action: "s3:GetBucketLocation",
  Resource: "arn:aws:s3:::acme-share-data",
};
