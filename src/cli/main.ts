import { parseRequest, type Request } from "./arguments.ts";
import { writeBundle } from "./bundle-command.ts";
import { checkSharing } from "./check-command.ts";
import { evaluateCases } from "./evaluate-command.ts";
import { printLink } from "./link-command.ts";
import { DONE, MISUSED, type Status, type Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";

/** Set when the command is built. */
declare const S3_HANDSHAKE_VERSION: string;

const terminal: Terminal = {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  lines: standardInput,
};

// A reader that has seen enough, such as head, is no failure.
process.stdout.on("error", () => process.exit(DONE));

const request = parseRequest(process.argv.slice(2));
if (request.ok) {
  process.exitCode = await run(request.value);
} else {
  terminal.complain(`s3-handshake: ${request.message} See s3-handshake --help.`);
  process.exitCode = MISUSED;
}

/** Parted at line feeds only: node:readline would also part at U+2028, which JSON text may hold. */
async function* standardInput(): AsyncIterable<string> {
  let rest = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function run(asked: Request): Promise<Status> | Status {
  switch (asked.command) {
    case "help":
      terminal.say(USAGE.trimEnd());
      return DONE;
    case "version":
      terminal.say(S3_HANDSHAKE_VERSION);
      return DONE;
    case "bundle":
      return writeBundle(asked.source, asked, terminal);
    case "check":
      return checkSharing(asked.source, terminal);
    case "link":
      return printLink(asked.source, asked.side, asked.base, terminal);
    case "evaluate":
      return evaluateCases(terminal);
  }
}
