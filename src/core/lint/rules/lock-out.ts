import type { StatementView } from "#core/lint/document-view.ts";
import type { Rule, Sharing } from "#core/lint/rule.ts";
import { withCondition } from "#core/lint/statement-facts.ts";
import type { Agreement } from "#core/parameters/agreement.ts";

/** A Deny for everyone also reaches the account that owns the bucket or key. */
export const lockOut: Rule = {
  id: "lock-out",
  severity: "warning",
  why: "A Deny in a resource policy holds for the owner too: its admins, its applications and AWS services. Once admins cannot change the policy, only the account's root user gets in again.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html",
  of: "statement",
  check: (statement, sharing) => {
    const { document, effect, path } = statement;
    const kind = document.kind;
    if (effect !== "Deny" || (kind !== "bucket-policy" && kind !== "key-policy")) return [];
    if (!isForOwner(statement, sharing.agreement)) return [];
    const resources = resourcesOf(document, sharing.agreement);
    const caught = callers(sharing).find((caller) => hits(statement, caller, kind, resources));
    if (caught === undefined) return [];
    const spared = {
      label: caught.sparing.label,
      changes: withCondition(
        statement,
        caught.sparing.operator,
        caught.sparing.key,
        caught.sparing.value,
      ),
    };
    return [{ severity: caught.severity, message: caught.message, path, fix: spared }];
  },
};

interface OwnCaller {
  readonly severity: "warning" | "note";
  readonly message: string;
  /** What must be denied for it to matter. */
  readonly actions: Readonly<Record<"bucket-policy" | "key-policy", readonly string[]>>;
  readonly context: ReadonlyMap<string, string>;
  readonly sparing: {
    readonly label: string;
    readonly operator: string;
    readonly key: string;
    readonly value: string;
  };
}

const MANAGING = { "bucket-policy": ["s3:putbucketpolicy"], "key-policy": ["kms:putkeypolicy"] };
const USING = {
  "bucket-policy": ["s3:getobject", "s3:listbucket"],
  "key-policy": ["kms:decrypt"],
};

/** Who should get through: an admin in the console with MFA, an application's role, an AWS service. */
function callers({ agreement, today }: Sharing): readonly OwnCaller[] {
  const { owner, partition, guardrails } = agreement;
  const everyone: readonly (readonly [string, string])[] = [
    ["aws:securetransport", "true"],
    ["s3:tlsversion", "1.3"],
    ["aws:resourceaccount", owner.account],
    ["aws:requestedregion", owner.region],
    ...(today === undefined ? [] : [["aws:currenttime", `${today}T00:00:00Z`] as const]),
  ];
  const own = (name: string): readonly (readonly [string, string])[] => [
    ...everyone,
    ["aws:principalaccount", owner.account],
    ["aws:principalarn", `arn:${partition}:iam::${owner.account}:role/${name}`],
    ["aws:principalisawsservice", "false"],
    ["aws:viaawsservice", "false"],
    ["aws:sourceip", "192.0.2.1"],
    ...(guardrails.organizationId === ""
      ? []
      : [["aws:principalorgid", guardrails.organizationId] as const]),
  ];
  const sparingOwner = {
    label: "Spare account A",
    operator: "StringNotEquals",
    key: "aws:PrincipalAccount",
    value: owner.account,
  };
  return [
    {
      severity: "warning",
      message:
        "This Deny also hits account A's own admins, who then cannot change the policy any more. Spare account A.",
      actions: MANAGING,
      context: new Map([
        ...own("admin"),
        ["aws:multifactorauthpresent", "true"],
        ["aws:multifactorauthage", "60"],
      ]),
      sparing: sparingOwner,
    },
    {
      severity: "note",
      message:
        "This Deny also hits account A's own applications and service roles. Spare account A unless that is meant.",
      actions: USING,
      context: new Map(own("application")),
      sparing: sparingOwner,
    },
    {
      severity: "note",
      message:
        "This Deny also hits AWS services that act for themselves, such as the delivery of logs and inventories. Spare them unless that is meant.",
      actions: USING,
      context: new Map([...everyone, ["aws:principalisawsservice", "true"]]),
      sparing: {
        label: "Spare AWS services",
        operator: "BoolIfExists",
        key: "aws:PrincipalIsAWSService",
        value: "false",
      },
    },
  ];
}

function hits(
  { compiled }: StatementView,
  { actions, context }: OwnCaller,
  kind: "bucket-policy" | "key-policy",
  resources: readonly string[],
): boolean {
  if (compiled === undefined || !compiled.conditions.every(({ holds }) => holds(context))) {
    return false;
  }
  return actions[kind].some(
    (action) =>
      compiled.action(action) && resources.some((resource) => compiled.resource(resource, context)),
  );
}

/** The bucket and an object of it, or the key. */
function resourcesOf(
  { attachedTo }: StatementView["document"],
  { partition }: Agreement,
): readonly string[] {
  return attachedTo.flatMap((attachment) => {
    if (attachment.kind === "key") return [attachment.keyArn];
    if (attachment.kind !== "bucket") return [];
    const bucket = `arn:${partition}:s3:::${attachment.bucket}`;
    return [bucket, `${bucket}/x`];
  });
}

function isForOwner({ compiled }: StatementView, { owner, partition }: Agreement): boolean {
  const principal = compiled?.principal;
  if (principal === undefined) return false;
  const { everyone, accounts } = principal.set;
  const namesOwner = accounts.has(owner.account) || accounts.has(`${partition}:${owner.account}`);
  return principal.negated ? !everyone && !namesOwner : everyone || namesOwner;
}
