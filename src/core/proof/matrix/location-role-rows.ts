import { type Actor, namedService, thirdAccount } from "./actors.ts";
import { type Asking, allowedTo, deniedTo } from "./asking.ts";
import { usual } from "./circumstances.ts";
import type { ThroughGrants } from "./grant-rows.ts";
import type { Call, QuestionRow } from "./question.ts";

const SERVICE = "access-grants.s3.amazonaws.com";
const OTHER_SERVICE = "logging.s3.amazonaws.com";

/** Who may become the role of the locations: S3 Access Grants, for these instances, and nobody else. */
export function locationRoleRows(asking: Asking, path: ThroughGrants): readonly QuestionRow[] {
  const { agreement, granted, outsiders } = asking;
  const service = namedService(SERVICE, "service", "S3 Access Grants");
  const other = namedService(OTHER_SERVICE, "other-service", "another AWS service");
  const calls = path.instances.map(({ arn }) => assumeCall(asking, path, arn));
  const foreign = path.instances.flatMap(({ arn, region }) => [
    { "aws:SourceArn": arn.replace(`:${region}:`, `:${region}x:`) },
    { "aws:SourceArn": `${arn}-old` },
    { "aws:SourceArn": [] },
    {
      "aws:SourceArn": arn.replace(
        agreement.owner.account,
        thirdAccount([agreement.owner.account, agreement.consumer.account]),
      ),
      "aws:SourceAccount": thirdAccount([agreement.owner.account, agreement.consumer.account]),
    },
  ]);
  const withMore = (action: string, context: Call["context"] = {}): readonly Call[] =>
    calls.map((call) => ({
      ...call,
      actions: [...call.actions, action],
      context: { ...call.context, ...context },
    }));
  const directory = { "sts:RequestContextProviders": [identityCenter(asking)] };
  const otherDirectory = {
    "sts:RequestContextProviders": ["arn:aws:iam::aws:contextProvider/Other"],
  };
  const setsContext = withMore("sts:SetContext", directory);
  const row = (
    id: string,
    kind: QuestionRow["kind"],
    title: string,
    questions: QuestionRow["questions"],
  ): QuestionRow => ({ id, kind, title, questions });
  const denied = (actors: readonly Actor[], all: readonly Call[]) =>
    deniedTo(actors, all, "generous-caller", usual(asking));
  return [
    row("assume", "assume", "Assume the role of the locations", [
      ...allowedTo([service], path.setsContext ? [...calls, ...setsContext] : calls, usual(asking)),
      ...denied([other, ...granted, ...outsiders], calls),
    ]),
    row(
      "assume-for-others",
      "other-account",
      "Assume it for another instance",
      denied(
        [service],
        calls.flatMap((call) =>
          foreign.map((context) => ({ ...call, context: { ...call.context, ...context } })),
        ),
      ),
    ),
    row(
      "assume-more",
      "anything-else",
      path.setsContext ? "Pass session tags, or another context" : "Pass session tags or a context",
      denied(
        [service],
        [
          ...withMore("sts:TagSession"),
          ...(path.setsContext ? withMore("sts:SetContext", otherDirectory) : setsContext),
        ],
      ),
    ),
  ];
}

function assumeCall({ agreement }: Asking, path: ThroughGrants, instanceArn: string): Call {
  const { account } = agreement.owner;
  return {
    actions: ["sts:AssumeRole", "sts:SetSourceIdentity"],
    resourceArn: path.roleArn,
    resourceAccount: account,
    context: { "aws:SourceAccount": account, "aws:SourceArn": instanceArn },
  };
}

/** @see https://docs.aws.amazon.com/singlesignon/latest/userguide/trustedidentitypropagation-identity-enhanced-iam-role-sessions.html */
function identityCenter({ agreement }: Asking): string {
  return `arn:${agreement.partition}:iam::aws:contextProvider/IdentityCenter`;
}
