import fc from "fast-check";

/** Sids that meet ours, now and then with a mark. */
const SIDS = ["XacctListReports", "XacctReadReports", "xacctreadreports", "Stmt1", "Partner", ""];
const ACCOUNTS = ["444455556666", "777788889999", "111122223333"];

const principalName = fc.oneof(
  fc.constantFrom(...ACCOUNTS),
  fc.constantFrom(...ACCOUNTS).map((account) => `arn:aws:iam::${account}:root`),
  fc
    .tuple(fc.constantFrom(...ACCOUNTS), fc.constantFrom("analytics-app", "other"))
    .map(([account, name]) => `arn:aws:iam::${account}:role/${name}`),
  fc.constantFrom("*", "AROAEXAMPLEROLEID0042"),
);

const oneOrMany = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));

const principal = fc.oneof(
  fc.constant("*"),
  oneOrMany(principalName).map((AWS) => ({ AWS })),
  fc.constant({ Service: "cloudtrail.amazonaws.com" }),
);

const action = oneOrMany(
  fc.constantFrom("s3:GetObject", "s3:ListBucket", "s3:*", "*", "s3:Put*", "s3:getobject"),
);
const resource = oneOrMany(
  fc.constantFrom(
    "arn:aws:s3:::acme-share-data",
    "arn:aws:s3:::acme-share-data/*",
    "arn:aws:s3:::acme-share-data/reports/*",
    'arn:aws:s3:::acme-share-data/a"b\\c/é“*',
  ),
);
const condition = fc.constantFrom<unknown>(
  { StringLike: { "s3:prefix": ["reports/*"] } },
  { Bool: { "aws:SecureTransport": false } },
  { NumericLessThan: { "s3:max-keys": 10 } },
  { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  { StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } },
  { Bool: { "aws:SecureTransport": "true" } },
);

const optional = (name: string, value: fc.Arbitrary<unknown>) =>
  fc
    .option(value, { nil: undefined, freq: 2 })
    .map((one) => (one === undefined ? {} : { [name]: one }));

/** A statement as somebody else may have written it: any order, elements that we do not know. */
export const foreignStatement = fc
  .tuple(
    fc.constantFrom(...SIDS).map((Sid) => (Sid === "" ? {} : { Sid })),
    fc.constantFrom({ Effect: "Allow" }, { Effect: "Deny" }),
    fc.oneof(
      { arbitrary: principal.map((one) => ({ Principal: one })), weight: 4 },
      { arbitrary: principal.map((one) => ({ NotPrincipal: one })), weight: 1 },
    ),
    action.map((one) => ({ Action: one })),
    fc.oneof(
      { arbitrary: resource.map((one) => ({ Resource: one })), weight: 4 },
      { arbitrary: resource.map((one) => ({ NotResource: one })), weight: 1 },
    ),
    optional("Condition", condition),
    optional("Comment", fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constant(null))),
  )
  .chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }))
  .map((parts): Readonly<Record<string, unknown>> => Object.assign({}, ...parts));

/** Statements of a sharing: a Sid each, named principals. */
export const ourStatements = fc
  .uniqueArray(
    fc.constantFrom("XacctListReports", "XacctReadReports", "XacctDenyInsecureTransport"),
    { minLength: 1 },
  )
  .chain((sids) => fc.tuple(...sids.map(ourStatement)));

function ourStatement(Sid: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  if (Sid.includes("Deny")) {
    return fc.constantFrom("1.2", "1.3").map((tls) => ({
      Sid,
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::acme-share-data", "arn:aws:s3:::acme-share-data/*"],
      Condition: { NumericLessThan: { "s3:TlsVersion": tls } },
    }));
  }
  return fc
    .tuple(
      fc.uniqueArray(
        principalName.filter((name) => name.startsWith("arn:")),
        { minLength: 1 },
      ),
      action,
      resource,
      optional("Condition", condition),
    )
    .map(([AWS, Action, Resource, more]) => ({
      Sid,
      Effect: "Allow",
      Principal: { AWS },
      Action,
      Resource,
      ...more,
    }));
}

type Policy = Readonly<Record<string, unknown>>;

/** A policy that was always current, with a list of statements. */
export const currentPolicy: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.array(foreignStatement, { minLength: 1, maxLength: 6 }),
    fc.constant({ Version: "2012-10-17" }),
    optional("Id", fc.string()),
    optional("Odd", fc.jsonValue({ maxDepth: 2 })),
  )
  .chain(([statements, ...parts]) =>
    fc.shuffledSubarray([...parts, { Statement: statements }], { minLength: parts.length + 1 }),
  )
  .map((parts): Policy => Object.assign({}, ...parts));

/** An older one, or one with a statement that stands alone. */
export const olderPolicy: fc.Arbitrary<Policy> = fc
  .tuple(
    currentPolicy,
    fc.constantFrom({ Version: "2008-10-17" }, { Version: undefined }, {}),
    fc.boolean(),
  )
  .map(([policy, version, alone]) => {
    const [first] = policy["Statement"] as readonly unknown[];
    const entries = Object.entries({
      ...policy,
      ...version,
      ...(alone ? { Statement: first } : {}),
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  });

/** The text of a value as any program may have laid it out. */
export function writtenSomehow(value: unknown): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(0, 1, 2, 4, 8, "\t").map((indent) => JSON.stringify(value, null, indent)),
    fc
      .array(fc.constantFrom("", " ", "\n", "\t", "\n    "), { minLength: 7, maxLength: 7 })
      .map((spaces) => scattered(value, spaces)),
  );
}

/** White space of every kind between all tokens. */
function scattered(value: unknown, spaces: readonly string[]): string {
  let count = 0;
  const space = () => {
    count += 1;
    return spaces[count % spaces.length] ?? "";
  };
  const write = (one: unknown): string => {
    if (Array.isArray(one)) {
      return `[${one.map((item) => space() + write(item) + space()).join(",")}${space()}]`;
    }
    if (typeof one !== "object" || one === null) return JSON.stringify(one);
    const members = Object.entries(one).map(
      ([name, member]) =>
        `${space()}${JSON.stringify(name)}${space()}:${space()}${write(member)}${space()}`,
    );
    return `{${members.join(",")}${space()}}`;
  };
  return space() + write(value) + space();
}
