import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Plugin, runnerImport } from "vite";
import { withContentSecurityPolicy } from "./content-security-policy.ts";
import { arrangedForFirstView } from "./first-view.ts";
import { stsConnections } from "./sts-plugin.ts";

const CONTENT_ID = "virtual:home-content";
const ROOT_ELEMENT = '<div id="root"></div>';

type ContentModule = typeof import("../src/ui/home/home-content.ts");
type PrerenderModule = typeof import("../src/ui/shell/prerender.tsx");

/**
 * The start page is finished while the page is built: what it says about methods and examples is
 * computed from core, and its markup is written into index.html.
 */
export function homePage(): Plugin[] {
  const content = homeContentModule();
  return [content, prerenderedMarkup(content)];
}

function homeContentModule(): Plugin {
  let root = "";
  return {
    name: "s3-handshake:home-content",
    configResolved(config) {
      root = config.root;
    },
    resolveId: {
      filter: { id: /^virtual:home-content$/ },
      handler: () => `\0${CONTENT_ID}`,
    },
    load: {
      filter: { id: /^\0virtual:home-content$/ },
      async handler() {
        const { module } = await runnerImport<ContentModule>(
          path.join(root, "src/ui/home/home-content.ts"),
          { root, logLevel: "error" },
        );
        return `export default ${JSON.stringify(module.homeContent(exampleFiles(root)))}`;
      },
    },
  };
}

function prerenderedMarkup(content: Plugin): Plugin {
  let root = "";
  let connections: readonly string[] = [];
  return {
    name: "s3-handshake:prerendered-markup",
    apply: "build",
    configResolved(config) {
      root = config.root;
      connections = stsConnections(config.mode);
    },
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle }) {
        if (!html.includes(ROOT_ELEMENT)) throw new Error("index.html has no empty #root.");
        const { module } = await runnerImport<PrerenderModule>(
          path.join(root, "src/ui/shell/prerender.tsx"),
          { root, logLevel: "error", plugins: [content] },
        );
        const page = html.replace(
          ROOT_ELEMENT,
          () => `<div id="root">${module.prerenderHome()}</div>`,
        );
        return withContentSecurityPolicy(arrangedForFirstView(page, bundle ?? {}), connections);
      },
    },
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "404.html",
        // It only mends addresses.
        source: withContentSecurityPolicy(readFileSync(path.join(root, "404.html"), "utf8"), []),
      });
    },
  };
}

function exampleFiles(root: string) {
  const folder = path.join(root, "examples");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));
}
