import { type Parsed, parsed, refused } from "#core/brand.ts";

/**
 * Accepts the ID of an organization, neither that of a unit or root in it nor its ARN.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 */
export function parseOrganizationId(text: string): Parsed<string> {
  const id = text.trim();
  if (/^o-[a-z0-9]{10,32}$/.test(id)) return parsed(id);
  if (/^ou-/.test(id)) {
    return refused("This is an organizational unit; enter the ID of the organization, o-….");
  }
  if (/^r-/.test(id)) return refused("This is a root; enter the ID of the organization, o-….");
  if (/^arn:/.test(id)) {
    const inside = /o-[a-z0-9]{10,32}/.exec(id)?.[0];
    return refused(
      inside === undefined
        ? "Enter the ID of the organization, o-…, instead of an ARN."
        : `Enter only the ID of the organization: ${inside}.`,
    );
  }
  return refused(
    "An organization ID is o- and 10 to 32 lower-case letters or digits; `aws organizations describe-organization` prints it.",
  );
}
