import { defineMethod } from "#core/methods/define-method.ts";
import { checks } from "./checks.ts";
import { documents } from "./documents.ts";
import { facts } from "./facts.ts";
import guide from "./guide.md?raw";
import { OWN, type Settings, STEPS } from "./parameters.ts";
import { picture } from "./picture.ts";
import { plan } from "./plan.ts";

export const bucketPolicy = defineMethod<Settings>({
  id: "bucket-policy",
  title: "Bucket policy",
  summary: "Account A's bucket policy names account B's principals; they keep their own identity.",
  tradeOffs: {
    pickWhen: "One or a few buckets, shared with roles or users of account B. The usual choice.",
    avoidWhen:
      "The bucket policy would pass 20 KB, the objects are encrypted with aws/s3, or more than S3 is needed.",
    credentials: "Account B's own; nothing new to hand out or to rotate.",
    scale: "About 20 grantees with a prefix of their own each, until a bucket policy is full.",
  },
  facts,
  guide,
  steps: STEPS,
  own: OWN,
  checks,
  documents,
  accessPath: () => ({ kind: "direct" }),
  plan,
  picture,
});
