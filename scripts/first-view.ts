import path from "node:path";
import type { Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

const STYLESHEET_LINK = /<link rel="stylesheet"[^>]*href="\.\/([^"]+\.css)"[^>]*>/g;

/** The weights that the start page shows; asked for at once, before the styles name them. */
const FIRST_FONTS = /open-sans-(?:400|700)-[^-]+\.woff2$/;

/** What the page runs at the first sign of use. */
const FIRST_PROGRAM = "/src/ui/shell/mount.tsx";

/**
 * Arranges the page for its first view: text after one round trip (its styles are in it), fonts
 * next, the programs last, fetched but not run.
 */
export function arrangedForFirstView(html: string, bundle: Bundle): string {
  const fonts = Object.keys(bundle)
    .filter((file) => FIRST_FONTS.test(file))
    .map(
      (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${file}" />`,
    );
  const programs = firstPrograms(bundle).map(
    (file) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="./${file}" />`,
  );
  return withStylesInline(html, bundle)
    .replace("</title>", () => ["</title>", ...fonts].join("\n    "))
    .replace("</body>", () => ["", ...programs, "</body>"].join("\n    "));
}

function firstPrograms(bundle: Bundle): readonly string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(FIRST_PROGRAM));
  if (start === undefined) throw new Error(`Nothing is built from ${FIRST_PROGRAM}.`);
  const files = new Set([start.fileName]);
  for (const file of files) {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    for (const imported of chunk?.imports ?? []) files.add(imported);
  }
  return [...files].filter((file) => !chunks.some((one) => one.fileName === file && one.isEntry));
}

function withStylesInline(html: string, bundle: Bundle): string {
  return html.replace(STYLESHEET_LINK, (link, file: string) => {
    const asset = bundle[file];
    if (asset?.type !== "asset") return link;
    return `<style>${relativeTo(path.posix.dirname(file), String(asset.source)).trim()}</style>`;
  });
}

/** URLs in a style sheet are relative to it; inside the page they are relative to the page. */
function relativeTo(folder: string, css: string): string {
  return css.replace(
    /url\((["']?)(?!data:|[a-z]+:|\/|#)(?:\.\/)?([^)"']+)\1\)/g,
    (_, quote: string, file: string) => `url(${quote}./${path.posix.join(folder, file)}${quote})`,
  );
}
