import type { AccessPath } from "#core/policy/access-path.ts";
import type { RequestContext } from "#core/proof/context.ts";
import { thirdAccount } from "./actors.ts";
import { type Asking, allowedTo, deniedTo } from "./asking.ts";
import type { Guard } from "./circumstances.ts";
import { usual } from "./circumstances.ts";
import { GUARD_TITLES } from "./guard-rows.ts";
import type { Call, QuestionRow } from "./question.ts";

type ThroughRole = Extract<AccessPath, { kind: "through-role" }>;

/** Guardrails that say something about who assumes the role; those about S3 come after. */
const GUARDS: readonly Guard[] = ["organization", "mfa", "validity"];

/** The first hop: who may assume the role, and under which conditions nobody may. */
export function assumeRows(asking: Asking, path: ThroughRole): readonly QuestionRow[] {
  const { granted, outsiders, guarded, refusedIn } = asking;
  const call = assumeCall(asking, path);
  const row = (
    id: string,
    kind: QuestionRow["kind"],
    title: string,
    questions: QuestionRow["questions"],
  ): QuestionRow => ({ id, kind, title, questions });
  const withId = (id: readonly string[] | string): Call => ({
    ...call,
    context: { ...call.context, "sts:ExternalId": id },
  });
  return [
    row("assume", "assume", "Assume the role", [
      ...allowedTo(granted, assumeCalls(call, path), usual(asking)),
      ...deniedTo(outsiders, [call], "documents", usual(asking)),
    ]),
    row(
      "assume-more",
      "anything-else",
      path.sourceIdentity ? "Pass session tags" : "Pass session tags or a source identity",
      deniedTo(granted, unaskedCalls(call, path), refusedIn, usual(asking)),
    ),
    ...(path.externalId === ""
      ? []
      : [
          row(
            "external-id",
            "external-id",
            "With a wrong external ID, or none",
            deniedTo(
              granted,
              [withId(`${path.externalId}-x`), withId([])],
              refusedIn,
              usual(asking),
            ),
          ),
        ]),
    ...GUARDS.flatMap((guard) => {
      const circumstances = guarded.filter((circumstance) => circumstance.guard === guard);
      if (circumstances.length === 0) return [];
      const questions = deniedTo(granted, [call], refusedIn, circumstances);
      return row(`assume-${guard}`, "guardrail", GUARD_TITLES[guard], questions);
    }),
  ];
}

/** What account B's principals do first: as agreed, external ID included. */
export function assumeCall(
  { agreement }: Pick<Asking, "agreement">,
  { roleArn, externalId }: ThroughRole,
): Call {
  const context: RequestContext = {
    "sts:RoleSessionName": "s3-handshake",
    ...(externalId === "" ? {} : { "sts:ExternalId": externalId }),
  };
  return {
    actions: ["sts:AssumeRole"],
    resourceArn: roleArn,
    resourceAccount: agreement.owner.account,
    context,
  };
}

function assumeCalls(call: Call, { sourceIdentity }: ThroughRole): readonly Call[] {
  if (!sourceIdentity) return [call];
  return [
    call,
    {
      ...call,
      actions: [...call.actions, "sts:SetSourceIdentity"],
      context: { ...call.context, "sts:SourceIdentity": "s3-handshake" },
    },
  ];
}

/** Needs its own permission; tags and source identity would pass for account A's own. */
function unaskedCalls(call: Call, { sourceIdentity }: ThroughRole): readonly Call[] {
  const unasked = ["sts:TagSession", ...(sourceIdentity ? [] : ["sts:SetSourceIdentity"])];
  return unasked.map((action) => ({ ...call, actions: [...call.actions, action] }));
}

/** Account B's policy lets its principals assume this role and no other. */
export function otherRoleRow(asking: Asking, path: ThroughRole): QuestionRow {
  const { roleArn } = path;
  const { agreement, granted, refusedIn } = asking;
  const root = `arn:${agreement.partition}:iam`;
  const others = [
    `${roleArn}-old`,
    `${root}::${agreement.owner.account}:role/another-role`,
    `${root}::${thirdAccount([agreement.owner.account])}:${roleArn.split(":").slice(5).join(":")}`,
  ];
  const calls = others.map(
    (resourceArn): Call => ({
      actions: ["sts:AssumeRole"],
      resourceArn,
      resourceAccount: resourceArn.split(":")[4] ?? "",
    }),
  );
  return {
    id: "other-role",
    kind: "other-role",
    title: "Assume any other role, or pass session tags",
    questions: deniedTo(
      granted,
      [...calls, ...unaskedCalls(assumeCall(asking, path), path)],
      refusedIn,
      usual(asking),
    ),
  };
}
