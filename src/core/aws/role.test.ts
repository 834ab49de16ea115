import { describe, expect, it } from "vitest";
import { parseMfaSerial } from "./mfa-serial.ts";
import { parsePolicyName } from "./policy-name.ts";
import { parseExternalId, parseIamPath, parseRoleName, parseSessionName } from "./role.ts";

describe("parseRoleName", () => {
  it.each(["AcmeShareReader", "a", "o+x=y,z.@-_", "x".repeat(64)])("accepts %s", (name) => {
    expect(parseRoleName(` ${name}`)).toEqual({ ok: true, value: name });
  });

  it.each([
    ["", "Enter a name for the role."],
    [
      "arn:aws:iam::111122223333:role/x",
      "Enter only the role's name, the part of the ARN after the last slash.",
    ],
    ["team/x", "Enter only the name; what stands before the last slash is the role path."],
    ["x".repeat(65), "The name has 65 characters; a role name has at most 64. Shorten it."],
    ["a b", "A role name has only letters, digits and + = , . @ - _. Remove the other characters."],
  ])("says what to do about %j", (text, message) => {
    expect(parseRoleName(text)).toEqual({ ok: false, message });
  });
});

describe("parseIamPath", () => {
  it.each([
    ["", "/"],
    ["/", "/"],
    ["/team/data/", "/team/data/"],
    [`/${"x".repeat(510)}/`, `/${"x".repeat(510)}/`],
  ])("reads %j", (text, path) => {
    expect(parseIamPath(text)).toEqual({ ok: true, value: path });
  });

  it.each([
    ["team", "A path begins and ends with a slash: /team/."],
    [
      "a b",
      "A path begins and ends with a slash, and has only ASCII characters and no blank; correct it.",
    ],
    ["/team", "A path begins and ends with a slash: /team/."],
    [`/${"x".repeat(511)}/`, "A path has at most 512 characters; shorten it."],
    ["/aws-reserved/x/", "This path is reserved for AWS; choose another one."],
    ["//", "A path has no blank, no letter beyond ASCII and no empty part; correct it."],
    ["/a b/", "A path has no blank, no letter beyond ASCII and no empty part; correct it."],
  ])("says what to do about %j", (text, message) => {
    expect(parseIamPath(text)).toEqual({ ok: false, message });
  });
});

describe("names with lengths of their own", () => {
  it.each([
    [parseSessionName, "ab", "a"],
    [parseSessionName, "x".repeat(64), "x".repeat(65)],
    [parseExternalId, "acme:7f/3c", "a"],
    [parseExternalId, "x".repeat(1224), "x".repeat(1225)],
    [parseExternalId, "a@b", "a b"],
    [parsePolicyName, "x".repeat(128), "x".repeat(129)],
    [parsePolicyName, "A", "a/b"],
    [parseMfaSerial, "arn:aws:iam::444455556666:mfa/alice", "GAHT 12345678"],
    [parseMfaSerial, "x".repeat(256), "x".repeat(257)],
  ])("%o accepts %j and refuses %j", (parse, good, bad) => {
    expect(parse(` ${good} `)).toEqual({ ok: true, value: good });
    expect(parse(bad)).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
  });
});
