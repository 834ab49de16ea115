import { defineMethod } from "#core/methods/define-method.ts";
import { checks } from "./checks.ts";
import { documents } from "./documents.ts";
import { facts } from "./facts.ts";
import guide from "./guide.md?raw";
import { sharedRoleArn } from "./names.ts";
import { OWN, type Settings } from "./parameters.ts";
import { picture } from "./picture.ts";
import { plan } from "./plan.ts";
import { STEPS } from "./steps.ts";

export const assumeRole = defineMethod<Settings>({
  id: "assume-role",
  title: "Assume role",
  summary: "A role in account A holds the access; account B's principals assume it.",
  tradeOffs: {
    pickWhen:
      "Several buckets or services, a third party, objects encrypted with aws/s3, or no change to bucket policies.",
    avoidWhen:
      "One call has to read account A and write account B, or callers that are role sessions need more than an hour.",
    credentials: "Temporary, 15 minutes to 12 hours; one hour for callers that are role sessions.",
    scale: "One role for many buckets; about 30 principals until the trust policy is full.",
  },
  facts,
  guide,
  steps: STEPS,
  own: OWN,
  checks,
  documents,
  accessPath: (sharing) => ({
    kind: "through-role",
    roleArn: sharedRoleArn(sharing),
    externalId: sharing.settings.externalId,
    sourceIdentity: sharing.settings.sourceIdentity,
    keyPolicyDelegates: sharing.settings.keyPolicy === "delegates",
  }),
  plan,
  picture,
});
