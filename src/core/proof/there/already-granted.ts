import { type Someone, someoneNamed } from "#core/proof/change/someone.ts";
import { actionName, listed, resourceName } from "#core/proof/change/words.ts";
import { type AccessRequest, prepareRequest } from "#core/proof/request.ts";
import {
  type Judged,
  type JudgedStatement,
  meets,
  statementName,
  type ThereFinding,
} from "./existing-input.ts";

/** Statements there that grant what is asked for, and what they grant besides. */
export function alreadyGranted(judged: Judged): readonly ThereFinding[] {
  const { theirs, asked, merged, of } = judged;
  if (merged.unchanged) {
    return [{ severity: "info", message: "This sharing is in place already: nothing changes." }];
  }
  const allows = theirs.filter(({ compiled }) => compiled.source.effect === "Allow");
  const denies = theirs.filter(({ compiled }) => compiled.source.effect === "Deny");
  const granted = asked.filter(
    (example) =>
      allows.some((one) => meets(one, example)) && !denies.some((one) => meets(one, example)),
  );
  if (granted.length === 0) return [];
  const by = allows.filter((one) => granted.some((example) => meets(one, example)));
  const names = listed(by.map(statementName));
  const grant = by.length > 1 ? "grant" : "grants";
  const place = by.length === 1 && by[0] !== undefined ? { statement: by[0].number } : {};
  if (granted.length < asked.length) {
    const what = listed([...new Set(granted.map(({ action }) => actionName(action)))]);
    const where = listed([...new Set(granted.map(({ resource }) => resourceName(resource, of)))]);
    return [
      {
        ...place,
        severity: "info",
        message: `${names} ${grant} a part of it already: ${what} on ${where}.`,
      },
    ];
  }
  const more = beyond(judged, by);
  return [
    {
      ...place,
      severity: more.length === 0 ? "info" : "warning",
      message:
        more.length === 0
          ? `${names} ${grant} all of it already: there is nothing to add.`
          : `${names} ${grant} all of it already, and more than is asked for: ${listed(more)}. There is nothing to add; to keep to what was agreed, narrow it down or take it out once the sharing works.`,
    },
  ];
}

/** What a few requests beside the sharing show to be granted as well. */
function beyond({ asked, of, ours }: Judged, by: readonly JudgedStatement[]): readonly string[] {
  const [first] = asked.filter(({ action }) => action !== "s3:ListBucket");
  if (first === undefined) return [];
  const own = ours.filter(({ compiled }) => compiled.source.effect === "Allow");
  const open = (change: Partial<AccessRequest>): boolean => {
    const example = { request: prepareRequest({ ...first.plain, ...change }) };
    return by.some((one) => meets(one, example)) && !own.some((one) => meets(one, example));
  };
  const openTo = (someone: Someone | undefined): boolean =>
    someone !== undefined &&
    open({
      principalArn: someone.principalArn,
      context: { ...first.plain.context, ...someone.context },
    });
  const account = first.request.caller.account;
  const other = someoneNamed("AWS", `arn:aws:iam::${account}:role/s3-handshake-another`);
  const third = someoneNamed("AWS", "arn:aws:iam::999988885555:role/s3-handshake-another");
  const isBucket = of.kind === "bucket-policy";
  const actions = isBucket ? ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"] : [];
  return [
    ...actions
      .filter((action) => open({ action }))
      .map((action) => `${actionName(action)} at the same place`),
    ...(isBucket && open({ resourceArn: `${of.resourceArn}/s3-handshake-elsewhere/x` })
      ? ["other objects of the bucket"]
      : []),
    ...(openTo(third)
      ? ["everybody"]
      : openTo(other)
        ? [`other principals of account ${account}`]
        : []),
  ];
}
