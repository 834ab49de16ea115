import { join } from "node:path";
import { runnerImport } from "vite";
import { ROOT } from "../run.js";
import { largeAgreement, usualAgreement } from "./agreements.js";
import { percentile } from "./statistics.js";

const WARM_UP = 50;
const ROUNDS = 200;

/** Times what happens after every keystroke: from the raw values to all documents as text. */
export async function computation() {
  const load = async (path) =>
    (await runnerImport(join(ROOT, path), { root: ROOT, logLevel: "error" })).module;
  const { METHODS } = await load("src/core/methods/index.ts");
  const { readAgreementFile } = await load("src/core/parameters/agreement-file.ts");
  const { documentText } = await load("src/core/policy/document-text.ts");
  const { documentSize } = await load("src/core/policy/size.ts");

  const measure = (method, agreement) => {
    const read = readAgreementFile(JSON.stringify(agreement), METHODS);
    if (!read.ok) throw new Error(read.message);
    const compute = () => {
      const prepared = method.prepare(read.draft);
      return prepared.documents.map((document) => {
        const text = documentText(document);
        return documentSize(document, text);
      });
    };
    const documents = compute();
    if (documents.length === 0) throw new Error(`${method.id} made no documents`);
    for (let round = 0; round < WARM_UP; round += 1) compute();
    const times = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      compute();
      return performance.now() - started;
    });
    return { p50: percentile(times, 50), p95: percentile(times, 95), documents: documents.length };
  };

  return METHODS.map((method) => ({
    method: method.id,
    usual: measure(method, usualAgreement(method.id)),
    large: measure(method, largeAgreement(method.id)),
  }));
}
