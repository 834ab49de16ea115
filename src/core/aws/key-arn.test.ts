import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyAccount, keyPartition, keyRegion, parseKeyArn } from "./key-arn.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY = `arn:aws:kms:eu-west-1:111122223333:key/${ID}`;

describe("parseKeyArn", () => {
  it.each([
    KEY,
    "arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    `arn:aws-us-gov:kms:us-gov-west-1:000011112222:key/${ID}`,
    `arn:aws-eusc:kms:eusc-de-east-1:111122223333:key/${ID}`,
  ])("accepts %s", (arn) => {
    expect(parseKeyArn(` ${arn} `)).toEqual({ ok: true, value: arn });
  });

  it("gives its parts", () => {
    const key = parseKeyArn(KEY);
    if (!key.ok) throw new Error(key.message);
    expect([keyPartition(key.value), keyRegion(key.value), keyAccount(key.value)]).toEqual([
      "aws",
      "eu-west-1",
      "111122223333",
    ]);
  });

  it.each([
    ["", "Enter the ARN of the KMS key."],
    [ID, `This is only the key ID; enter the whole ARN: arn:aws:kms:<region>:<account>:key/${ID}.`],
    [
      "alias/acme",
      "This is an alias, which policies cannot use; enter the ARN of the key behind it, which `aws kms describe-key --key-id alias/acme` prints.",
    ],
    [
      "arn:aws:kms:eu-west-1:111122223333:alias/acme",
      "This is an alias, which policies cannot use; enter the ARN of the key behind it, which `aws kms describe-key --key-id alias/acme` prints.",
    ],
    [
      "alias/x; rm -rf ~",
      "This is an alias, which policies cannot use; enter the ARN of the key behind it, which `aws kms describe-key --key-id <alias>` prints.",
    ],
    [
      "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3",
      "alias/aws/s3 is an AWS managed key; its key policy cannot be edited. Choose “AWS managed key” as the encryption, or enter the ARN of a customer managed key.",
    ],
    ["my-key", `This is not an ARN; a key ARN looks like ${KEY}.`],
    ["arn:aws:s3:::acme-share-data", "This is an ARN of s3; enter the ARN of a KMS key."],
    [
      KEY.replace("aws", "amazon"),
      "“amazon” is not a partition; a key ARN begins with arn:aws:, arn:aws-cn:, arn:aws-us-gov: or arn:aws-eusc:.",
    ],
    [
      KEY.replace("eu-west-1", ""),
      "The region is missing in this key ARN or misspelt; it stands after arn:aws:kms:.",
    ],
    [
      KEY.replace("eu-west-1", " eu-west-1 "),
      "The region is missing in this key ARN or misspelt; it stands after arn:aws:kms:.",
    ],
    [
      KEY.replace("eu-west-1", "cn-north-1"),
      "cn-north-1 is no region of partition aws; copy the whole ARN again.",
    ],
    [
      KEY.replace("111122223333", "11112222333"),
      "The account in this key ARN does not have 12 digits; copy the whole ARN again.",
    ],
    [KEY.replace("key/", ""), "A key ARN ends with key/ and the key ID; copy the whole ARN again."],
    [
      KEY.slice(0, -1),
      "The key ID at the end is incomplete or misspelt; copy the whole ARN again.",
    ],
    [KEY.replace("abcd", "ABCD"), "A key ID is written in lower case; copy the ARN again."],
    [`${KEY}*`, "The key ID at the end is incomplete or misspelt; copy the whole ARN again."],
  ])("says what to do about %j", (text, message) => {
    expect(parseKeyArn(text)).toEqual({ ok: false, message });
  });

  it("never throws, and reads its own output as the same", () => {
    const nearly = fc
      .tuple(fc.string(), fc.nat(KEY.length))
      .map(([text, at]) => KEY.slice(0, at) + text + KEY.slice(at));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: ANY_UNIT }), nearly), (text) => {
        const key = parseKeyArn(text);
        if (key.ok) expect(parseKeyArn(key.value)).toEqual(key);
      }),
    );
  });
});
