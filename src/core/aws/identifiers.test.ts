import { describe, expect, it } from "vitest";
import { parseOrganizationId } from "./organization-id.ts";
import { parseVpcEndpointId } from "./vpc-endpoint-id.ts";

describe("parseOrganizationId", () => {
  it("accepts o- and 10 to 32 characters", () => {
    expect(parseOrganizationId(" o-a1b2c3d4e5 ")).toEqual({ ok: true, value: "o-a1b2c3d4e5" });
    expect(parseOrganizationId(`o-${"a".repeat(32)}`).ok).toBe(true);
    expect(parseOrganizationId(`o-${"a".repeat(33)}`).ok).toBe(false);
  });

  it.each([
    ["ou-ab12-cdef3456", "This is an organizational unit; enter the ID of the organization, o-…."],
    ["r-ab12", "This is a root; enter the ID of the organization, o-…."],
    [
      "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5",
      "Enter only the ID of the organization: o-a1b2c3d4e5.",
    ],
    [
      "o-A1B2C3D4E5",
      "An organization ID is o- and 10 to 32 lower-case letters or digits; `aws organizations describe-organization` prints it.",
    ],
  ])("says what to do about %j", (text, message) => {
    expect(parseOrganizationId(text)).toEqual({ ok: false, message });
  });
});

describe("parseVpcEndpointId", () => {
  it.each(["vpce-0123456789abcdef0", "vpce-1a2b3c4d"])("accepts %s", (id) => {
    expect(parseVpcEndpointId(` ${id}`)).toEqual({ ok: true, value: id });
  });

  it.each([
    ["vpc-0123456789abcdef0", "This is a VPC; enter the ID of its endpoint for S3, vpce-…."],
    [
      "vpce-svc-0123456789abcdef0",
      "This is an endpoint service; enter the ID of the endpoint, vpce-….",
    ],
    [
      "vpce-xyz",
      "A VPC endpoint ID is vpce- and 17 (or 8) digits 0–9 and a–f, for example vpce-0123456789abcdef0.",
    ],
  ])("says what to do about %j", (text, message) => {
    expect(parseVpcEndpointId(text)).toEqual({ ok: false, message });
  });
});
