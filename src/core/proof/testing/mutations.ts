import type {
  ConditionBlock,
  OneOrMany,
  PolicyDocument,
  Statement,
} from "#core/policy/document.ts";

/** One thing broken in a document. */
export interface Mutation {
  /** What kind of break: `resource-without-slash`. */
  readonly kind: string;
  /** Where: statement and element. */
  readonly at: string;
  readonly before: Statement;
  readonly after: Statement | undefined;
  readonly policy: PolicyDocument;
}

type Broken = readonly [kind: string, statement: Statement | undefined];

/** Every way in which a document is broken, one at a time. */
export function mutations(policy: PolicyDocument): readonly Mutation[] {
  return policy.Statement.flatMap((statement, index) =>
    brokenStatements(statement).flatMap(([kind, broken]) => {
      const rest = policy.Statement.filter((_each, place) => place !== index);
      const Statement = broken === undefined ? rest : policy.Statement.with(index, broken);
      if (JSON.stringify(broken) === JSON.stringify(statement)) return [];
      const at = statement.Sid ?? String(index);
      return [{ kind, at, before: statement, after: broken, policy: { ...policy, Statement } }];
    }),
  );
}

function brokenStatements(statement: Statement): readonly Broken[] {
  return [
    ["statement-dropped", undefined],
    ["effect-flipped", { ...statement, Effect: statement.Effect === "Allow" ? "Deny" : "Allow" }],
    ...brokenActions(statement),
    ...brokenResources(statement),
    ...brokenPrincipals(statement),
    ...brokenConditions(statement),
  ];
}

const list = (value: OneOrMany | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** One value after the other is replaced, or left out; of many alike the first and the last. */
function replaced(
  values: readonly string[],
  change: (value: string) => string | undefined,
): readonly (readonly string[])[] {
  return values.flatMap((value, index) => {
    if (index > 1 && index < values.length - 1) return [];
    const changed = change(value);
    if (changed === value) return [];
    return [changed === undefined ? values.toSpliced(index, 1) : values.with(index, changed)];
  });
}

function brokenActions(statement: Statement): readonly Broken[] {
  const actions = list(statement.Action);
  const service = actions[0]?.split(":")[0] ?? "s3";
  const variants = (kind: string, change: (action: string) => string | undefined) =>
    replaced(actions, change).map((Action): Broken => [kind, { ...statement, Action }]);
  return [
    ...variants("action-dropped", () => undefined),
    ...variants("action-misspelt", (action) => (action.endsWith("*") ? action : `${action}s`)),
    ...(service === "*"
      ? []
      : ([
          ["action-wildcard", { ...statement, Action: `${service}:*` }],
          ["action-everything", { ...statement, Action: "*" }],
        ] as const)),
    ...(service === "*" || actions.includes(`${service}:*`)
      ? []
      : ([
          ["action-added", { ...statement, Action: [...actions, MORE[service] ?? "*"] }],
        ] as const)),
  ];
}

const MORE: Readonly<Record<string, string>> = {
  s3: "s3:PutBucketPolicy",
  kms: "kms:CreateGrant",
};

function brokenResources(statement: Statement): readonly Broken[] {
  const resources = list(statement.Resource);
  const variants = (kind: string, change: (resource: string) => string | undefined) =>
    replaced(resources, change).map((Resource): Broken => [kind, { ...statement, Resource }]);
  const isArn = (resource: string) => resource.startsWith("arn:");
  return [
    ...variants("resource-dropped", () => undefined),
    ...variants("resource-everything", () => "*"),
    ...variants("resource-without-star", (resource) => resource.replace(/(?<=.)\*$/, "")),
    ...variants("resource-without-slash", (resource) => resource.replace(/\/\*$/, "*")),
    ...variants("resource-whole-bucket", (resource) =>
      resource.replace(/^(arn:[^:]*:s3:::[^/]+\/).+\*$/, "$1*"),
    ),
    ...variants("resource-open-ended", (resource) =>
      isArn(resource) && !resource.endsWith("*") ? `${resource}*` : resource,
    ),
    ...variants("resource-other-name", (resource) =>
      resource.replace(/^(arn:[^:]*:[^:]*:[^:]*:[^:]*:)([^/]+)/, "$1$2-typo"),
    ),
    ...variants("resource-other-case", (resource) =>
      resource.replace(/[a-z](?=[^a-z]*$)/, (letter) => letter.toUpperCase()),
    ),
    ...variants("resource-other-partition", (resource) =>
      resource.replace(/^arn:[^:]*:/, (start) =>
        start === "arn:aws:" ? "arn:aws-cn:" : "arn:aws:",
      ),
    ),
    ...variants("resource-other-account", (resource) =>
      resource.replace(/:\d{12}:/, ":000000000000:"),
    ),
    ...variants("resource-other-region", (resource) =>
      resource.replace(/^(arn:[^:]*:kms:)[^:]+/, "$1ap-south-2"),
    ),
    ...variants("resource-other-key", (resource) =>
      resource.replace(/(:key\/).+$/, "$100000000-0000-0000-0000-000000000000"),
    ),
    ...variants("resource-key-wildcard", (resource) => resource.replace(/(:key\/).+$/, "$1*")),
  ];
}

function brokenPrincipals(statement: Statement): readonly Broken[] {
  const { Principal } = statement;
  if (Principal === undefined) return [];
  if (Principal === "*") {
    const nobody = { AWS: "arn:aws:iam::000000000000:root" };
    return [["principal-narrowed", { ...statement, Principal: nobody }]];
  }
  const names = list(Principal["AWS"]);
  const variants = (kind: string, change: (name: string) => string | undefined) =>
    replaced(names, change).map(
      (AWS): Broken => [kind, { ...statement, Principal: { ...Principal, AWS } }],
    );
  return [
    ["principal-everyone", { ...statement, Principal: "*" }],
    ...variants("principal-dropped", () => undefined),
    ...variants("principal-added-everyone", () => "*"),
    ...variants("principal-other-account", (name) => name.replace(/\d{12}/, "000000000000")),
    ...variants("principal-whole-account", (name) =>
      name.replace(/:(iam|sts)(::\d{12}):.*$/, ":iam$2:root"),
    ),
    ...variants("principal-other-name", (name) => (name.endsWith(":root") ? name : `${name}-typo`)),
    ...variants("principal-other-kind", (name) =>
      name.includes(":role/") ? name.replace(":role/", ":user/") : name.replace(":user/", ":role/"),
    ),
    ...variants("principal-without-path", (name) =>
      name.replace(/:(role|user)\/.*\/([^/]+)$/, ":$1/$2"),
    ),
    ...variants("principal-role-of-session", (name) =>
      name.replace(/:sts:(:\d{12}:)assumed-role\/([^/]+)\/.*$/, ":iam:$1role/$2"),
    ),
  ];
}

function brokenConditions(statement: Statement): readonly Broken[] {
  const { Condition } = statement;
  if (Condition === undefined) return [];
  return Object.entries(Condition).flatMap(([operator, block]) =>
    Object.entries(block).flatMap(([key, value]): readonly Broken[] => {
      const others = Object.fromEntries(Object.entries(block).filter(([name]) => name !== key));
      const withBlock = (changed: ConditionBlock[string]) => {
        const { [operator]: _before, ...rest } = Condition;
        const isEmpty = Object.keys(changed).length === 0;
        return { ...statement, Condition: isEmpty ? rest : { ...rest, [operator]: changed } };
      };
      const withValues = (values: OneOrMany) => withBlock({ ...others, [key]: values });
      const values = list(value);
      const variants = (kind: string, change: (text: string) => string | undefined) =>
        replaced(values, change).map((each): Broken => [kind, withValues(each)]);
      return [
        ["condition-dropped", withBlock(others)],
        ["condition-key-misspelt", withBlock({ ...others, [`${key}s`]: value })],
        ["condition-if-exists", withOperator(statement, operator, key, `${operator}IfExists`)],
        ["condition-negated", withOperator(statement, operator, key, negated(operator))],
        ...(values.length > 1 ? variants("condition-value-dropped", () => undefined) : []),
        ...variants("condition-value-changed", changedValue),
        ...variants("condition-value-widened", (text) => text.replace(/\/\*$/, "*")),
        ...variants("condition-value-star", (text) => (/Like$/.test(operator) ? "*" : text)),
        ...variants("condition-value-without-star", (text) => text.replace(/(?<=.)\*$/, "")),
      ];
    }),
  );
}

function withOperator(
  statement: Statement,
  operator: string,
  key: string,
  changed: string,
): Statement {
  const { Condition = {} } = statement;
  if (changed === operator || changed.endsWith("IfExistsIfExists")) return statement;
  const { [key]: value = "", ...others } = Condition[operator] ?? {};
  const { [operator]: _before, ...rest } = Condition;
  const remaining = Object.keys(others).length === 0 ? {} : { [operator]: others };
  const added = { [changed]: { ...rest[changed], [key]: value } };
  return { ...statement, Condition: { ...rest, ...remaining, ...added } };
}

const NEGATIONS: readonly (readonly [string, string])[] = [
  ["StringNotEquals", "StringEquals"],
  ["StringEquals", "StringNotEquals"],
  ["StringLike", "StringNotLike"],
  ["ArnLike", "ArnNotLike"],
  ["IpAddress", "NotIpAddress"],
  ["DateLessThan", "DateGreaterThanEquals"],
  ["NumericLessThan", "NumericGreaterThanEquals"],
];

function negated(operator: string): string {
  const found = NEGATIONS.find(([name]) => operator.startsWith(name));
  return found === undefined ? operator : operator.replace(found[0], found[1]);
}

function changedValue(text: string): string {
  if (text === "true" || text === "false") return text === "true" ? "false" : "true";
  if (/^\d{4}-/.test(text)) return text.replace(/^\d{4}/, "9999");
  if (/^\d+\.\d+$/.test(text)) return "1.0";
  if (/^[0-9a-f.:]+\/\d+$/i.test(text)) return "240.0.0.0/24";
  return `x${text}`;
}
