import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, compactJson } from "./canonical.ts";

it("writes elements in the order of AWS's grammar, whatever their order in the value", () => {
  const policy = {
    Statement: [
      {
        Condition: { StringLike: { "s3:prefix": ["reports/*"] } },
        Resource: "arn:aws:s3:::acme-share-data",
        Action: ["s3:ListBucket"],
        Principal: { AWS: ["arn:aws:iam::444455556666:role/analytics-app"] },
        Effect: "Allow",
        Sid: "XacctListReports",
      },
    ],
    Id: "theirs",
    Version: "2012-10-17",
  };
  expect(canonicalJson(policy)).toMatchInlineSnapshot(`
    "{
      "Version": "2012-10-17",
      "Id": "theirs",
      "Statement": [
        {
          "Sid": "XacctListReports",
          "Effect": "Allow",
          "Principal": {
            "AWS": [
              "arn:aws:iam::444455556666:role/analytics-app"
            ]
          },
          "Action": [
            "s3:ListBucket"
          ],
          "Resource": "arn:aws:s3:::acme-share-data",
          "Condition": {
            "StringLike": {
              "s3:prefix": [
                "reports/*"
              ]
            }
          }
        }
      ]
    }"
  `);
});

it("takes a single statement that is no list, and keeps elements it does not know", () => {
  const odd = { Statement: { Effect: "Deny", Sid: "One", Comment: "x" }, Extra: 1 };
  expect(compactJson(odd)).toBe(
    '{"Statement":{"Sid":"One","Effect":"Deny","Comment":"x"},"Extra":1}',
  );
});

it("changes nothing but order and layout, of any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      expect(JSON.parse(compactJson(plain))).toEqual(plain);
      expect(canonicalJson(JSON.parse(canonicalJson(plain)))).toBe(canonicalJson(plain));
    }),
  );
});
