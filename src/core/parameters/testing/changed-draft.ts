import type { Draft, Issue, RawRow } from "#core/parameters/parameter.ts";
import { SHARED, type SharedParameterId } from "#core/parameters/shared.ts";

export const ALL = Object.keys(SHARED) as SharedParameterId[];
export const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const ROLE = "arn:aws:iam::444455556666:role/analytics-app";
export const REPORTS: RawRow = {
  bucket: "acme-share-data",
  prefix: "reports/",
  access: ["list", "read"],
};

export const complete: Draft = {
  method: "example",
  owner: {
    account: "111122223333",
    region: "eu-west-1",
    locations: [REPORTS],
    buckets: [{ bucket: "acme-share-data", encryption: "sse-kms", keyArn: KEY }],
    profile: "a-admin",
  },
  consumer: { account: "444455556666", principals: [ROLE] },
  guardrails: {},
  settings: {},
};

export type Change = { readonly [Section in "owner" | "consumer" | "guardrails"]?: Draft[Section] };

export function changed(change: Change): Draft {
  return {
    ...complete,
    owner: { ...complete.owner, ...change.owner },
    consumer: { ...complete.consumer, ...change.consumer },
    guardrails: { ...complete.guardrails, ...change.guardrails },
  };
}

export function told({ severity, at, message }: Issue): string {
  return `${severity} ${at}: ${message}`;
}
