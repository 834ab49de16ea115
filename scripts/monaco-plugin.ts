import type { Plugin } from "vite";

const SIDE_EFFECT_IMPORTS = /^import '[^']+';\n/gm;

/**
 * Monaco's feature entries are opt-in, but `internal/common/workers.js`, which the JSON language
 * needs, imports every editor feature for its side effects. This drops those imports, so that the
 * page carries the features that `src/ui/documents/monaco.ts` names and no others.
 */
export function monacoFeatures(): Plugin {
  return {
    name: "s3-handshake:monaco-features",
    enforce: "pre",
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler(code) {
        const kept = code.replaceAll(SIDE_EFFECT_IMPORTS, "");
        if (kept === code) this.error("Monaco's workers.js imports no features any more.");
        return { code: kept, map: null };
      },
    },
  };
}

const STYLE_ELEMENT = "document.createElement('style')";

/** Stands in for a style element: same members, but its rules live in a sheet made by script. */
const ADOPTED_STYLE = `
function createAdoptedStyle() {
  const element = document.createElement('span');
  element.hidden = true;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  Object.defineProperty(element, 'sheet', { value: sheet });
  Object.defineProperty(element, 'textContent', {
    get: () => [...sheet.cssRules].map((rule) => rule.cssText).join(''),
    set: (css) => sheet.replaceSync(css),
  });
  element.remove = () => {
    const at = document.adoptedStyleSheets.indexOf(sheet);
    if (at !== -1) document.adoptedStyleSheets.splice(at, 1);
    Element.prototype.remove.call(element);
  };
  return element;
}
`;

/**
 * Monaco writes its colours into style elements, which our Content-Security-Policy forbids. Sheets
 * made by script are allowed: no markup that gets into the page can make one.
 */
export function monacoStyles(): Plugin {
  return {
    name: "s3-handshake:monaco-styles",
    enforce: "pre",
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/base\/browser\/domStylesheets\.js$/ },
      handler(code) {
        if (!code.includes(STYLE_ELEMENT))
          this.error("Monaco makes its styles in another way now.");
        return {
          code: code.replaceAll(STYLE_ELEMENT, "createAdoptedStyle()") + ADOPTED_STYLE,
          map: null,
        };
      },
    },
  };
}
