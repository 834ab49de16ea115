import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountId } from "./account-id.ts";
import { parsePrincipal, permissionSetArn, permissionSetOf, principalLabel } from "./principal.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const B = "arn:aws:iam::444455556666";

describe("parsePrincipal", () => {
  it.each([
    [
      `${B}:role/analytics-app`,
      { kind: "role", path: "/", name: "analytics-app" },
      "role analytics-app",
    ],
    [
      `${B}:role/team/data/analytics-app`,
      { kind: "role", path: "/team/data/", name: "analytics-app" },
      "role team/data/analytics-app",
    ],
    [`${B}:user/alice`, { kind: "user", path: "/", name: "alice" }, "user alice"],
    [
      `${B}:user/vendors/o+x=y,z.@-_`,
      { kind: "user", path: "/vendors/" },
      "user vendors/o+x=y,z.@-_",
    ],
    [`${B}:root`, { kind: "account" }, "account 444455556666"],
    [
      "arn:aws:sts::444455556666:assumed-role/analytics-app/nightly",
      { kind: "session", roleName: "analytics-app", sessionName: "nightly" },
      "session analytics-app/nightly",
    ],
    [
      `${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_*`,
      { kind: "permission-set", name: "Analyst" },
      "permission set Analyst",
    ],
    [
      `${B}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Data_Team_????????????????`,
      { kind: "permission-set", name: "Data_Team" },
      "permission set Data_Team",
    ],
    ["arn:aws-cn:iam::444455556666:role/x", { kind: "role", partition: "aws-cn" }, "role x"],
  ])("reads %s", (arn, parts, label) => {
    const principal = parsePrincipal(` ${arn} `);
    if (!principal.ok) throw new Error(principal.message);
    expect(principal.value).toMatchObject({ arn, account: "444455556666", ...parts });
    expect(principalLabel(principal.value)).toBe(label);
  });

  it.each([
    ["", "Enter the ARN of a role or user of account B."],
    ["*", "A * would make the bucket public; enter the ARN of a role or user of account B."],
    ["444455556666", `To let in the whole account, enter its root ARN: ${B}:root.`],
    ["analytics-app", `Enter the whole ARN, for example ${B}:role/analytics-app.`],
    [
      "AROAEXAMPLEID1234567",
      "This is the unique ID of a role or user, which a policy shows after it was deleted; enter the ARN of one that exists.",
    ],
    [
      "quicksight.amazonaws.com",
      "This is a service, not an identity of account B; enter the ARN of a role or user.",
    ],
    [
      "arn:amazon:iam::444455556666:role/x",
      "“amazon” is not a partition; an ARN begins with arn:aws:, arn:aws-cn:, arn:aws-us-gov: or arn:aws-eusc:.",
    ],
    [
      "arn:aws:s3:::acme-share-data",
      `This is an ARN of s3; a principal is a role, a user or an account: ${B}:role/analytics-app.`,
    ],
    [
      "arn:aws:iam::44445555666:role/x",
      "The account in this ARN does not have 12 digits; check the ARN.",
    ],
    [`${B}:group/analysts`, "A group cannot be a principal; enter the users in it, or a role."],
    [
      `${B}:role/*`,
      "A principal takes no wildcard; enter each role or user, or the account's root ARN.",
    ],
    [
      `${B}:role/app-?`,
      "A principal takes no wildcard; enter each role or user, or the account's root ARN.",
    ],
    [
      `${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_*`,
      `This pattern is not that of one permission set; write ${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_<permission set>_????????????????.`,
    ],
    [`${B}:policy/x`, "After the account ID comes role/, user/ or root; check the ARN."],
    [`${B}:role/`, "The name of the role is missing at the end of the ARN; add it."],
    [
      `${B}:role/${"x".repeat(65)}`,
      `“${"x".repeat(65)}” is not a role name: it has up to 64 letters, digits and + = , . @ - _. Check the ARN.`,
    ],
    [
      `${B}:user/al ice`,
      "“al ice” is not a user name: it has up to 64 letters, digits and + = , . @ - _. Check the ARN.",
    ],
    [
      `${B}:role//x`,
      "“//” is not a path: it begins and ends with / and has no empty part or blank. Check the ARN.",
    ],
    [
      `${B}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing`,
      "This is a service-linked role, which only its AWS service can use; enter another role.",
    ],
    [
      "arn:aws:sts::444455556666:federated-user/bob",
      "A federated user is not supported as principal; enter the ARN of the IAM user who got the session.",
    ],
    ...["session/analytics-app/nightly", "assumed-role//nightly", "assumed-role/a/b/c"].map(
      (resource) => [
        `arn:aws:sts::444455556666:${resource}`,
        "This is not an assumed-role session, which looks like arn:aws:sts::444455556666:assumed-role/analytics-app/nightly. Check the ARN.",
      ],
    ),
    [
      "arn:aws:sts::444455556666:assumed-role/analytics-app",
      "This is not an assumed-role session, which looks like arn:aws:sts::444455556666:assumed-role/analytics-app/nightly. Check the ARN.",
    ],
    [
      "arn:aws:sts::444455556666:assumed-role/analytics-app/*",
      "A session principal names one exact session and takes no wildcard; enter the ARN of the role to let in all its sessions.",
    ],
    [
      "arn:aws:sts::444455556666:assumed-role/analytics-app/x",
      "“x” is not a session name: it has 2 to 64 letters, digits and + = , . @ - _. Check the ARN.",
    ],
  ])("says what to do about %j", (text = "", message) => {
    expect(parsePrincipal(text)).toEqual({ ok: false, message });
  });

  it("never throws, reads its own output as the same, and lets no wildcard into a principal element", () => {
    const nearly = fc
      .tuple(
        fc.constantFrom(`${B}:role/`, `${B}:user/`, "arn:aws:sts::444455556666:assumed-role/"),
        fc.string(),
      )
      .map(([start, end]) => start + end);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: ANY_UNIT }), nearly), (text) => {
        const principal = parsePrincipal(text);
        if (!principal.ok) return;
        expect(parsePrincipal(principal.value.arn)).toEqual(principal);
        if (principal.value.kind !== "permission-set") {
          expect(principal.value.arn).not.toMatch(/[*?]/);
        }
      }),
    );
  });
});

describe("permissionSetArn", () => {
  it("is a pattern that parses back to the same permission set", () => {
    const arn = permissionSetArn("aws", "444455556666" as AccountId, "Analyst");
    expect(parsePrincipal(arn)).toMatchObject({
      ok: true,
      value: { kind: "permission-set", name: "Analyst", arn },
    });
  });

  it("matches the roles of that permission set and of no other", () => {
    const pattern = permissionSetArn("aws", "444455556666" as AccountId, "Analyst");
    const matcher = new RegExp(
      `^${pattern
        .replace(/[.\\+^$(){}|[\]]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".")}$`,
    );
    const path = `${B}:role/aws-reserved/sso.amazonaws.com`;
    expect(`${path}/eu-west-1/AWSReservedSSO_Analyst_0123456789abcdef`).toMatch(matcher);
    expect(`${path}/AWSReservedSSO_Analyst_fedcba9876543210`).toMatch(matcher);
    expect(`${path}/AWSReservedSSO_Analyst_Admin_0123456789abcdef`).not.toMatch(matcher);
  });
});

describe("permissionSetOf", () => {
  it.each([
    ["AWSReservedSSO_Analyst_0123456789abcdef", "Analyst"],
    ["AWSReservedSSO_Data_Team_0123456789abcdef", "Data_Team"],
    ["AWSReservedSSO_Analyst_0123", undefined],
    ["analytics-app", undefined],
  ])("finds in %s: %s", (role, set) => {
    expect(permissionSetOf(role)).toBe(set);
  });
});
