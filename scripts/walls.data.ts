/** One wall a line: what breaks it § where § the source that does § what must be said. */
export const LINT_WALLS = table(`
core imports React § core/aws/a.ts § import { useState } from "react"; export const a = useState; § core is a pure library
core imports a type from React § core/parameters/a.ts § import type { FC } from "react"; export type A = FC; § core is a pure library
core imports ui § core/policy/a.ts § import { a } from "#ui/a.ts"; export const b = a; § core is a pure library
core imports platform § core/plan/a.ts § import { a } from "#platform/a.ts"; export const b = a; § core is a pure library
core imports Node § core/link/a.ts § import { join } from "node:path"; export const a = join; § core is a pure library
core leaves its folder by a relative path § core/aws/b.ts § import { a } from "../side.ts"; export const b = a; § core is a pure library
the foundation imports a method § core/link/b.ts § import { a } from "#core/methods/one/index.ts"; export const b = a; § Methods are handed in as values
the foundation imports render § core/plan/b.ts § import { a } from "#core/render/a.ts"; export const b = a; § The foundation does not know who reads
a method imports another by name § core/methods/one/a.ts § import { a } from "#core/methods/two/index.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports another by path § core/methods/one/b.ts § import { a } from "../two/index.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports the list of methods § core/methods/one/c.ts § import { a } from "#core/methods/index.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports render § core/methods/one/d.ts § import { a } from "#core/render/a.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports proof § core/methods/two/a.ts § import { a } from "#core/proof/a.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports lint § core/methods/two/b.ts § import { a } from "#core/lint/a.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports the link § core/methods/two/c.ts § import { a } from "#core/link/a.ts"; export const b = a; § A method sees parameters, aws, policy and plan
a method imports React § core/methods/two/d.ts § import { useState } from "react"; export const b = useState; § A method sees parameters, aws, policy and plan
the list of methods imports render § core/methods/list.ts § import { a } from "#core/render/a.ts"; export const b = a; § Methods make documents and plans
render imports a method § core/render/a.ts § import { a } from "#core/methods/one/index.ts"; export const b = a; § A renderer never knows which method made the plan
render imports the list of methods § core/render/b.ts § import { a } from "#core/methods/index.ts"; export const b = a; § A renderer never knows which method made the plan
proof imports a method § core/proof/a.ts § import { a } from "#core/methods/one/index.ts"; export const b = a; § a builder's bug must not hide itself in the checker
proof imports render § core/proof/b.ts § import { a } from "#core/render/a.ts"; export const b = a; § a builder's bug must not hide itself in the checker
credentials reach a link § core/credentials/a.ts § import { a } from "#core/link/a.ts"; export const b = a; § no way to a file or a link
credentials reach a file § core/credentials/b.ts § import { a } from "#core/render/a.ts"; export const b = a; § no way to a file or a link
credentials import platform § core/credentials/c.ts § import { a } from "#platform/a.ts"; export const b = a; § core is a pure library
lint imports a method § core/lint/rules/a.ts § import { a } from "#core/methods/one/index.ts"; export const b = a; § a builder's bug must not hide itself in the checker
the advisor imports a method § core/advisor/a.ts § import { a } from "#core/methods/one/index.ts"; export const b = a; § The advisor weighs facts
the advisor imports the list of methods § core/advisor/b.ts § import { a } from "#core/methods/index.ts"; export const b = a; § The advisor weighs facts
the advisor imports proof § core/advisor/c.ts § import { a } from "#core/proof/a.ts"; export const b = a; § The advisor weighs facts
the advisor imports React § core/advisor/d.ts § import { useState } from "react"; export const a = useState; § core is a pure library
platform imports ui § platform/a.ts § import { a } from "#ui/a.ts"; export const b = a; § platform does effects and knows nothing of the screen
platform imports React § platform/b.ts § import { useState } from "react"; export const b = useState; § platform does effects and knows nothing of the screen
ui names a method § ui/a.ts § import { a } from "#core/methods/one/index.ts"; export const b = a; § No shared file names a method
ui leaves its folder by a relative path § ui/b.ts § import { a } from "../platform/a.ts"; export const b = a; § Other folders are imported as #core
the command imports ui § cli/a.ts § import { a } from "#ui/a.ts"; export const b = a; § The headless command is the core without a browser
core reads the clock § core/policy/b.ts § export const a = Date.now(); § lint/style/noRestrictedGlobals
a method reads the clock § core/methods/one/e.ts § export const a = new Date(); § lint/style/noRestrictedGlobals
core throws dice § core/policy/c.ts § export const a = Math.random(); § lint/nursery/noJsRestrictedProperties
a default export § ui/c.ts § const a = 1; export default a; § lint/style/noDefaultExport
a barrel § ui/d.ts § export { a } from "./a.ts"; export { b } from "./b.ts"; § lint/performance/noBarrelFile
console in the page § ui/e.ts § console.log("a"); export const a = 1; § lint/suspicious/noConsole
any § core/policy/d.ts § export const a = (b: any) => b; § lint/suspicious/noExplicitAny
a non-null assertion § core/policy/e.ts § export const a = (b?: string) => b!.length; § lint/style/noNonNullAssertion
a file name in camel case § ui/camelCase.ts § export const a = 1; § lint/style/useFilenamingConvention
raw HTML § ui/f.tsx § export const A = () => <p dangerouslySetInnerHTML={{ __html: location.hash }} />; § lint/security/noDangerouslySetInnerHtml
a promise nobody waits for § platform/c.ts § async function a(): Promise<void> {} export function b() { a(); } § lint/nursery/noFloatingPromises
a case that is not handled § core/policy/f.ts § export function a(b: "x" | "y") { switch (b) { case "x": return 1; } return 2; } § lint/nursery/useExhaustiveSwitchCases
a focused test § core/policy/a.test.ts § import { it } from "vitest"; it.only("is run", () => {}); § lint/suspicious/noFocusedTests
a skipped test § core/policy/b.test.ts § import { it } from "vitest"; it.skip("is not run", () => {}); § lint/suspicious/noSkippedTests
a cycle § core/policy/cycle-a.ts § import { b } from "#core/policy/cycle-b.ts"; export const a = () => b; § lint/suspicious/noImportCycles
`);

/** The same for the compiler: core's project knows neither a browser nor Node. */
export const TYPE_WALLS = table(`
core uses window § core/dom/window.ts § export const a = window; § TS2304: Cannot find name 'window'
core uses document § core/dom/document.ts § export const a = document.title; § TS2584: Cannot find name 'document'
core uses fetch § core/dom/fetch.ts § export const a = fetch(""); § TS2304: Cannot find name 'fetch'
core uses the console § core/dom/console.ts § console.log(""); § TS2584: Cannot find name 'console'
core uses crypto § core/dom/crypto.ts § export const a = crypto; § TS2304: Cannot find name 'crypto'
core uses process § core/dom/process.ts § export const a = process; § TS2591: Cannot find name 'process'
core imports a component § core/dom/component.ts § import { A } from "../../ui/f.tsx"; export const a = A; § TS6142
core imports what only tests need § core/dom/import-testing.ts § import { a } from "#core/dom/testing/a.ts"; export const b = a; § TS6307
core sets an optional property to undefined § core/dom/optional.ts § export const a: { b?: string } = { b: undefined }; § TS2375
`);

/** What the walls must let through, or they would only prove that everything is forbidden. */
export const ALLOWED = table(`
core/dom/testing/a.ts § import { join } from "node:path"; export const a = join;
core/policy/cycle-b.ts § import { a } from "#core/policy/cycle-a.ts"; export const b = () => a; 
core/side.ts § export const a = 1; 
core/aws/ok.ts § import { z } from "zod"; import { a } from "#core/side.ts"; import { x } from "./ok-two.ts"; export const b = [a, x, z]; 
core/aws/ok-two.ts § export const x = 1; 
core/methods/method.ts § export type Method = string; 
core/methods/index.ts § import { one } from "./one/index.ts"; export const METHODS = [one]; 
core/methods/one/index.ts § import { x } from "#core/aws/ok-two.ts"; import type { Method } from "#core/methods/method.ts"; import guide from "./guide.md?raw"; export const one: Method = guide + x; 
core/methods/facts.ts § export type Facts = string;
core/advisor/ok.ts § import type { Facts } from "#core/methods/facts.ts"; import { x } from "#core/aws/ok-two.ts"; export const a = (facts: Facts) => facts + x; 
core/render/ok.ts § import { zipSync } from "fflate"; import type { Method } from "#core/methods/method.ts"; export const a = (method: Method) => [method, zipSync]; 
core/proof/ok.ts § import { x } from "#core/aws/ok-two.ts"; export const a = x; 
platform/ok.ts § import { x } from "#core/aws/ok-two.ts"; export const a = [x, Date.now()]; 
ui/ok.ts § import { useState } from "react"; import { METHODS } from "#core/methods/index.ts"; import { a } from "#platform/ok.ts"; export const b = [useState, METHODS, a]; 
cli/ok.ts § import { join } from "node:path"; import { METHODS } from "#core/methods/index.ts"; export const a = [join, METHODS]; 
`);

function table(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split(" § "));
}
