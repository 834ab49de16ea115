import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterEach, expect, it, vi } from "vitest";
import { sts, stsConnections, testEndpoint } from "./sts-plugin.ts";

const LOOPBACK = "http://127.0.0.1:4321";
const variable = (endpoint: string) => ({ S3_HANDSHAKE_STS_ENDPOINT: endpoint });
const folders: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it.each(["production", "development", "test", ""])(
  "knows no other server than AWS in mode “%s”, whatever the environment says",
  (mode) => {
    expect(testEndpoint(mode, variable(LOOPBACK))).toBeUndefined();
    vi.stubEnv("S3_HANDSHAKE_STS_ENDPOINT", LOOPBACK);
    expect(stsConnections(mode).every((origin) => origin.startsWith("https://sts."))).toBe(true);
  },
);

it("asks this machine, and only this one, in a build for tests", () => {
  expect(testEndpoint("sts-test", variable(LOOPBACK))).toBe(LOOPBACK);
  vi.stubEnv("S3_HANDSHAKE_STS_ENDPOINT", LOOPBACK);
  expect(stsConnections("sts-test")).toEqual([LOOPBACK]);
  for (const other of [
    "",
    "https://evil.example",
    "http://127.0.0.1.evil.example:1",
    `${LOOPBACK}/x`,
  ]) {
    expect(() => testEndpoint("sts-test", variable(other))).toThrow("127.0.0.1");
  }
});

/** The program that asks STS, built by itself in a mode. */
async function builtClient(mode: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "s3-handshake-sts-"));
  folders.push(outDir);
  await build({
    root: join(import.meta.dirname, ".."),
    configFile: false,
    logLevel: "error",
    mode,
    plugins: [sts()],
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: "src/platform/sts.ts",
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "sts.js" },
      },
    },
  });
  const files = readdirSync(outDir, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(outDir, file), "utf8"))
    .join("\n");
}

it("builds no way round AWS into the page: not from the environment, the address or storage", async () => {
  vi.stubEnv("S3_HANDSHAKE_STS_ENDPOINT", LOOPBACK);
  vi.stubEnv("VITE_STS_TEST_ENDPOINT", LOOPBACK);
  vi.stubEnv("STS_TEST_ENDPOINT", LOOPBACK);
  const code = await builtClient("production");
  const found = (pattern: RegExp) => code.match(pattern)?.[0];
  expect(found(/GetCallerIdentity/)).toBeDefined();
  expect(found(/127\.0\.0\.1|STS_TEST_ENDPOINT|S3_HANDSHAKE_STS/)).toBeUndefined();
  expect(found(/localStorage|sessionStorage|location\.(?:hash|search|href)/)).toBeUndefined();
  expect(found(/new DOMParser/)).toBeUndefined();
});

it("builds the server of the tests in when it is asked to, so that the check above can fail", async () => {
  vi.stubEnv("S3_HANDSHAKE_STS_ENDPOINT", LOOPBACK);
  expect((await builtClient("sts-test")).includes(LOOPBACK)).toBe(true);
});

it("notices when the SDK reads XML by the browser's parser again", async () => {
  const plugin = sts();
  const generate = plugin.generateBundle;
  if (typeof generate !== "function") throw new Error("the plugin does not look at the bundle");
  const error = vi.fn();
  const chunk = { type: "chunk", code: '"GetCallerIdentity"; new DOMParser()' };
  generate.call({ error } as never, {} as never, { a: chunk } as never, false);
  expect(error).toHaveBeenCalledOnce();
});
