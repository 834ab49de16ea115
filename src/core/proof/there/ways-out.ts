import { withoutLayout } from "#core/policy/json-layout.ts";
import { isRecord, meaningOf } from "#core/policy/merge/meaning.ts";
import { policySource, policyText } from "#core/policy/merge/policy-source.ts";
import { documentSize, type Sized } from "#core/policy/size.ts";
import { parseTexts } from "#core/proof/policy/element.ts";
import type { Judged, JudgedStatement, ThereFinding } from "./existing-input.ts";
import { staleNames } from "./other-findings.ts";

/** Another way to share the same, and how large the policy would be. */
export interface WayOut {
  readonly message: string;
  readonly used: number;
  readonly fits: boolean;
}

/**
 * Whether the merged policy keeps AWS's limit, and if not, the ways out, each measured for this very
 * policy: those that fit first, and of these what changes least.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 */
export function sizeFindings(judged: Judged, sized: Sized): readonly ThereFinding[] {
  const { used, limit, unit, state } = documentSize(sized, judged.merged.text);
  if (state === "fits") return [];
  const figures = `${used.toLocaleString("en-US")} of ${limit.toLocaleString("en-US")} ${unit}`;
  if (state === "near") {
    return [{ severity: "warning", message: `The merged policy uses ${figures}: nearly full.` }];
  }
  return [
    {
      severity: "error",
      message: `The merged policy has ${figures}: AWS refuses it. ${waysOut(judged, sized)
        .map(({ message }) => message)
        .join(" ")}`,
    },
  ];
}

export function waysOut(judged: Judged, sized: Sized): readonly WayOut[] {
  const { theirs, ours, of } = judged;
  const values = (all: readonly JudgedStatement[]) => all.map(({ value }) => value);
  const meanings = theirs.map(({ value }) => meaningOf(value));
  const useful = theirs.filter(
    ({ value }, index) => meanings.indexOf(meanings[index] ?? "") === index && !isOnlyStale(value),
  );
  const dropped = theirs.length - useful.length;
  const accounts = wholeAccounts(values(ours));
  const prefix = commonPrefix(values(ours));
  const way = (statements: readonly unknown[], what: string): WayOut => {
    const { used, limit, unit } = documentSize(sized, textOf(judged, statements));
    const fits = used <= limit;
    const figures = `${used.toLocaleString("en-US")} ${unit}`;
    return { used, fits, message: fits ? `${what}: ${figures}.` : `${what}: still ${figures}.` };
  };
  const all = [
    ...(dropped === 0
      ? []
      : [
          way(
            [...values(useful), ...values(ours)],
            `Take out ${dropped} statement${dropped === 1 ? "" : "s"} that name deleted principals only, or repeat another`,
          ),
        ]),
    ...(accounts === undefined
      ? []
      : [
          way(
            [...values(theirs), ...accounts],
            "Name whole accounts in place of each principal, and let their admins choose",
          ),
        ]),
    ...(prefix === undefined
      ? []
      : [
          way(
            [...values(theirs), ...prefix.statements],
            `Share ${prefix.prefix}, which lies above all of the prefixes`,
          ),
        ]),
    ...(of.kind === "bucket-policy"
      ? [
          way(
            [...values(theirs), DELEGATION(of.resourceArn, of.account)],
            "Share through an access point, whose own policy takes our statements",
          ),
          way(
            values(theirs),
            "Share by S3 Access Grants, which needs nothing in the bucket policy",
          ),
        ]
      : []),
  ];
  return [...all.filter(({ fits }) => fits), ...all.filter(({ fits }) => !fits)];
}

function textOf({ merged }: Judged, statements: readonly unknown[]): string {
  const source = policySource(withoutLayout(merged.text));
  if (source === undefined) return merged.text;
  return policyText(
    source,
    statements.map((one) => ({ text: JSON.stringify(one), before: "" })),
  );
}

function isOnlyStale(statement: unknown): boolean {
  const stale = staleNames(statement);
  if (stale.length === 0 || !isRecord(statement) || !isRecord(statement["Principal"])) return false;
  const names = parseTexts("AWS", statement["Principal"]["AWS"] ?? []);
  return names.ok && names.value.length === stale.length;
}

/** Ours with the root of each account; undefined where they name accounts already. */
function wholeAccounts(ours: readonly unknown[]): readonly unknown[] | undefined {
  let changed = false;
  const statements = ours.map((statement) => {
    if (!isRecord(statement) || !isRecord(statement["Principal"])) return statement;
    const names = parseTexts("AWS", statement["Principal"]["AWS"] ?? []);
    if (!names.ok) return statement;
    const roots = [
      ...new Set(
        names.value.map((name) =>
          name.replace(/^(arn:[^:]*:)(?:iam|sts)(::\d{12}:).*$/, "$1iam$2root"),
        ),
      ),
    ];
    if (roots.length === names.value.length) return statement;
    changed = true;
    return { ...statement, Principal: { AWS: roots } };
  });
  return changed ? statements : undefined;
}

/** Ours with one prefix above all that they name. */
function commonPrefix(
  ours: readonly unknown[],
): { readonly prefix: string; readonly statements: readonly unknown[] } | undefined {
  const resources = ours.flatMap((statement) => {
    const texts = isRecord(statement) ? parseTexts("", statement["Resource"] ?? []) : undefined;
    return texts?.ok === true ? texts.value.filter((arn) => arn.includes("/")) : [];
  });
  const [first] = resources;
  if (first === undefined || new Set(resources).size < 2) return undefined;
  const start = resources.reduce((common, arn) => {
    let length = 0;
    while (length < common.length && common[length] === arn[length]) length += 1;
    return common.slice(0, length);
  }, first);
  const arn = start.slice(0, start.lastIndexOf("/") + 1);
  const prefix = arn.slice(arn.indexOf("/") + 1);
  if (prefix === "") return undefined;
  const statements = ours.map((statement) => {
    if (!isRecord(statement)) return statement;
    const texts = parseTexts("", statement["Resource"] ?? []);
    const isObjects = texts.ok && texts.value.some((one) => one.startsWith(arn));
    const condition = JSON.stringify(statement["Condition"] ?? {});
    return {
      ...statement,
      ...(isObjects ? { Resource: `${arn}*` } : {}),
      ...(condition.includes('"s3:prefix"')
        ? { Condition: { StringLike: { "s3:prefix": `${prefix}*` } } }
        : {}),
    };
  });
  return { prefix, statements };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
const DELEGATION = (bucketArn: string, account: string) => ({
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: "*",
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { StringEquals: { "s3:DataAccessPointAccount": account } },
});
