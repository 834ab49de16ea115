import { type Parsed, parsed, refused } from "#core/brand.ts";

/**
 * Accepts the ID of an endpoint, as `aws:SourceVpce` has it; not that of a VPC or of an endpoint service.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html
 */
export function parseVpcEndpointId(text: string): Parsed<string> {
  const id = text.trim();
  if (/^vpce-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id)) return parsed(id);
  if (/^vpc-/.test(id)) {
    return refused("This is a VPC; enter the ID of its endpoint for S3, vpce-….");
  }
  if (/^vpce-svc-/.test(id)) {
    return refused("This is an endpoint service; enter the ID of the endpoint, vpce-….");
  }
  return refused(
    "A VPC endpoint ID is vpce- and 17 (or 8) digits 0–9 and a–f, for example vpce-0123456789abcdef0.",
  );
}
