import type { Rolldown } from "vite";
import { expect, it } from "vitest";
import { arrangedForFirstView } from "./first-view.ts";

const HTML = `<head>
    <title>S3 Handshake</title>
    <link rel="stylesheet" crossorigin href="./assets/index-1.css">
  </head>
  <body>
    <div id="root"></div>
  </body>`;

const chunk = (fileName: string, imports: string[], facadeModuleId: string | null = null) => ({
  [fileName]: {
    type: "chunk",
    fileName,
    imports,
    facadeModuleId,
    isEntry: fileName.includes("index"),
  },
});
const asset = (fileName: string, source: string) => ({
  [fileName]: { type: "asset", fileName, source },
});

const BUNDLE = {
  ...asset(
    "assets/index-1.css",
    "@font-face{src:url(./open-sans-400-a.woff2)}i{background:url(data:x)}",
  ),
  ...asset("assets/open-sans-400-a.woff2", ""),
  ...asset("assets/open-sans-400-italic-b.woff2", ""),
  ...asset("assets/open-sans-700-c.woff2", ""),
  ...asset("assets/open-sans-800-d.woff2", ""),
  ...chunk("assets/index-2.js", []),
  ...chunk(
    "assets/mount-3.js",
    ["assets/react-4.js", "assets/index-2.js"],
    "/x/src/ui/shell/mount.tsx",
  ),
  ...chunk("assets/react-4.js", ["assets/index-2.js"]),
  ...chunk("assets/wizard-5.js", ["assets/react-4.js"], "/x/src/ui/wizard/wizard-route.tsx"),
} as unknown as Rolldown.OutputBundle;

const page = arrangedForFirstView(HTML, BUNDLE);

it("writes the style sheet into the page, with addresses that hold there", () => {
  expect(page).toContain(
    "<style>@font-face{src:url(./assets/open-sans-400-a.woff2)}i{background:url(data:x)}</style>",
  );
  expect(page).not.toContain("stylesheet");
});

it("asks at once for the two fonts of the start page and no others", () => {
  const fonts = [...page.matchAll(/as="font"[^>]*href="([^"]+)"/g)].map(([, href]) => href);
  expect(fonts).toEqual(["./assets/open-sans-400-a.woff2", "./assets/open-sans-700-c.woff2"]);
});

it("fetches what the first sign of use will run, and nothing of the wizard", () => {
  const programs = [...page.matchAll(/rel="modulepreload"[^>]*href="([^"]+)"/g)];
  expect(programs.map(([, href]) => href)).toEqual(["./assets/mount-3.js", "./assets/react-4.js"]);
});

it("fails when there is nothing to run", () => {
  expect(() => arrangedForFirstView(HTML, {})).toThrow("mount.tsx");
});
