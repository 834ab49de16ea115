import { afterEach, expect, it, vi } from "vitest";
import { copyText } from "./clipboard.ts";

function clipboard(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal("navigator", { clipboard: { writeText } });
}

function legacyCopy(copied: boolean) {
  const selections: string[] = [];
  Object.defineProperty(document, "execCommand", {
    configurable: true,
    value: () => {
      const field = document.activeElement ?? document.querySelector("textarea");
      selections.push((field as HTMLTextAreaElement).value);
      return copied;
    },
  });
  vi.spyOn(HTMLTextAreaElement.prototype, "select").mockImplementation(function (
    this: HTMLTextAreaElement,
  ) {
    this.focus();
  });
  return selections;
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it("hands the text to the clipboard", async () => {
  const written: string[] = [];
  clipboard(async (text) => void written.push(text));
  expect(await copyText("aws s3 ls")).toEqual({ ok: true });
  expect(written).toEqual(["aws s3 ls"]);
});

it("selects and copies when the clipboard may not be written", async () => {
  clipboard(() => Promise.reject(new Error("NotAllowedError")));
  const selections = legacyCopy(true);
  expect(await copyText("line 1\nline 2")).toEqual({ ok: true });
  expect(selections).toEqual(["line 1\nline 2"]);
});

it("leaves nothing behind and gives the focus back", async () => {
  document.body.innerHTML = "<button>Copy</button>";
  const button = document.querySelector("button");
  button?.focus();
  clipboard(() => Promise.reject(new Error("NotAllowedError")));
  legacyCopy(true);
  await copyText("text");
  expect(document.querySelector("textarea")).toBeNull();
  expect(document.activeElement).toBe(button);
});

it("says what to do when the browser refuses", async () => {
  vi.stubGlobal("navigator", {});
  legacyCopy(false);
  const outcome = await copyText("text");
  expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining("Select the text") });
});
