import type { Draft } from "#core/parameters/parameter.ts";
import {
  ACCOUNT_B,
  BUCKET,
  CANONICAL_A,
  CANONICAL_B,
  exampleDraft,
  roleSession,
} from "#core/parameters/running-example.ts";

type Changes = NonNullable<Parameters<typeof exampleDraft>[1]>;

export const SERVICE_ROLE = "aws-quicksight-service-role-v0";
export const CONSUMERS_ROLE = "aws-quicksight-s3-consumers-role-v0";
export const QUICKSIGHT_USER = `arn:aws:quicksight:eu-west-1:${ACCOUNT_B}:user/default/alice`;

export const reader = roleSession(SERVICE_ROLE, { path: "/service-role/" });
export const consumers = roleSession(CONSUMERS_ROLE, { path: "/service-role/" });

const SETTINGS = {
  columns: ["day", "amount"],
  manifestBucket: "b-quicksight-manifests",
  quicksightUser: QUICKSIGHT_USER,
};

export const FILE = "reports/2026/01.csv";
export const SECOND_FILE = "reports/2026/02.csv";

/** The running example, for a data set. */
export function reportDraft({ settings, ...changes }: Changes = {}): Draft {
  const draft = exampleDraft("acl-quicksight", {
    ...changes,
    settings: { ...SETTINGS, ...settings },
  });
  return { ...draft, consumer: { account: ACCOUNT_B, ...changes.consumer } };
}

/** The same by access control lists, which name each file. */
export function listDraft({ settings, ...changes }: Changes = {}): Draft {
  return reportDraft({
    ...changes,
    settings: {
      variant: "acl",
      ownerCanonicalId: CANONICAL_A,
      consumerCanonicalId: CANONICAL_B,
      files: [`s3://${BUCKET}/${FILE}`, `s3://${BUCKET}/${SECOND_FILE}`],
      ...settings,
    },
  });
}
