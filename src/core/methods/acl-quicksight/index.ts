import { defineMethod } from "#core/methods/define-method.ts";
import { checks } from "./checks.ts";
import { documents } from "./documents.ts";
import { facts } from "./facts.ts";
import guide from "./guide.md?raw";
import { agreementOf, listedFiles } from "./names.ts";
import { OWN, type Settings } from "./parameters.ts";
import { picture } from "./picture.ts";
import { plan } from "./plan.ts";
import { STEPS } from "./steps.ts";

export const aclQuicksight = defineMethod<Settings>({
  id: "acl-quicksight",
  title: "QuickSight data set",
  summary: "QuickSight in account B imports account A's files, by bucket policy or by legacy ACLs.",
  tradeOffs: {
    pickWhen: "Account B makes reports in Amazon QuickSight (Quick Sight) over files of account A.",
    avoidWhen: "Anything but QuickSight reads the files, or they are encrypted with aws/s3.",
    credentials: "QuickSight's own role in account B; nothing to hand out.",
    scale: "1,000 files a manifest, or whole prefixes; ACLs file by file.",
  },
  facts,
  guide,
  steps: STEPS,
  help: { "owner.locations.access": "QuickSight needs list and read, and no more." },
  own: OWN,
  agreement: agreementOf,
  checks,
  documents,
  accessPath: (sharing) => {
    const { agreement, settings } = sharing;
    if (settings.variant === "bucket-policy") return { kind: "direct" };
    return {
      kind: "by-acl",
      canonicalUsers: [
        { id: settings.ownerCanonicalId, account: agreement.owner.account },
        { id: settings.consumerCanonicalId, account: agreement.consumer.account },
      ],
      objects: listedFiles(sharing),
    };
  },
  plan,
  picture,
});
