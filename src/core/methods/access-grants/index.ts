import { defineMethod } from "#core/methods/define-method.ts";
import { accessPath } from "./access-path.ts";
import { checks } from "./checks.ts";
import { documents } from "./documents.ts";
import { facts } from "./facts.ts";
import guide from "./guide.md?raw";
import { OWN, type Settings } from "./parameters.ts";
import { picture } from "./picture.ts";
import { plan } from "./plan.ts";
import { STEPS } from "./steps.ts";

export const accessGrants = defineMethod<Settings>({
  id: "access-grants",
  title: "S3 Access Grants",
  summary: "Account A's S3 Access Grants give account B's principals credentials, grant by grant.",
  tradeOffs: {
    pickWhen:
      "Many grantees and prefixes, identities of a directory, or a bucket policy that is full.",
    avoidWhen:
      "The client cannot ask for credentials, or needs more than S3 or other access than READ and WRITE.",
    credentials: "Temporary, 15 minutes to 12 hours, for one grant at a time.",
    scale: "100,000 grants and 1,000 locations in each region.",
  },
  facts,
  guide,
  steps: STEPS,
  help: { "owner.locations.access": "Granted as READ (list, read) and WRITE (write, delete)." },
  own: OWN,
  checks,
  documents,
  accessPath,
  plan,
  picture,
});
