import path from "node:path";
import type { Plugin } from "vite";
import { STS_ENDPOINTS } from "../src/core/aws/sts-endpoint.ts";

/** `vite build --mode sts-test`: the only build that asks something else than AWS. */
const TEST_MODE = "sts-test";
const TEST_VARIABLE = "S3_HANDSHAKE_STS_ENDPOINT";
const LOOPBACK = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

/**
 * The server that stands in for STS in browser tests. Undefined in every other build, whatever the
 * environment says; never anything but this machine.
 */
export function testEndpoint(
  mode: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  if (mode !== TEST_MODE) return undefined;
  const endpoint = environment[TEST_VARIABLE] ?? "";
  if (!LOOPBACK.test(endpoint)) {
    throw new Error(`${TEST_VARIABLE} must be http://127.0.0.1:<port> in a build for tests.`);
  }
  return endpoint;
}

/** What the page may connect to. */
export function stsConnections(mode: string): readonly string[] {
  const endpoint = testEndpoint(mode);
  return endpoint === undefined ? STS_ENDPOINTS : [endpoint];
}

const XML_PARSER = /[\\/]@aws-sdk[\\/]xml-builder[\\/]dist-es[\\/]/;

/**
 * For the SDK's STS client. Its parser for browsers hands XML to DOMParser, which takes no plain
 * text under our Content-Security-Policy; its parser for other places is plain code and works here.
 */
export function sts(): Plugin {
  return {
    name: "s3-handshake:sts",
    enforce: "pre",
    config: (_, { mode }) => {
      const endpoint = testEndpoint(mode);
      return {
        define: {
          "import.meta.env.STS_TEST_ENDPOINT":
            endpoint === undefined ? "undefined" : JSON.stringify(endpoint),
        },
      };
    },
    resolveId: {
      filter: { id: /^\.\/xml-parser$/ },
      handler(_, importer) {
        if (importer === undefined || !XML_PARSER.test(importer)) return null;
        return path.join(path.dirname(importer), "xml-parser.js");
      },
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const client = chunks.filter(({ code }) => code.includes("GetCallerIdentity"));
      if (client.some(({ code }) => code.includes("new DOMParser"))) {
        this.error("The STS client reads XML by DOMParser again: see scripts/sts-plugin.ts.");
      }
    },
  };
}
