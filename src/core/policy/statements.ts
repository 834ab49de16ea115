import { allOf, type NetworkWay } from "./conditions.ts";
import type { ConditionBlock, PolicyDocument, Statement } from "./document.ts";
import type { Grantees } from "./grantees.ts";
import type { Grant } from "./s3-statements.ts";
import { uniqueSids } from "./sid.ts";

/** A statement before its Sid is made unique in its document. */
export interface NamedStatement {
  readonly name: string;
  readonly statement: Omit<Statement, "Sid">;
}

/** The document of these statements; `2012-10-17` always, without which `${…}` would be literal text. */
export function policyDocument(statements: readonly NamedStatement[]): PolicyDocument {
  const sids = uniqueSids(statements.map(({ name }) => name));
  return {
    Version: "2012-10-17",
    Statement: statements.map(({ statement }, index) => ({ Sid: sids[index] ?? "", ...statement })),
  };
}

/** One statement for each grant, kind of grantee and way in; without grantees, of an identity policy. */
export function allowStatements(options: {
  readonly grants: readonly Grant[];
  readonly grantees?: readonly Grantees[];
  readonly ways?: readonly NetworkWay[];
  readonly condition?: ConditionBlock;
}): readonly NamedStatement[] {
  const { grants, condition = {} } = options;
  const grantees = options.grantees ?? [undefined];
  const ways = options.ways ?? [{ name: "", condition: {} }];
  return grantees.flatMap((who) =>
    ways.flatMap((way) =>
      grants.map((grant) => ({
        name: [grant.name, who?.name ?? "", way.name].join(" "),
        statement: {
          Effect: "Allow" as const,
          ...(who === undefined ? {} : { Principal: { AWS: who.arns } }),
          Action: grant.action,
          Resource: grant.resource,
          ...conditionElement(
            allOf(grant.condition, who?.condition ?? {}, way.condition, condition),
          ),
        },
      })),
    ),
  );
}

/** AWS refuses no empty Condition, but it says nothing: it is left out. */
export function conditionElement(condition: ConditionBlock): {
  readonly Condition?: ConditionBlock;
} {
  return Object.keys(condition).length === 0 ? {} : { Condition: condition };
}
