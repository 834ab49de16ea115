import { parseCidr } from "#core/aws/cidr.ts";
import { organizationPage, vpcEndpointsPage } from "#core/aws/console-links.ts";
import { parseOrganizationId } from "#core/aws/organization-id.ts";
import { parseVpcEndpointId } from "#core/aws/vpc-endpoint-id.ts";
import type { Parsed } from "#core/brand.ts";
import { parseIsoDate } from "./iso-date.ts";
import type { Parameter } from "./parameter.ts";
import { choiceSchema, optionalText, readingSchema, readList, textSchema } from "./reading.ts";
import { toggleParameter } from "./toggle.ts";
import { awsCommand, consoleAt, regionForCommand } from "./where.ts";

/** Ours, not AWS's: each entry is repeated in every statement. */
export const GUARDRAIL_ENTRIES_MAX = 100;

export const tlsOnly = toggleParameter(
  {
    id: "guardrails.tlsOnly",
    side: "owner",
    label: "Require TLS",
    help: "Deny requests that are not encrypted in transit (aws:SecureTransport).",
    linkKey: "tls",
  },
  true,
);

export const minTlsVersion: Parameter<string, "" | "1.2" | "1.3"> = {
  id: "guardrails.minTlsVersion",
  side: "owner",
  label: "Minimum TLS version",
  help: "Deny requests with an older version of TLS (s3:TlsVersion).",
  example: "1.2",
  control: {
    kind: "choice",
    options: [
      { value: "", label: "No minimum" },
      { value: "1.2", label: "TLS 1.2" },
      { value: "1.3", label: "TLS 1.3", description: "Older clients cannot connect." },
    ],
  },
  schema: choiceSchema(["", "1.2", "1.3"]),
  default: "",
  placeholder: "",
  linkKey: "min-tls",
  advanced: true,
};

export const organizationId: Parameter<string, string> = {
  id: "guardrails.organizationId",
  side: "owner",
  label: "Organization ID",
  help: "Only principals of this organization (aws:PrincipalOrgID). Account B must belong to it.",
  example: "o-a1b2c3d4e5",
  where: {
    command: (draft) =>
      awsCommand(
        draft,
        "owner",
        "organizations describe-organization --query Organization.Id --output text",
      ),
    console: (draft) => ({ label: "AWS Organizations", url: organizationPage(consoleAt(draft)) }),
  },
  control: { kind: "text", width: "narrow" },
  schema: textSchema(optionalText(parseOrganizationId)),
  default: "",
  placeholder: "",
  linkKey: "org",
};

export const vpcEndpoints: Parameter<readonly string[], readonly string[]> = {
  id: "guardrails.vpcEndpoints",
  side: "consumer",
  label: "VPC endpoints",
  help: "Only requests through these endpoints of account B's VPCs (aws:SourceVpce).",
  example: "vpce-0123456789abcdef0",
  where: {
    command: (draft) =>
      awsCommand(
        draft,
        "consumer",
        `ec2 describe-vpc-endpoints --filters Name=service-name,Values=com.amazonaws.${regionForCommand(draft)}.s3 --query "VpcEndpoints[].VpcEndpointId" --output text --region ${regionForCommand(draft)}`,
      ),
    console: (draft) => ({ label: "VPC endpoints", url: vpcEndpointsPage(consoleAt(draft)) }),
  },
  control: { kind: "list", itemName: "VPC endpoint", addLabel: "Add VPC endpoint" },
  schema: readingSchema((raw) => readEntries(raw, parseVpcEndpointId, "VPC endpoints")),
  default: [],
  placeholder: [],
  linkKey: "vpce",
};

export const sourceCidrs: Parameter<readonly string[], readonly string[]> = {
  id: "guardrails.sourceCidrs",
  side: "consumer",
  label: "Source IP ranges",
  help: "Only requests from these public addresses (aws:SourceIp), as CIDR blocks.",
  example: "203.0.113.0/24",
  where: {
    command: () => "curl https://checkip.amazonaws.com",
    note: "Ask whoever runs account B's network: requests through a VPC endpoint carry no aws:SourceIp.",
  },
  control: { kind: "list", itemName: "IP range", addLabel: "Add IP range" },
  schema: readingSchema((raw) => readEntries(raw, parseCidr, "IP ranges")),
  default: [],
  placeholder: [],
  linkKey: "ip",
};

export const mfa = toggleParameter({
  id: "guardrails.mfa",
  side: "owner",
  label: "Require MFA",
  help: "Only sessions that signed in with MFA (aws:MultiFactorAuthPresent). Services cannot.",
  linkKey: "mfa",
});

export const validUntil: Parameter<string, string> = {
  id: "guardrails.validUntil",
  side: "owner",
  label: "Valid until",
  help: "Access ends at 00:00 UTC of this day (aws:CurrentTime). Leave empty for no end.",
  example: "2027-01-31",
  control: { kind: "date" },
  schema: textSchema(optionalText(parseIsoDate)),
  default: "",
  placeholder: "",
  linkKey: "until",
};

function readEntries(raw: unknown, parse: (text: string) => Parsed<string>, name: string) {
  return readList(raw, {
    parse,
    max: GUARDRAIL_ENTRIES_MAX,
    tooMany: (count) =>
      `There are ${count} ${name}; at most ${GUARDRAIL_ENTRIES_MAX} fit. Combine them.`,
  });
}
