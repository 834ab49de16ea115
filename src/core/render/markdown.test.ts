import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, codeBlock, prose, table } from "./markdown.ts";

describe("prose", () => {
  it.each([
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["1. not a list", "1\\. not a list"],
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["[link](https://x)", "\\[link\\](https://x)"],
    ["*bold* `code` a|b", "\\*bold\\* \\`code\\` a\\|b"],
    ["two\nlines", "two lines"],
    ["_emphasis_ but snake_case", "\\_emphasis\\_ but snake_case"],
    ["&amp;", "\\&amp;"],
    ["~~struck~~ out, ~/.aws", "\\~\\~struck\\~\\~ out, \\~/.aws"],
    ["in ~/.aws/config", "in ~/.aws/config"],
  ])("writes %j as %j", (text, written) => {
    expect(prose(text)).toBe(written);
  });
});

describe("code", () => {
  it("cannot be left by any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const written = code(text);
        const fence = /^`*/.exec(written)?.[0] ?? "";
        expect(written).not.toContain("\n");
        const inner = written.slice(fence.length, written.length - fence.length);
        expect(inner.match(/`+/g)?.some((run) => run.length >= fence.length) ?? false).toBe(false);
        expect(inner).not.toMatch(/(?<!\\)\|/);
      }),
    );
  });
});

describe("codeBlock", () => {
  it("has a fence longer than any in the text", () => {
    expect(codeBlock("sh", "echo ```\n````\n")).toBe("`````sh\necho ```\n````\n`````");
  });

  it("is indented as a whole", () => {
    expect(codeBlock("", "a\n\nb", "  ")).toBe("  ```\n  a\n\n  b\n  ```");
  });
});

describe("table", () => {
  it("has one line a row", () => {
    expect(table(["A", "B"], [["1", "2"]])).toBe("| A | B |\n| --- | --- |\n| 1 | 2 |");
  });
});
