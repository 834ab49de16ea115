import { join } from "node:path";
import { runnerImport } from "vite";
import { ROOT } from "../run.js";
import { largeAgreement, usualAgreement } from "./agreements.js";
import { percentile } from "./statistics.js";

const WARM_UP = 30;
const ROUNDS = 100;

/** Times what follows a change of any value: all documents as text, their sizes, and their proof. */
export async function computation() {
  const { METHODS } = await load("src/core/methods/index.ts");
  const { readAgreementFile } = await load("src/core/parameters/agreement-file.ts");
  const { effectiveDocuments } = await load("src/core/policy/edits.ts");
  const { documentSize } = await load("src/core/policy/size.ts");
  const { proofMatrix } = await load("src/core/proof/matrix.ts");

  const measure = (method, agreement) => {
    const read = readAgreementFile(JSON.stringify(agreement), METHODS);
    if (!read.ok) throw new Error(read.message);
    const prepare = () => {
      const prepared = method.prepare(read.draft);
      const documents = effectiveDocuments(prepared.documents, new Map());
      for (const { document, text } of documents) documentSize(document, text);
      return { ...prepared, documents };
    };
    const prepared = prepare();
    const matrix = proofMatrix(prepared);
    if (prepared.documents.length === 0) throw new Error(`${method.id} made no documents`);
    if (matrix.asked === 0) throw new Error(`Nothing was asked about ${method.id}`);
    return {
      documents: prepared.documents.length,
      asked: matrix.asked,
      prepare: timed(prepare),
      both: timed(() => proofMatrix(prepare())),
    };
  };

  return METHODS.map((method) => ({
    method: method.id,
    usual: measure(method, usualAgreement(method.id)),
    large: measure(method, largeAgreement(method.id)),
  }));
}

async function load(path) {
  const { module } = await runnerImport(join(ROOT, path), { root: ROOT, logLevel: "error" });
  return module;
}

function timed(work) {
  for (let round = 0; round < WARM_UP; round += 1) work();
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return { p50: percentile(times, 50), p95: percentile(times, 95) };
}
