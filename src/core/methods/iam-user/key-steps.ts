import type { Shared } from "#core/methods/define-method.ts";
import { regionOfBucket } from "#core/parameters/regions.ts";
import { profileOption } from "#core/parameters/where.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { usageStep } from "#core/plan/step.ts";
import { keyProfile, keysPage, sharedUserArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

/** Where a person reads how the CLI keeps keys, and how S3's endpoints are called. */
const CONFIGURE_GUIDE = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html";
const ENDPOINTS_GUIDE = "https://docs.aws.amazon.com/general/latest/gr/s3.html";

/** Last of what is applied: until then the user can do nothing, and first of what is undone. */
export function accessKeyStep(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { userName } = sharing.settings;
  return {
    id: "create-access-key",
    side: "owner",
    phase: "apply",
    title: `Create an access key for ${userName}`,
    why: "AWS shows the secret access key this once and never again. It belongs in no page, mail, ticket, script output or file: this page never asks for it, and apply leaves the step to you.",
    needs,
    operations: [{ kind: "create-access-key", userName, page: keysPage(sharing) }],
    check: [],
    undo: {
      kind: "operations",
      operations: [{ kind: "delete-access-keys", userArn: sharedUserArn(sharing), userName }],
    },
    documents: [],
    retries: false,
  };
}

function used(step: Parameters<typeof usageStep>[0]): PlanStep {
  return usageStep(step, "Changes nothing in account A.");
}

/** From account A's terminal into the third party's product, through as few hands as possible. */
export function handOverSteps(
  sharing: Shared<Settings>,
  accessKeyStepId: string,
): readonly PlanStep[] {
  const { owner } = sharing.agreement;
  const profile = keyProfile(sharing);
  const named = profileOption(sharing.agreement.consumer.appProfile);
  return [
    used({
      id: "hand-over-key",
      side: "owner",
      title: "Hand the access key over",
      why: "Whoever has both halves of the key is the user. The key ID is no secret; the secret access key is.",
      needs: [accessKeyStepId],
      operations: [
        {
          kind: "by-hand",
          instruction:
            "Type both values into the third party's own form for them, if it has one. Otherwise send the secret access key alone, by a one-time secret of a password manager or encrypted to the recipient, and the access key ID by another way. Never both in one mail or chat. Keep no copy: a lost secret is replaced by a new key.",
          url: keysPage(sharing),
        },
      ],
    }),
    used({
      id: "receive-key",
      side: "consumer",
      title: "Enter the access key and these values",
      why: "Keep the secret access key in a secret store, never in source code. Access keys go with every request's signature; nothing else has to be set up.",
      needs: ["hand-over-key"],
      operations: [
        ...owner.locations.map(
          ({ bucket, prefix, access }): Operation => ({
            kind: "by-hand",
            instruction: `Bucket ${bucket} · prefix ${prefix === "" ? "none, the whole bucket" : prefix} · region ${regionOfBucket(sharing.agreement, bucket)} · access ${access.join(", ")}.`,
            url: ENDPOINTS_GUIDE,
          }),
        ),
        {
          kind: "by-hand",
          instruction: `To use the key with the AWS CLI, run aws configure${named} and enter both values when it asks for them, so that they get into no shell history.${named === "" ? " Keys that the default profile has already are replaced: give the profile a name in the agreement if there are some." : ""}`,
          url: CONFIGURE_GUIDE,
        },
        { kind: "configure-profile", profile, entries: [["region", owner.region]] },
      ],
    }),
  ];
}

/**
 * A user may have two keys, so that the second is in use before the first one stops.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html
 */
export function rotationStep(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { userName } = sharing.settings;
  return used({
    id: "rotate-access-key",
    side: "owner",
    title: "Later, every 90 days: rotate the access key",
    why: "Not now. A user may have two keys: the third party changes to the new one while the old one still works. If a key may have leaked, deactivate it at once, before all else.",
    needs,
    operations: [
      { kind: "create-access-key", userName, page: keysPage(sharing) },
      {
        kind: "by-hand",
        instruction:
          "Hand the new key over like the first one, and wait until the third party says that it uses it.",
        url: keysPage(sharing),
      },
      { kind: "get-access-key-last-used", userName },
      { kind: "deactivate-access-key", userName },
      {
        kind: "by-hand",
        instruction:
          "Watch for a few days whether anything of the third party fails; if so, activate the old key again until it is changed there too. Then delete it.",
        url: keysPage(sharing),
      },
      { kind: "delete-access-key", userName },
    ],
  });
}
