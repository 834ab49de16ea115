import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect } from "vitest";
import { SIDE_FOLDERS } from "#core/side.ts";
import type { Aws } from "./aws.ts";
import { count } from "./figures.ts";
import { test } from "./fixture.ts";
import { HALVES, type Half, halfReady, optionsOf } from "./halves.ts";
import type { SharedBundle } from "./shared-bundle.ts";

const ALL_BACK = "All is as it was before this run.";
const STRANGER = "777788889999";
const SECOND_WRITE = { operation: "any write", skip: 1, times: 1 } as const;

const survived = ({ isRecorded, method }: Half) =>
  count(isRecorded ? "faults recorded" : "faults survived", method.id, 1);

const writes = async (aws: Aws): Promise<readonly string[]> =>
  (await aws.seen()).filter((one) => one.writes).map(({ operation }) => operation);

/** A folder of programs, put first in the PATH or instead of it. */
function programs(shared: SharedBundle, name: string): string {
  const folder = join(shared.folder, name);
  mkdirSync(folder);
  return folder;
}

describe("apply.sh of each half of each method", () => {
  test.for(HALVES)(
    "stops at what is missing before it changes anything: $name",
    async (half, { aws, open }) => {
      const { side } = half;
      const shared = await open(half.method, half.draft, {
        ...optionsOf(half),
        change: (before) => ({ ...before, accounts: [...before.accounts, STRANGER] }),
      });
      const state = await aws.state();

      const tools = programs(shared, "no aws");
      for (const name of TOOLS) linkTool(name, tools);
      const missing = await shared.runWith({ PATH: tools }, side, "apply");
      expect(missing.status, missing.output).toBe(1);
      expect(missing.output).toContain(
        "aws is not installed. Get it: https://docs.aws.amazon.com/",
      );
      expect(await aws.seen()).toEqual([]);
      survived(half);

      shared.mistakeAccount(side, STRANGER);
      for (const kind of ["apply", "undo"]) {
        const stopped = await shared.run(side, kind);
        expect(stopped.status, stopped.output).toBe(1);
        expect(stopped.output).toContain(`These are credentials of account ${STRANGER}`);
        expect(stopped.output).toContain("Nothing was changed.");
      }
      expect(await writes(aws)).toEqual([]);
      expect(await aws.state()).toEqual(state);
      survived(half);
    },
  );

  test.for(HALVES)(
    "is taken back or gone on with where it breaks off: $name",
    async (half, { aws, open }) => {
      const { side } = half;
      const shared = await open(half.method, half.draft, optionsOf(half));
      await halfReady(shared, half);
      const state = await aws.state();

      // Root may write everywhere, so mkdir itself refuses, as it would in a folder that is read-only.
      const tools = programs(shared, "read-only");
      writeFileSync(join(tools, "mkdir"), "#!/bin/sh\nexit 1\n");
      chmodSync(join(tools, "mkdir"), 0o755);
      const path = [tools, aws.environment["PATH"]].join(delimiter);
      const readOnly = await shared.runWith({ PATH: path }, side, "apply");
      expect(readOnly.status, readOnly.output).toBe(1);
      expect(readOnly.output).toContain("this folder cannot be written to");
      expect(await aws.state()).toEqual(state);
      survived(half);

      await aws.setFaults([{ ...SECOND_WRITE, ...THROTTLED, skip: half.writes > 1 ? 1 : 0 }]);
      const throttled = await shared.runWith({ AWS_MAX_ATTEMPTS: "1" }, side, "apply");
      expect(throttled.status, throttled.output).toBe(1);
      for (const told of ["Rate exceeded", "AWS asks for fewer requests", ALL_BACK])
        expect(throttled.output).toContain(told);
      expect(await aws.state()).toEqual(state);
      survived(half);

      if (half.writes > 1) {
        const ended = await interrupted(aws, shared, half, "SIGTERM");
        expect(ended.status).not.toBe(0);
        expect(ended.output).toContain(ALL_BACK);
        expect(await aws.state()).toEqual(state);
        survived(half);

        await interrupted(aws, shared, half, "SIGKILL");
        expect(await aws.state()).not.toEqual(state);
        survived(half);
      }
      const again = await shared.run(side, "apply");
      expect(again.status, again.output).toBe(0);
      const records = readdirSync(join(shared.folder, SIDE_FOLDERS[side]));
      expect(records.some((name) => name.startsWith("backup-"))).toBe(true);
      const undone = await shared.run(side, "undo");
      expect(undone.status, undone.output).toBe(0);
      expect(await aws.state()).toEqual(state);
      // In a folder whose name has blanks, quotes and a dollar.
      expect(shared.folder).toMatch(/-it's "new" \$HOME \[x\]\* & co$/);
      survived(half);
    },
  );
});

const THROTTLED = { code: "ThrottlingException", message: "Rate exceeded" };

async function interrupted(
  aws: Aws,
  shared: SharedBundle,
  { side }: Half,
  signal: "SIGTERM" | "SIGKILL",
) {
  await aws.setFaults([{ ...SECOND_WRITE, hold: true }]);
  await aws.seen();
  const script = shared.start(side, "apply");
  const held = async () => {
    while (!(await aws.seen()).some((one) => one.held))
      await new Promise((resolve) => setTimeout(resolve, 50));
    return true;
  };
  const isHeld = await Promise.race([held(), script.run.then(({ output }) => output)]);
  expect(isHeld).toBe(true);
  script.signal(signal);
  return script.run;
}

const TOOLS = ["bash", "sh", "jq", "dirname", "mktemp", "cat", "sed", "rm", "date", "cp", "grep"];

function linkTool(name: string, to: string): void {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    try {
      if (!readdirSync(folder).includes(name)) continue;
      symlinkSync(join(folder, name), join(to, name));
      return;
    } catch {
      // Another folder of the PATH has it.
    }
  }
}
