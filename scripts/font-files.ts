import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const FONT_FACE =
  /@font-face\s*\{[^}]*?font-weight:\s*(\d+);\s*font-style:\s*(\w+);\s*src:\s*url\('data:font\/woff2;base64,([A-Za-z0-9+/=]+)'\)/g;

/**
 * Cloudscape's global styles carry Open Sans as eight data URLs, 180 kB that every page would load.
 * This writes them out as files, so that only the weights a page shows are fetched, and text is
 * readable before they arrive.
 */
export function fontFiles(): Plugin {
  let folder = "";
  return {
    name: "s3-handshake:font-files",
    enforce: "pre",
    configResolved(config) {
      folder = path.join(config.root, ".cache", "fonts");
    },
    load: {
      filter: { id: /global-styles\/index\.css$/ },
      handler(id) {
        mkdirSync(folder, { recursive: true });
        let fonts = 0;
        const css = readFileSync(id, "utf8").replace(
          FONT_FACE,
          (rule, weight: string, style: string, base64: string) => {
            fonts += 1;
            const file = path.join(
              folder,
              `open-sans-${weight}${style === "italic" ? "-italic" : ""}.woff2`,
            );
            writeFileSync(file, Buffer.from(base64, "base64"));
            return `${rule.slice(0, rule.indexOf("src:"))}font-display: swap; src: url('${file}')`;
          },
        );
        if (fonts === 0)
          this.error("Cloudscape's global styles no longer carry fonts as data URLs.");
        return css;
      },
    },
  };
}
