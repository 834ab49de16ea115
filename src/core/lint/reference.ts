import { actionTest } from "#core/proof/policy/action.ts";
import { GLOBAL_KEYS, SERVICES } from "./data/action-reference.ts";

/** What AWS's service authorization reference says of an action. */
export interface ActionFacts {
  /** `s3:GetObject`, as AWS writes it. */
  readonly name: string;
  /** `bucket`, `object`, `key` …; empty for an action that knows no resource but `*`. */
  readonly resourceTypes: readonly string[];
  /** Condition keys that its requests can carry, besides the global ones. */
  readonly keys: KeySet;
}

/** Keys in lower case; a family such as `aws:PrincipalTag/` has names of one's own behind it. */
interface KeySet {
  readonly exact: ReadonlySet<string>;
  readonly families: readonly string[];
}

interface KnownService {
  readonly actions: ReadonlyMap<string, ActionFacts>;
  readonly keys: KeySet;
  /** Resource types and keys are known as well. */
  readonly inDetail: boolean;
}

const KNOWN: ReadonlyMap<string, KnownService> = new Map(
  Object.entries(SERVICES).map(([service, { resourceTypes, keys, actions }]) => [
    service,
    {
      inDetail: resourceTypes.length > 0,
      keys: keySet(keys),
      actions: new Map(
        actions.map((line): readonly [string, ActionFacts] => {
          const [name = "", types = "", places = ""] = line.split("|");
          return [
            `${service}:${name}`.toLowerCase(),
            {
              name: `${service}:${name}`,
              resourceTypes: numbers(types).map((at) => resourceTypes[at]?.split(" ")[0] ?? ""),
              keys: keySet(numbers(places).map((at) => keys[at] ?? "")),
            },
          ];
        }),
      ),
    },
  ]),
);

const GLOBAL: KeySet = keySet(GLOBAL_KEYS);

function keySet(keys: readonly string[]): KeySet {
  const lowerCase = keys.map((key) => key.toLowerCase());
  return {
    exact: new Set(lowerCase),
    families: lowerCase.filter((key) => key.endsWith("/") || key.endsWith(":")),
  };
}

function numbers(text: string): readonly number[] {
  return text === "" ? [] : text.split(" ").map(Number);
}

function isIn({ exact, families }: KeySet, lowerCaseKey: string): boolean {
  return exact.has(lowerCaseKey) || families.some((family) => lowerCaseKey.startsWith(family));
}

/** Whether AWS has an action of this name; undefined for services of which nothing is known here. */
export function isAction(name: string): boolean | undefined {
  const lowerCase = name.toLowerCase();
  return KNOWN.get(lowerCase.split(":", 1)[0] ?? "")?.actions.has(lowerCase);
}

export function actionNamesOf(service: string): readonly string[] {
  return [...(KNOWN.get(service)?.actions.values() ?? [])].map(({ name }) => name);
}

/** The actions that a name or pattern stands for, of the services whose resources and keys are known. */
export function actionsMatching(pattern: string): readonly ActionFacts[] {
  const lowerCase = pattern.toLowerCase();
  if (!/[*?]/.test(lowerCase)) {
    const service = KNOWN.get(lowerCase.split(":", 1)[0] ?? "");
    const action = service?.inDetail === true ? service.actions.get(lowerCase) : undefined;
    return action === undefined ? [] : [action];
  }
  const matches = actionTest([pattern]);
  return [...KNOWN.values()]
    .filter(({ inDetail }) => inDetail)
    .flatMap(({ actions }) => [...actions].filter(([name]) => matches(name)).map(([, one]) => one));
}

/** Whether every request may carry the condition key, as far as the action goes. */
export function isGlobalKey(key: string): boolean {
  return isIn(GLOBAL, key.toLowerCase());
}

/** Whether a request for the action can carry the condition key. */
export function canCarry({ keys }: ActionFacts, key: string): boolean {
  const lowerCase = key.toLowerCase();
  return isIn(GLOBAL, lowerCase) || isIn(keys, lowerCase);
}

/** Whether AWS knows the condition key; undefined for services of which nothing is known here. */
export function isConditionKey(key: string): boolean | undefined {
  const lowerCase = key.toLowerCase();
  const [prefix = ""] = lowerCase.split(":", 1);
  const service = KNOWN.get(prefix);
  if (isIn(GLOBAL, lowerCase)) return true;
  if (prefix === "aws") return [...KNOWN.values()].some(({ keys }) => isIn(keys, lowerCase));
  return service?.inDetail === true ? isIn(service.keys, lowerCase) : undefined;
}

/** The condition keys of the same service, as AWS writes them. */
export function conditionKeysLike(key: string): readonly string[] {
  const [prefix = ""] = key.toLowerCase().split(":", 1);
  return prefix === "aws" ? GLOBAL_KEYS : (SERVICES[prefix]?.keys ?? []);
}
