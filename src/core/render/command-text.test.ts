import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CliCommand } from "./command-line.ts";
import { textOption } from "./command-line.ts";
import { commandText } from "./command-text.ts";

function command(...values: readonly string[]): CliCommand {
  return {
    service: "sts",
    operation: "assume-role",
    options: values.map((value, index) => textOption(`--option-${index}`, value)),
    operands: [],
  };
}

/** What the program gets: bash runs the text with `aws` as a function that prints its arguments. */
function received(text: string): readonly string[] {
  const script = `aws() { for one in "$@"; do case "$one" in
    file:///dev/fd/*) printf '<%s>\\0' "$(cat "\${one#file://}"; printf .)" ;;
    *) printf '%s\\0' "$one" ;; esac; done; }\n${text}\n`;
  const output = execFileSync("bash", ["-c", script], { encoding: "utf8" });
  return output.split("\0").slice(0, -1);
}

describe("commandText for bash", () => {
  it("writes long commands in several lines that bash takes for one", () => {
    const text = commandText(
      {
        service: "s3api",
        operation: "put-bucket-policy",
        options: [
          textOption("--bucket", "acme-share-data"),
          { name: "--policy", value: { kind: "file", path: "01-bucket-policy.json" } },
          textOption("--expected-bucket-owner", "111122223333"),
          textOption("--region", "eu-west-1"),
          textOption("--profile", "a admin"),
        ],
        operands: [],
      },
      "bash",
    );
    expect(text).toMatchInlineSnapshot(`
      "aws s3api put-bucket-policy --bucket acme-share-data \\
        --policy file://01-bucket-policy.json --expected-bucket-owner 111122223333 \\
        --region eu-west-1 --profile 'a admin'"
    `);
    expect(received(text)).toHaveLength(12);
  });

  it("keeps a value that begins with a dash from being taken for an option", () => {
    expect(received(commandText(command("-x", "--help"), "bash"))).toEqual([
      "sts",
      "assume-role",
      "--option-0=-x",
      "--option-1=--help",
    ]);
  });

  it.each(["file:///etc/passwd", "fileb://x", "http://169.254.169.254/", "https://x/y"])(
    "hands %s over as text, which the CLI would otherwise open",
    (value) => {
      expect(received(commandText(command(value), "bash"))).toEqual([
        "sts",
        "assume-role",
        "--option-0",
        `<${value}.>`,
      ]);
    },
  );

  it("hands over any value unchanged", () => {
    const text = fc
      .string({ unit: "binary", maxLength: 30 })
      .filter((one) => !one.includes("\0") && !/^(-|fileb?:|https?:)/.test(one));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (values) => {
        const expected = values.flatMap((value, index) => [`--option-${index}`, value]);
        expect(received(commandText(command(...values), "bash")).slice(2)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("sends the answer to the backup file", () => {
    const text = commandText({ ...command("v"), saveTo: "it's.json" }, "bash");
    expect(text).toBe(`aws sts assume-role --option-0 v > 'it'\\''s.json'`);
  });
});

describe("commandText for PowerShell", () => {
  it("quotes every value, and continues lines with a backtick", () => {
    const text = commandText(
      command("acme-share-data", "011122223333", "a".repeat(40)),
      "powershell",
    );
    expect(text).toBe(
      [
        "aws sts assume-role --option-0 'acme-share-data' --option-1 '011122223333' `",
        `  --option-2 '${"a".repeat(40)}'`,
      ].join("\n"),
    );
  });

  it.each(['say "x"', "", "ends with \\", "50%PATH%", "grüße", "file:///etc/passwd", "a&b"])(
    "hands %j over in a file, since PowerShell, cmd or the CLI would change it",
    (value) => {
      expect(commandText(command(value), "powershell")).toBe(
        `[IO.File]::WriteAllText((Join-Path $PWD 'option-0.txt'), '${value}')\naws sts assume-role --option-0 'file://option-0.txt'`,
      );
    },
  );

  it("writes the backup without PowerShell's redirection, which would make it UTF-16", () => {
    const text = commandText({ ...command("v"), saveTo: "x.backup.json" }, "powershell");
    expect(text).toBe(
      "$answer = aws sts assume-role --option-0 'v'\n[IO.File]::WriteAllText((Join-Path $PWD 'x.backup.json'), ($answer -join \"`n\"))",
    );
  });
});
