/** What signs a request. Never part of a draft, a link or a file: it lives for one call. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface PastedCredentials {
  readonly credentials: Credentials;
  /** They belong to an IAM user and do not end by themselves. */
  readonly longTerm: boolean;
}

export type FieldName = "accessKeyId" | "secretAccessKey" | "sessionToken" | "expiration";

/** A text as it was found, and the line it was found on; JSON has no lines worth naming. */
export interface Found {
  readonly value: string;
  readonly line?: number;
}

export type FoundFields = Readonly<Partial<Record<FieldName, Found>>>;

/** The command whose output is asked for. @see https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html */
export const EXPORT_COMMAND = "aws configure export-credentials";
