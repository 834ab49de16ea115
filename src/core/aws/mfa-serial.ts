import { type Parsed, parsed, refused } from "#core/brand.ts";

/**
 * Serial number of a hardware device or ARN of a virtual one.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function parseMfaSerial(text: string): Parsed<string> {
  const serial = text.trim();
  return /^[\w+=/:,.@-]{9,256}$/.test(serial)
    ? parsed(serial)
    : refused(
        "Enter the ARN of a virtual MFA device, for example arn:aws:iam::444455556666:mfa/alice, or the serial number of a hardware device.",
      );
}
