import { expect, it } from "vitest";
import { isOwnScript } from "./trusted-scripts.ts";

const PAGE = "https://example.org/tools/share/index.html#/bucket-policy/review";

it.each([
  ["https://example.org/tools/share/assets/json.worker-1.js", true],
  ["./assets/json.worker-1.js", true],
  ["https://example.org/tools/other/assets/evil.js", false],
  ["../other/evil.js", false],
  ["https://example.com/tools/share/assets/json.worker-1.js", false],
  ["//example.com/tools/share/a.js", false],
  ["data:text/javascript,alert(1)//.js", false],
  ["blob:https://example.org/tools/share/x.js", false],
  ["https://example.org/tools/share/upload/picture.svg", false],
])("for a page in /tools/share/, %s: %s", (url, own) => {
  expect(isOwnScript(url, PAGE)).toBe(own);
});
