import { expect, it } from "vitest";
import type { Guardrails } from "#core/parameters/agreement.ts";
import { allOf, mfaCondition, networkWays, untilCondition } from "./conditions.ts";

const NONE: Guardrails = {
  tlsOnly: false,
  minTlsVersion: "",
  organizationId: "",
  vpcEndpoints: [],
  sourceCidrs: [],
  mfa: false,
  validUntil: "",
};

it("joins keys of one operator instead of losing the first", () => {
  expect(
    allOf(
      { StringEquals: { "aws:ResourceAccount": "111122223333" } },
      {},
      { StringEquals: { "aws:SourceVpce": "vpce-01234567" }, Bool: { "aws:x": "true" } },
    ),
  ).toEqual({
    StringEquals: { "aws:ResourceAccount": "111122223333", "aws:SourceVpce": "vpce-01234567" },
    Bool: { "aws:x": "true" },
  });
});

it("asks for nothing that was not asked for", () => {
  expect(untilCondition(NONE)).toEqual({});
  expect(mfaCondition(NONE)).toEqual({});
  expect(networkWays(NONE)).toEqual([{ name: "", condition: {} }]);
});

it("keeps endpoints and addresses apart, since no request has both", () => {
  const ways = networkWays({
    ...NONE,
    vpcEndpoints: ["vpce-01234567"],
    sourceCidrs: ["198.51.100.0/24", "203.0.113.0/24"],
  });
  expect(ways).toEqual([
    { name: "From Endpoint", condition: { StringEquals: { "aws:SourceVpce": "vpce-01234567" } } },
    {
      name: "From Address",
      condition: { IpAddress: { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.0/24"] } },
    },
  ]);
});
