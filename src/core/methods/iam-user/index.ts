import { defineMethod } from "#core/methods/define-method.ts";
import { checks } from "./checks.ts";
import { documents } from "./documents.ts";
import { facts } from "./facts.ts";
import guide from "./guide.md?raw";
import { sharedUserArn } from "./names.ts";
import { OWN, type Settings } from "./parameters.ts";
import { picture } from "./picture.ts";
import { plan } from "./plan.ts";
import { STEPS } from "./steps.ts";

export const iamUser = defineMethod<Settings>({
  id: "iam-user",
  title: "IAM user",
  summary: "A user in account A with access keys, for a third party that can use nothing else.",
  tradeOffs: {
    pickWhen: "The third party has no AWS account, or its product can only store access keys.",
    avoidWhen: "It can assume a role: temporary credentials are always the better way.",
    credentials: "Access keys that work until they are deactivated; rotated by hand.",
    scale: "One user for each third party; many buckets until its policies are full.",
  },
  better: {
    method: "assume-role",
    why: "If the third party has an AWS account, let it assume a role with an external ID instead: no secret is handed over, and its credentials end by themselves. AWS advises against access keys for third parties.",
    values: [{ parameter: "settings.thirdParty", value: true }],
  },
  consumer: {
    name: "Third party · consumer",
    inSentence: "the third party",
    atStart: "The third party",
  },
  facts,
  guide,
  steps: STEPS,
  help: {
    "owner.locations.access": "What the third party may do there. Write alone is a drop box.",
  },
  own: OWN,
  checks,
  documents,
  accessPath: (sharing) => ({
    kind: "as-user",
    userArn: sharedUserArn(sharing),
    also: [
      ...(sharing.settings.listAllBuckets
        ? [{ title: "List all buckets", action: "s3:ListAllMyBuckets", resourceArn: "*" }]
        : []),
      ...(sharing.settings.selfCheck
        ? [
            {
              title: "Simulate its own policies",
              action: "iam:SimulatePrincipalPolicy",
              resourceArn: sharedUserArn(sharing),
            },
          ]
        : []),
    ],
    keyPolicyDelegates: sharing.settings.keyPolicy === "delegates",
  }),
  plan,
  picture,
});
