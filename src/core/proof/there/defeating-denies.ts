import { actionName, conditionWords, listed, resourceName } from "#core/proof/change/words.ts";
import { type Judged, meets, statementName, type ThereFinding } from "./existing-input.ts";

/** Keys of which every request of the sharing is known; what others say depends on the circumstances. */
const KNOWN = [
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principaltype",
  "aws:principalisawsservice",
  "aws:securetransport",
  "aws:resourceaccount",
  "s3:resourceaccount",
  "s3:tlsversion",
  "aws:viaawsservice",
];

/**
 * Statements there that deny what ours allow: an explicit deny wins, whatever stands beside it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function defeatingDenies({ theirs, asked, of }: Judged): readonly ThereFinding[] {
  return theirs
    .filter(({ compiled }) => compiled.source.effect === "Deny")
    .flatMap((deny): readonly ThereFinding[] => {
      const denied = asked.filter((example) => meets(deny, example));
      if (denied.length === 0) return [];
      const { conditions } = deny.compiled;
      const depends = conditions.some(({ key }) => !KNOWN.includes(key.toLowerCase()));
      const who = listed([...new Set(denied.map((example) => example.who.label))].slice(0, 4));
      const what = listed([...new Set(denied.map(({ action }) => actionName(action)))]);
      const where = listed(
        [...new Set(denied.map(({ resource }) => resourceName(resource, of)))].slice(0, 4),
      );
      const when = conditionWords(conditions);
      const all = denied.length === asked.length ? "all of the sharing" : "a part of the sharing";
      return [
        {
          statement: deny.number,
          severity: depends ? "warning" : "error",
          message: depends
            ? `${statementName(deny)} denies ${who} ${what} on ${where} ${when}. There, ${all} does not work: make sure that this does not hold where they call from, or except them in that statement.`
            : `${statementName(deny)} denies ${who} ${what} on ${where}${when === "" ? "" : ` ${when}`}, whatever else allows it: ${all} would not work. Except them in that statement first.`,
        },
      ];
    });
}
