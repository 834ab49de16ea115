import { describe, expect, it } from "vitest";
import type { AccountId } from "./account-id.ts";
import { bucketArn, objectArn, policyArn, roleArn, rootArn, splitArn, userArn } from "./arn.ts";
import type { BucketName } from "./bucket-name.ts";
import type { Prefix } from "./prefix.ts";

const bucket = "acme-share-data" as BucketName;
const account = "444455556666" as AccountId;

describe("objectArn", () => {
  it.each([
    ["reports/", "arn:aws:s3:::acme-share-data/reports/*"],
    ["", "arn:aws:s3:::acme-share-data/*"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy's own escape
    ["why?/", "arn:aws:s3:::acme-share-data/why${?}/*"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy's own escape
    ["cost$/", "arn:aws:s3:::acme-share-data/cost${$}/*"],
  ])("covers what is below %j and nothing beside it", (prefix, arn) => {
    expect(objectArn("aws", bucket, prefix as Prefix)).toBe(arn);
  });
});

describe("bucketArn", () => {
  it("names the partition", () => {
    expect(bucketArn("aws-cn", bucket)).toBe("arn:aws-cn:s3:::acme-share-data");
  });
});

describe("ARNs of IAM", () => {
  it("keep the path between kind and name", () => {
    const at = { partition: "aws", account, path: "/team/data/", name: "analytics-app" } as const;
    expect(roleArn(at)).toBe("arn:aws:iam::444455556666:role/team/data/analytics-app");
    expect(userArn({ ...at, path: "/" })).toBe("arn:aws:iam::444455556666:user/analytics-app");
    expect(policyArn(at)).toBe("arn:aws:iam::444455556666:policy/team/data/analytics-app");
    expect(rootArn("aws-us-gov", account)).toBe("arn:aws-us-gov:iam::444455556666:root");
  });
});

describe("splitArn", () => {
  it("keeps colons of the resource", () => {
    expect(splitArn("arn:aws:logs:eu-west-1:111122223333:log-group:a:b")?.resource).toBe(
      "log-group:a:b",
    );
  });
  it.each(["", "arn:aws:s3", "aws:s3:::x", "ARN:aws:s3:::x"])("says no to %j", (text) => {
    expect(splitArn(text)).toBeUndefined();
  });
});
