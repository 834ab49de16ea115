import type { Prepared } from "#core/methods/method.ts";
import { asksFor } from "#core/parameters/asks-for.ts";
import type { Wanted } from "#core/policy/intake/policy-shape.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import type { Side } from "#core/side.ts";

type Stands<Each = Surrounding> = Each extends Surrounding ? Omit<Each, "name" | "text"> : never;

/** A policy that can be tried out, and where it would stand. */
export interface WhatIfKind {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  readonly stands: Stands;
  readonly wanted: Wanted;
  readonly example: string;
}

const EXAMPLE =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }] }';
const WITH_PRINCIPAL = EXAMPLE.replace('"Action"', '"Principal": "*", "Action"');

export function whatIfKinds({ method, agreement, accessPath }: Prepared): readonly WhatIfKind[] {
  const sides: readonly Side[] = asksFor(method, "consumer.account")
    ? ["consumer", "owner"]
    : ["owner"];
  // Whoever reads the data belongs to account A when it is a role or user of account A.
  const callers: readonly Side[] = accessPath.kind === "direct" ? ["consumer"] : sides;
  const ofSide = (side: Side) => method.sides[side].inSentence;
  const buckets = agreement.owner.buckets.map(({ bucket }) => bucket);
  return [
    ...sides.map(
      (side): WhatIfKind => ({
        id: `scp-${side}`,
        name: `Service control policy (SCP) of ${ofSide(side)}`,
        help: "Limits what principals of the account may do",
        stands: { kind: "service control policy", side },
        wanted: { kind: "service-control-policy" },
        example: EXAMPLE,
      }),
    ),
    {
      id: "rcp",
      name: `Resource control policy (RCP) of ${ofSide("owner")}`,
      help: "Limits who may reach resources of the account",
      stands: { kind: "resource control policy" },
      wanted: { kind: "resource-control-policy" },
      example: WITH_PRINCIPAL,
    },
    ...callers.flatMap((side): readonly WhatIfKind[] => [
      {
        id: `boundary-${side}`,
        name: `Permissions boundary in ${ofSide(side)}`,
        help: "Of those who are granted access",
        stands: { kind: "permissions boundary", side },
        wanted: { kind: "permissions-boundary" },
        example: EXAMPLE,
      },
      {
        id: `identity-${side}`,
        name: `Another identity policy in ${ofSide(side)}`,
        help: "Of those who are granted access",
        stands: { kind: "identity policy", side },
        wanted: { kind: "identity-policy" },
        example: EXAMPLE,
      },
    ]),
    ...buckets.map(
      (bucket): WhatIfKind => ({
        id: `bucket-${bucket}`,
        name: `Other statements in the bucket policy of ${bucket}`,
        help: "What stands there already",
        stands: { kind: "bucket policy", bucket },
        wanted: { kind: "bucket-policy", bucket },
        example: WITH_PRINCIPAL,
      }),
    ),
  ];
}
