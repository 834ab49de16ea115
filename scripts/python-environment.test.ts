import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { pythonProblem } from "../conformance/python-environment.js";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What Debian's Python says of `venv` while the package python3-venv is missing. */
const NO_ENSUREPIP = "ensurepip is not available: apt install python3.11-venv";

/** A Python that makes environments only as far as `can` says; it writes down what it was asked. */
function python(can: "nothing" | "without pip", hasPip: boolean): string {
  return `#!/bin/sh
echo "python3 $*" >>"$ASKED"
case "$*" in
  "-c "*) echo 3 11 2 ;;
  *"-m pip --python"*) ${hasPip ? ":" : "echo No module named pip >&2; exit 1"} ;;
  *--without-pip*)
    ${can === "without pip" ? ":" : "exit 1"}
    for folder in "$@"; do :; done
    mkdir -p "$folder/bin"
    cp "$0" "$folder/bin/python" ;;
  *"-m venv"*) echo '${NO_ENSUREPIP}'; exit 1 ;;
esac
`;
}

interface Answer {
  readonly python?: string;
  readonly problem?: string;
}

/** On a machine that has these programs and no others; apt-get installs nothing. */
function environmentWith(programs: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "s3-handshake-python-"));
  folders.push(root);
  const bin = join(root, "bin");
  mkdirSync(bin);
  const all = { "apt-get": '#!/bin/sh\necho "apt-get $*" >>"$ASKED"\n', ...programs };
  for (const [name, text] of Object.entries(all)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const asked = join(root, "asked");
  writeFileSync(asked, "");
  const module = join(import.meta.dirname, "..", "conformance", "python-environment.js");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { pythonEnvironment } from ${JSON.stringify(module)};
       console.log("ANSWER " + JSON.stringify(await pythonEnvironment()));`,
    ],
    {
      encoding: "utf8",
      env: { PATH: `${bin}:/usr/bin/none`, XDG_CACHE_HOME: root, ASKED: asked, HOME: root },
    },
  );
  const line = stdout.split("\n").find((one) => one.startsWith("ANSWER "));
  if (line === undefined) throw new Error(stdout + stderr);
  return { answer: JSON.parse(line.slice("ANSWER ".length)) as Answer, root };
}

it("takes the pip that is there where Debian has split venv off", () => {
  const { answer } = environmentWith({ python3: python("without pip", true), ...COPYING });
  expect(answer.problem).toBeUndefined();
  expect(existsSync(answer.python ?? "")).toBe(true);
  expect(existsSync(join(dirname(dirname(answer.python ?? "")), "complete"))).toBe(true);
});

it("says what to install where no environment with pip can be made", () => {
  const { answer } = environmentWith({ python3: python("without pip", false), ...COPYING });
  expect(answer.problem).toContain("apt-get install python3-venv");
  expect(environmentWith({ python3: python("nothing", false) }).answer.problem).toContain(
    "apt-get install python3-venv",
  );
});

it("says so where there is no Python and none can be installed, in npm test as well", () => {
  const { answer } = environmentWith({});
  expect(answer.problem).toContain("apt-get install python3 python3-venv");
  expect(answer.problem).toBe(pythonProblem(undefined));
});

/** What the stand-ins themselves need. */
const COPYING = {
  mkdir: '#!/bin/sh\nexec /bin/mkdir "$@"\n',
  cp: '#!/bin/sh\nexec /bin/cp "$@"\n',
};
