import { expect, it } from "vitest";
import { readTextFile, TEXT_FILE_MAX_BYTES } from "./file-text.ts";

it("reads a file as UTF-8", async () => {
  const file = new File(['{"bucket":"münchen"}'], "agreement.json");
  expect(await readTextFile(file)).toEqual({ ok: true, text: '{"bucket":"münchen"}' });
});

it("does not read what is far too large", async () => {
  const file = new File([new Uint8Array(TEXT_FILE_MAX_BYTES + 1)], "holiday.mov");
  expect(await readTextFile(file)).toMatchObject({
    ok: false,
    message: expect.stringContaining("holiday.mov is larger than 1 MiB"),
  });
});

it("says so when the file is gone", async () => {
  const file = new File([""], "agreement.json");
  Object.defineProperty(file, "text", { value: () => Promise.reject(new Error("NotFound")) });
  expect(await readTextFile(file)).toMatchObject({ ok: false });
});
