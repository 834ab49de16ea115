import { afterEach, expect, it, vi } from "vitest";
import { downloadFile } from "./download.ts";

afterEach(() => vi.useRealTimers());

it("saves the very bytes under the name", async () => {
  vi.useFakeTimers();
  const blobs: Blob[] = [];
  const released: string[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return "blob:made-here";
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => void released.push(url));
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(`${this.download} ${this.href}`);
  });

  const content = new Uint8Array([80, 75, 3, 4, 0, 255]);
  expect(downloadFile({ name: "bundle.zip", type: "application/zip", content })).toEqual({
    ok: true,
  });

  expect(clicked).toEqual(["bundle.zip blob:made-here"]);
  expect(blobs[0]?.type).toBe("application/zip");
  expect(new Uint8Array((await blobs[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(content);
  expect(document.querySelector("a")).toBeNull();
  expect(released).toEqual([]);
  vi.runAllTimers();
  expect(released).toEqual(["blob:made-here"]);
});

it("names the file in what it says when the browser refuses", () => {
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
    throw new Error("refused");
  });
  const outcome = downloadFile({ name: "apply.sh", type: "text/x-shellscript", content: "" });
  expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining("apply.sh") });
});
