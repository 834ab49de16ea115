import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Operation, OperationKind } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import type { Policy } from "./accounts.ts";
import type { Aws } from "./aws.ts";
import { isLacking } from "./lacking.ts";
import type { SharedBundle } from "./shared-bundle.ts";

/** What is in place, as the CLI tells it, beside what the bundle's document says. */
export interface Comparison {
  readonly what: string;
  readonly found: unknown;
  readonly wanted: unknown;
}

interface Reader {
  readonly aws: Aws;
  readonly shared: SharedBundle;
  readonly profile: string;
  /** Bucket and key policies may have had statements before. */
  readonly ours: (found: Policy, id: string) => unknown;
}

type Table = {
  readonly [Kind in OperationKind]?: (
    operation: Extract<Operation, { kind: Kind }>,
    reader: Reader,
  ) => Promise<Comparison>;
};

/** Changes nothing that could be read back. */
const NO_STATE: readonly OperationKind[] = ["by-hand", "create-access-key"];

/**
 * Reads back, with the CLI, everything that the plan puts in place and that moto keeps. Throws for
 * what it cannot read.
 */
export async function readBack(aws: Aws, shared: SharedBundle): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const step of shared.prepared.plan.steps) {
    if (step.phase !== "apply" || !shared.order.includes(step.side)) continue;
    for (const operation of step.operations) {
      if (NO_STATE.includes(operation.kind) || isLacking(operation)) continue;
      comparisons.push(await compared(operation, step, { aws, shared }));
    }
  }
  return comparisons;
}

function compared(
  operation: Operation,
  step: PlanStep,
  { aws, shared }: Pick<Reader, "aws" | "shared">,
): Promise<Comparison> {
  const asUser = shared.prepared.accessPath.kind === "as-user";
  const profile = step.side === "owner" || asUser ? "a-admin" : "b-admin";
  const read = TABLE[operation.kind] as
    | ((operation: Operation, reader: Reader) => Promise<Comparison>)
    | undefined;
  if (read === undefined) throw new Error(`Nothing reads back ${operation.kind}.`);
  const ours = (found: Policy, id: string) => {
    const wanted = statements(shared.document(id)).map((one) => JSON.stringify(one));
    return statements(found).filter((one) => wanted.includes(JSON.stringify(one)));
  };
  return read(operation, { aws, shared, profile, ours });
}

function statements(policy: Policy): readonly unknown[] {
  return [policy["Statement"]].flat();
}

async function asked(
  { aws, profile, shared }: Reader,
  ...words: readonly string[]
): Promise<unknown> {
  const region = words.includes("--region")
    ? []
    : ["--region", shared.prepared.agreement.owner.region];
  const { status, output } = await aws.cli(profile, ...words, ...region, "--output", "json");
  if (status !== 0) throw new Error(`aws ${words.join(" ")}: ${output}`);
  return JSON.parse(output);
}

async function embedded(reader: Reader, ...words: readonly string[]): Promise<Policy> {
  return JSON.parse((await asked(reader, ...words, "--query", "Policy")) as string) as Policy;
}

const inline = async (
  holder: "role" | "user",
  operation: { readonly policyName: string; readonly document: string },
  name: string,
  reader: Reader,
): Promise<Comparison> => ({
  what: `inline policy of ${name}`,
  found: await asked(
    reader,
    ...["iam", `get-${holder}-policy`, `--${holder}-name`, name],
    ...["--policy-name", operation.policyName, "--query", "PolicyDocument"],
  ),
  wanted: reader.shared.document(operation.document),
});

const attachment = async (
  holder: "role" | "user",
  name: string,
  policyArn: string,
  reader: Reader,
): Promise<Comparison> => ({
  what: `policies attached to ${name}`,
  found: await asked(
    reader,
    ...["iam", `list-attached-${holder}-policies`, `--${holder}-name`, name],
    ...["--query", `AttachedPolicies[?PolicyArn=='${policyArn}'].PolicyArn`],
  ),
  wanted: [policyArn],
});

const TABLE: Table = {
  "put-bucket-policy": async ({ bucket, document }, reader) => {
    const found = await embedded(reader, "s3api", "get-bucket-policy", "--bucket", bucket);
    const wanted = reader.shared.document(document);
    return {
      what: `bucket policy of ${bucket}`,
      found: { ...found, Statement: reader.ours(found, document) },
      wanted: { ...found, Version: wanted["Version"], Statement: statements(wanted) },
    };
  },
  "add-key-statements": async ({ keyArn, region, document }, reader) => {
    const found = await embedded(
      reader,
      ...["kms", "get-key-policy", "--key-id", keyArn, "--policy-name", "default"],
      ...["--region", region],
    );
    return {
      what: `policy of key ${keyArn}`,
      found: reader.ours(found, document),
      wanted: statements(reader.shared.document(document)),
    };
  },
  "create-role": async ({ roleName, path, maxSessionSeconds, trustDocument }, reader) => ({
    what: `role ${roleName}`,
    found: await asked(
      reader,
      ...["iam", "get-role", "--role-name", roleName, "--query"],
      "Role.[Path,MaxSessionDuration,AssumeRolePolicyDocument]",
    ),
    wanted: [path, maxSessionSeconds, reader.shared.document(trustDocument)],
  }),
  "put-role-policy": (operation, reader) => inline("role", operation, operation.roleName, reader),
  "put-user-policy": (operation, reader) => inline("user", operation, operation.userName, reader),
  "create-policy": async ({ policyArn, document }, reader) => {
    const at = ["--policy-arn", policyArn];
    const version = await asked(
      reader,
      ...["iam", "get-policy", ...at, "--query", "Policy.DefaultVersionId"],
    );
    return {
      what: `policy ${policyArn}`,
      found: await asked(
        reader,
        ...["iam", "get-policy-version", ...at, "--version-id", String(version)],
        ...["--query", "PolicyVersion.Document"],
      ),
      wanted: reader.shared.document(document),
    };
  },
  "attach-role-policy": ({ roleName, policyArn }, reader) =>
    attachment("role", roleName, policyArn, reader),
  "attach-user-policy": ({ userName, policyArn }, reader) =>
    attachment("user", userName, policyArn, reader),
  "put-own-object": async ({ bucket, key, document }, reader) => {
    const file = join(reader.shared.folder, "read-back");
    await asked(reader, "s3api", "get-object", "--bucket", bucket, "--key", key, file);
    return {
      what: `s3://${bucket}/${key}`,
      found: JSON.parse(readFileSync(file, "utf8")),
      wanted: reader.shared.document(document),
    };
  },
  "create-user": async ({ userName, userArn, tags }, reader) => ({
    what: `user ${userName}`,
    found: [
      await asked(reader, "iam", "get-user", "--user-name", userName, "--query", "User.Arn"),
      await asked(
        reader,
        ...["iam", "list-user-tags", "--user-name", userName, "--query", "Tags[].[Key,Value]"],
      ),
    ],
    wanted: [userArn, tags],
  }),
};
