import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findBrowser, onPath } from "./system-tools.js";

const folder = mkdtempSync(join(tmpdir(), "tools-"));
const browser = join(folder, "chromium");

beforeAll(() => {
  writeFileSync(browser, "#!/bin/sh\n");
  chmodSync(browser, 0o755);
  writeFileSync(join(folder, "not-a-program"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a program on the path", () => {
  it("is found by its name when it can be run", () => {
    const path = ["/nowhere", folder].join(delimiter);
    expect(onPath("chromium", path)).toBe(browser);
    expect(onPath("not-a-program", path)).toBeUndefined();
    expect(onPath("nothing", path)).toBeUndefined();
  });
});

describe("the browser", () => {
  it("is the one that was chosen", async () => {
    const chosen = { S3_HANDSHAKE_CHROMIUM: browser, PATH: "" };
    expect(await findBrowser(chosen)).toBe(browser);
  });

  it("is not looked for elsewhere when the chosen one does not exist", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
    const chosen = { S3_HANDSHAKE_CHROMIUM: join(folder, "gone"), PATH: folder };
    expect(await findBrowser(chosen)).toBeUndefined();
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining("does not exist"));
    complaint.mockRestore();
  });

  it("is an installed one otherwise", async () => {
    expect(await findBrowser({ PATH: folder })).toBe(browser);
  });
});
