import { describe, expect, it } from "vitest";
import type { AccountId } from "./account-id.ts";
import { iamRolePage, kmsKeyPage, s3BucketPage, switchRolePage } from "./console-links.ts";
import { parseS3Reference } from "./s3-reference.ts";

const eu = { partition: "aws", region: "eu-west-1" } as const;
const owner = "111122223333" as AccountId;

describe("console pages", () => {
  it.each([
    [
      s3BucketPage(eu, "acme-share-data", "reports/"),
      "https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-share-data?region=eu-west-1&prefix=reports%2F",
    ],
    [
      s3BucketPage({ partition: "aws-cn", region: "cn-north-1" }, "acme"),
      "https://cn-north-1.console.amazonaws.cn/s3/buckets/acme?region=cn-north-1",
    ],
    [
      iamRolePage(eu, "analytics-app"),
      "https://eu-west-1.console.aws.amazon.com/iam/home#/roles/details/analytics-app",
    ],
    [
      kmsKeyPage({ partition: "aws-us-gov", region: "us-gov-west-1" }, "1234abcd"),
      "https://us-gov-west-1.console.amazonaws-us-gov.com/kms/home?region=us-gov-west-1#/kms/keys/1234abcd",
    ],
    [
      switchRolePage("aws", { account: owner, path: "/", name: "AcmeShareReader" }),
      "https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=AcmeShareReader",
    ],
    [
      switchRolePage("aws-cn", { account: owner, path: "/team/", name: "R+1" }),
      "https://signin.amazonaws.cn/switchrole?account=111122223333&roleName=team%2FR%2B1",
    ],
  ])("opens %s", (url, expected) => {
    expect(url).toBe(expected);
  });

  it("are understood when they are pasted back", () => {
    expect(parseS3Reference(s3BucketPage(eu, "acme-share-data", "a b/é&/"))).toEqual({
      bucket: "acme-share-data",
      prefix: "a b/é&/",
      region: "eu-west-1",
    });
  });
});
