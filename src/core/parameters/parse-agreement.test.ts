import { describe, expect, it } from "vitest";
import type { Draft } from "./parameter.ts";
import { parseAgreement } from "./parse-agreement.ts";
import { SHARED, type SharedParameterId } from "./shared.ts";

const ALL = Object.keys(SHARED) as SharedParameterId[];

const complete: Draft = {
  method: "example",
  owner: {
    account: "111122223333",
    region: "eu-west-1",
    locations: [{ bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] }],
    buckets: [
      {
        bucket: "acme-share-data",
        encryption: "sse-kms",
        keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      },
    ],
    profile: "a-admin",
  },
  consumer: {
    account: "444455556666",
    principals: ["arn:aws:iam::444455556666:role/analytics-app"],
  },
  guardrails: {},
  settings: {},
};

describe("parseAgreement", () => {
  it("reads the running example without an issue", () => {
    const { agreement, issues } = parseAgreement(complete, ALL);
    expect(issues).toEqual([]);
    expect(agreement).toMatchInlineSnapshot(`
      {
        "consumer": {
          "account": "444455556666",
          "appProfile": "",
          "consoleAccess": false,
          "principals": [
            {
              "account": "444455556666",
              "arn": "arn:aws:iam::444455556666:role/analytics-app",
              "kind": "role",
              "name": "analytics-app",
              "partition": "aws",
              "path": "/",
            },
          ],
          "profile": "",
        },
        "guardrails": {
          "mfa": false,
          "minTlsVersion": "",
          "organizationId": "",
          "sourceCidrs": [],
          "tlsOnly": true,
          "validUntil": "",
          "vpcEndpoints": [],
        },
        "owner": {
          "account": "111122223333",
          "buckets": [
            {
              "bucket": "acme-share-data",
              "encryption": {
                "keyArn": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "kind": "sse-kms",
              },
              "ownership": "BucketOwnerEnforced",
              "versioned": false,
            },
          ],
          "locations": [
            {
              "access": [
                "list",
                "read",
              ],
              "bucket": "acme-share-data",
              "prefix": "reports/",
            },
          ],
          "profile": "a-admin",
          "region": "eu-west-1",
        },
        "partition": "aws",
      }
    `);
  });
  it("shows placeholders for an empty draft", () => {
    const { agreement, issues } = parseAgreement(
      { method: "", owner: {}, consumer: {}, guardrails: {}, settings: {} },
      ALL,
    );
    expect(issues).toMatchInlineSnapshot(`
      [
        {
          "at": "owner.account",
          "message": "Enter the 12-digit AWS account ID.",
          "severity": "error",
        },
        {
          "at": "owner.region",
          "message": "Enter the region of the buckets, for example eu-west-1.",
          "severity": "error",
        },
        {
          "at": "owner.locations",
          "message": "Add at least one location: the bucket that is shared.",
          "severity": "error",
        },
        {
          "at": "consumer.account",
          "message": "Enter the 12-digit AWS account ID.",
          "severity": "error",
        },
        {
          "at": "consumer.principals",
          "message": "Add at least one principal: a role or user of account B.",
          "severity": "error",
        },
      ]
    `);
    expect(agreement).toMatchInlineSnapshot(`
      {
        "consumer": {
          "account": "<ACCOUNT_B_ID>",
          "appProfile": "",
          "consoleAccess": false,
          "principals": [
            {
              "account": "<ACCOUNT_B_ID>",
              "arn": "arn:aws:iam::<ACCOUNT_B_ID>:role/<ROLE_NAME>",
              "kind": "role",
              "name": "<ROLE_NAME>",
              "partition": "aws",
              "path": "/",
            },
          ],
          "profile": "",
        },
        "guardrails": {
          "mfa": false,
          "minTlsVersion": "",
          "organizationId": "",
          "sourceCidrs": [],
          "tlsOnly": true,
          "validUntil": "",
          "vpcEndpoints": [],
        },
        "owner": {
          "account": "<ACCOUNT_A_ID>",
          "buckets": [
            {
              "bucket": "<BUCKET_NAME>",
              "encryption": {
                "kind": "sse-s3",
              },
              "ownership": "BucketOwnerEnforced",
              "versioned": false,
            },
          ],
          "locations": [
            {
              "access": [
                "list",
                "read",
              ],
              "bucket": "<BUCKET_NAME>",
              "prefix": "<PREFIX>/",
            },
          ],
          "profile": "",
          "region": "<REGION>",
        },
        "partition": "aws",
      }
    `);
  });
});
