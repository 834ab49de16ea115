import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { documentText } from "#core/policy/document-text.ts";
import { proveAssumeRole } from "./assume-role.ts";
import type { Sharing } from "./matrix/sharing.ts";

const B = "arn:aws:iam::444455556666";
const SESSION = "arn:aws:sts::444455556666:assumed-role";

function sharing(
  principals: readonly string[],
  change: (text: string, kind: string) => string = (text) => text,
): Sharing {
  const method = METHODS.find(
    (one) => one.prepare(one.emptyDraft()).accessPath.kind === "through-role",
  );
  const prepared = method?.prepare(
    exampleDraft(method.id, {
      consumer: { principals },
      settings: { roleName: "AcmeShareReader", externalId: "acme-7f3c9b52" },
    }),
  );
  if (prepared === undefined) throw new Error("no method shares through a role");
  const { agreement, accessPath, documents } = prepared;
  return {
    agreement,
    accessPath,
    documents: documents.map((document) => ({
      document,
      text: change(documentText(document), document.kind),
    })),
  };
}

it.each([
  [`${B}:role/analytics-app`, `${SESSION}/analytics-app/nightly`],
  [`${B}:role/teams/data/analytics-app`, `${SESSION}/analytics-app/nightly`],
  [`${B}:user/people/alice`, `${B}:user/people/alice`],
  [`${SESSION}/analytics-app/nightly`, `${SESSION}/analytics-app/nightly`],
  [`${B}:root`, `${SESSION}/whatever/x1`],
  [
    `${B}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Analyst_????????????????`,
    `${SESSION}/AWSReservedSSO_Analyst_0123456789abcdef/alice`,
  ],
])("knows %s in the caller %s, and finds it allowed", (principal, caller) => {
  expect(proveAssumeRole(sharing([principal]), caller)).toMatchObject({
    principal: { arn: principal },
    decision: { decision: "allowed" },
  });
});

it.each([
  [`${B}:role/analytics-app`, `${SESSION}/other/nightly`],
  [`${B}:role/analytics-app`, `${B}:user/analytics-app`],
  [`${SESSION}/analytics-app/nightly`, `${SESSION}/analytics-app/weekly`],
  [`${B}:root`, "arn:aws:sts::777788889999:assumed-role/analytics-app/nightly"],
])("lets %s in, and so not the caller %s, whatever its own account allows", (principal, caller) => {
  expect(proveAssumeRole(sharing([principal]), caller)).toMatchObject({
    principal: undefined,
    decision: {
      decision: "implicitDeny",
      missing: [{ side: "owner", policyType: "trust policy" }],
    },
  });
});

it.each([
  ["trust-policy", "acme-7f3c9b52", "something-else", "owner"],
  ["identity-policy", "AcmeShareReader", "AcmeShareWriter", "consumer"],
])("says whose document is wrong: %s", (edited, from, to, side) => {
  const changed = sharing([`${B}:role/analytics-app`], (text, kind) =>
    kind === edited ? text.replace(from, to) : text,
  );
  const proof = proveAssumeRole(changed, `${SESSION}/analytics-app/nightly`);
  expect(proof?.decision).toMatchObject({ decision: "implicitDeny", missing: [{ side }] });
});

it.each(["arn:aws:iam::444455556666:root", "*", ""])(
  "says nothing about the caller “%s”",
  (arn) => {
    expect(proveAssumeRole(sharing([`${B}:role/analytics-app`]), arn)).toBeUndefined();
  },
);
