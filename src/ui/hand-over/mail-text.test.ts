import { expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { mailText } from "./mail-text.ts";

function textOf(consumer: Parameters<typeof exampleDraft>[1], missing: number): string {
  const prepared = findMethod("bucket-policy")?.prepare(exampleDraft("bucket-policy", consumer));
  if (prepared === undefined) throw new Error("no such method");
  return mailText(prepared, {
    side: "consumer",
    link: "https://example.test/#/x",
    missing,
    steps: 4,
  });
}

it("names both accounts, what is shared and with whom, and holds the link on a line of its own", () => {
  expect(textOf({}, 0)).toMatchInlineSnapshot(`
    "Sharing s3://acme-share-data/reports/ across two AWS accounts, by bucket policy:

    - Account A (111122223333) owns the data.
    - Account B (444455556666) gets access: role analytics-app.

    Open this link as the owner of account B:
    https://example.test/#/x

    4 steps are yours, with commands and how to undo them.
    Compare both account IDs with what you know from elsewhere before you run anything.
    The values are in the link itself, behind the #, which browsers send to no server. It holds no credentials.
    "
  `);
});

it("asks for what only the other owner knows", () => {
  const text = textOf({ consumer: { account: "", principals: [] } }, 2);
  expect(text).toContain("Account B (ID not known yet) gets access: principals still to be named.");
  expect(text).toContain("2 values are still missing that only you know.");
});

it("never holds a placeholder", () => {
  const empty = { account: "", principals: [] };
  expect(textOf({ owner: { account: "", locations: [] }, consumer: empty }, 2)).not.toMatch(
    /<[A-Z]/,
  );
});
