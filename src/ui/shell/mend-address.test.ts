import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { linkFragment } from "#core/link/link.ts";
import { METHODS } from "#core/methods/index.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import { isMangled, mendedAddress } from "./mend-address.ts";

const [METHOD] = METHODS;
const PAGE = "https://example.org/tools/share/";

function address(): string {
  const read = readAgreementFile(readFileSync(`examples/${METHOD?.id}.json`, "utf8"), METHODS);
  if (!read.ok || METHOD === undefined) throw new Error("There is no example.");
  return linkFragment(METHOD, read.draft, { step: "review" });
}

it.each([
  ["", false],
  ["#", false],
  ["#/", false],
  ["#/bucket-policy/owner", false],
  ["#/bucket-policy/review?v=1&owner=111122223333.", false],
  ["#%23/bucket-policy/review", true],
  ["#%2Fbucket-policy%2Freview", true],
  ["##/bucket-policy/review", true],
])("%s is mangled: %s", (hash, mangled) => {
  expect(isMangled(hash)).toBe(mangled);
});

it("finds the address behind the %23 that 404.html leaves in, and tells it", async () => {
  expect(await mendedAddress(`${PAGE}#%23${address()}`)).toEqual({
    ok: true,
    to: address(),
    state: { mended: ["“%23” was read as “#”."] },
  });
});

it("finds an address that was escaped as a whole", async () => {
  const mended = await mendedAddress(`${PAGE}#${encodeURIComponent(address())}`);
  expect(mended.to).toBe(address());
  expect(mended.state).toMatchObject({ mended: [expect.stringContaining("escaped")] });
});

it("finds the screen of an address without values", async () => {
  expect(await mendedAddress(`${PAGE}#%2F${METHOD?.id}/owner`)).toEqual({
    ok: true,
    to: `/${METHOD?.id}/owner`,
  });
});

it("leaves a link that was cut off to the screen it names", async () => {
  const cut = address().slice(0, -20);
  expect(await mendedAddress(`${PAGE}#%23${cut}`)).toEqual({ ok: true, to: cut });
});
