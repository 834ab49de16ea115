import { s3BucketPage, switchRolePage } from "#core/aws/console-links.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { regionOfBucket } from "#core/parameters/regions.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { sharingProbes } from "#core/plan/probes.ts";
import { usageStep, verifyStep } from "#core/plan/step.ts";
import { profileName, sharedRoleArn } from "./names.ts";
import type { Settings } from "./parameters.ts";

type Needs = readonly string[];

/** What account B's people need afterwards: a profile, a session by hand, the console. */
export function usageSteps(sharing: Shared<Settings>, needs: Needs): readonly PlanStep[] {
  const { consoleAccess } = sharing.agreement.consumer;
  return [
    profileStep(sharing, needs),
    sessionStep(sharing, needs),
    ...(consoleAccess && sharing.settings.externalId === ""
      ? [switchRoleStep(sharing, needs)]
      : []),
  ];
}

function profileStep(sharing: Shared<Settings>, needs: Needs): PlanStep {
  const { agreement, settings } = sharing;
  const { consumer, owner, guardrails } = agreement;
  const entries: readonly (readonly [string, string])[] = [
    ["role_arn", sharedRoleArn(sharing)],
    ["source_profile", consumer.appProfile === "" ? "default" : consumer.appProfile],
    ["external_id", settings.externalId],
    ["role_session_name", settings.sessionName],
    ["duration_seconds", String(settings.sessionSeconds)],
    ["mfa_serial", guardrails.mfa ? settings.mfaSerial : ""],
    ["region", owner.region],
  ];
  return usageStep({
    id: "configure-profile",
    title: "Add a profile to ~/.aws/config",
    why: "The AWS CLI and the SDKs then assume the role by themselves and renew its session.",
    needs,
    operations: [
      {
        kind: "configure-profile",
        profile: profileName(sharing),
        entries: entries.filter(([, value]) => value !== ""),
      },
    ],
    side: "consumer",
  });
}

function assumeRole(sharing: Shared<Settings>): Operation {
  const { agreement, settings } = sharing;
  return {
    kind: "assume-role",
    roleArn: sharedRoleArn(sharing),
    sessionName: settings.sessionName,
    externalId: settings.externalId,
    durationSeconds: settings.sessionSeconds,
    ...(agreement.guardrails.mfa && settings.mfaSerial !== ""
      ? { mfaSerial: settings.mfaSerial }
      : {}),
  };
}

function sessionStep(sharing: Shared<Settings>, needs: Needs): PlanStep {
  return usageStep({
    id: "assume-role",
    title: "Or get a session by hand",
    why: "For tools that take credentials but no profile. All three values are needed, the session token too.",
    needs,
    operations: [assumeRole(sharing)],
    side: "consumer",
  });
}

function switchRoleStep({ agreement, settings }: Shared<Settings>, needs: Needs): PlanStep {
  const { partition, owner } = agreement;
  const listed = owner.locations.filter(({ access }) => access.includes("list"));
  return usageStep({
    id: "switch-role",
    title: "Or switch to the role in the console",
    why: "People see the shared data in the S3 console as long as they stay in the role.",
    needs,
    operations: [
      {
        kind: "by-hand",
        instruction: `Sign in to account B, open the address and confirm Switch Role to ${settings.roleName}.`,
        url: switchRolePage(partition, {
          account: owner.account,
          path: settings.rolePath,
          name: settings.roleName,
        }),
      },
      ...listed.map(
        ({ bucket, prefix }): Operation => ({
          kind: "by-hand",
          instruction: `Open ${bucket}/${prefix} in the role.`,
          url: s3BucketPage(
            { partition, region: regionOfBucket(agreement, bucket) },
            bucket,
            prefix,
          ),
        }),
      ),
    ],
    side: "consumer",
  });
}

export function verification(sharing: Shared<Settings>, needs: Needs): PlanStep {
  const { agreement, settings } = sharing;
  const withoutExternalId: readonly Operation[] =
    settings.externalId === ""
      ? []
      : [
          {
            kind: "probe-assume-role",
            roleArn: sharedRoleArn(sharing),
            sessionName: settings.sessionName,
            externalId: "",
            expect: "denied",
            shows: `${settings.roleName} cannot be assumed without the external ID`,
          },
        ];
  return verifyStep({
    id: "verify",
    side: "consumer",
    title: "Verify as the consuming identity",
    why: "Shows that what was agreed works and that nothing beside it does. Policies take a moment to spread: try again before looking for a mistake.",
    needs,
    operations: [...withoutExternalId, assumeRole(sharing), ...sharingProbes(agreement)],
  });
}
