import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.js";

const TEMPLATES = join(ROOT, "scripts", "new-method");
const METHODS = join(ROOT, "src", "core", "methods");

const id = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  stop("Say which: npm run new:method <id>, in small letters with hyphens, e.g. access-grants.");
}
const folder = join(METHODS, id);
try {
  mkdirSync(folder);
} catch (error) {
  stop(error.code === "EEXIST" ? `src/core/methods/${id} is there already.` : String(error));
}

const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
for (const template of readdirSync(TEMPLATES)) {
  const text = readFileSync(join(TEMPLATES, template), "utf8")
    .replaceAll("__ID__", id)
    .replaceAll("__NAME__", name)
    .replaceAll("__TITLE__", title);
  const file = template.replace(/\.txt$/, template.startsWith("guide") ? ".md" : ".ts");
  writeFileSync(join(folder, file), text);
}
console.log(`src/core/methods/${id} is there. Now:
1. Fill it in: parameters, documents, plan, picture, checks, facts, guide.md, cases.
2. In src/core/methods/index.ts add
     import { ${name} } from "./${id}/index.ts";
   and ${name} to METHODS. Nothing else needs to know the method.
3. npx vitest run src/core/methods says what is missing; its first green run writes golden/.`);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
