import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shellComment, shellQuote } from "./shell-quote.ts";

const HOSTILE = [
  "",
  "-rf",
  "--profile=x",
  "it's",
  `"double"`,
  "$(touch /tmp/x)",
  "`id`",
  "$HOME",
  "a b\tc",
  "line\nbreak\n",
  "\r\n",
  "back\\slash\\",
  "*?[a-z]{1,2}",
  "!history",
  "~user",
  "=word",
  "a;b|c&d>e<f",
  "# comment",
  "grüße · 日本語 🪣",
  "\u0001\u001b[31m\u007f",
  "'\\''",
];

/** All of them in one bash, which hands them to a program and prints them apart. */
function throughBash(texts: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${texts.map(shellQuote).join(" ")}`;
  const output = execFileSync("bash", ["-c", script], { encoding: "utf8" });
  return output.split("\0").slice(0, -1);
}

describe("shellQuote", () => {
  it("hands every hostile value to the program unchanged", () => {
    expect(throughBash(HOSTILE)).toEqual(HOSTILE);
  });

  it("hands any text to the program unchanged", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 }).filter((one) => !one.includes("\0"));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
        expect(throughBash(texts)).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves plain words bare, so that commands can be read", () => {
    expect(shellQuote("arn:aws:iam::444455556666:role/analytics-app")).toBe(
      "arn:aws:iam::444455556666:role/analytics-app",
    );
  });

  it("refuses a NUL, which no program can be given", () => {
    expect(() => shellQuote("a\0b")).toThrow("NUL");
  });
});

describe("shellComment", () => {
  it("stays a comment whatever it says", () => {
    const script = HOSTILE.map((text) => shellComment(text)).join("\n");
    expect(execFileSync("bash", ["-c", `${script}\nprintf done`], { encoding: "utf8" })).toBe(
      "done",
    );
  });
});
