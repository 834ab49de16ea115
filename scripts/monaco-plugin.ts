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
