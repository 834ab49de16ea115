import { expect, it } from "vitest";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  BUCKET,
  CANONICAL_A,
  location,
} from "#core/parameters/running-example.ts";
import { isPolicy } from "#core/policy/document.ts";
import { aclQuicksight } from "./index.ts";
import { FILE, listDraft, reportDraft } from "./reports.ts";

type Changes = Parameters<typeof reportDraft>[0];

const prepare = (changes: Changes = {}) => aclQuicksight.prepare(reportDraft(changes));
const lists = (changes: Changes = {}) => aclQuicksight.prepare(listDraft(changes));
const told = (prepared: ReturnType<typeof prepare>) =>
  prepared.issues.map(({ severity, at, message }) => `${severity} ${at}: ${message}`).join("\n");
const content = (prepared: ReturnType<typeof prepare>, id: string) => {
  const document = prepared.documents.find((one) => one.id === id);
  return document === undefined || isPolicy(document) ? undefined : document.content;
};

it.each([
  [["list", "read", "write"], /QuickSight lists and reads files; it never writes.*Leave out write/],
  [["list", "read", "write", "delete"], /Leave out write and delete/],
  [["list"], /Choose both list and read/],
  [["read"], /Choose both list and read/],
])("refuses access %j and says what can be chosen", (access, message) => {
  const prepared = prepare({ owner: { locations: [location("reports/", access)] } });
  expect(prepared.complete).toBe(false);
  expect(told(prepared)).toMatch(/error owner\.locations\.0\.access: /);
  expect(told(prepared)).toMatch(message);
});

it("refuses a bucket encrypted with the AWS managed key, in both variants", () => {
  const owner = { buckets: [{ bucket: BUCKET, encryption: "aws-managed-key" }] };
  for (const prepared of [prepare({ owner }), lists({ owner })]) {
    expect(told(prepared)).toMatch(/error owner\.buckets\.0\.encryption: .*aws\/s3/);
  }
});

it("refuses an e-mail address as grantee, with the way to the canonical user ID", () => {
  const prepared = lists({ settings: { consumerCanonicalId: "alice@example.com" } });
  expect(told(prepared)).toMatch(/error settings\.consumerCanonicalId: .*1 October 2025.*405/);
  const parameter = aclQuicksight.parameters.find(
    ({ id }) => id === "settings.consumerCanonicalId",
  );
  expect(parameter?.where?.command?.(listDraft())).toBe(
    "aws s3api list-buckets --query Owner.ID --output text",
  );
});

it("asks for canonical user IDs and for a role's ARN only where they count", () => {
  expect(told(prepare())).not.toMatch(/Canonical|customRole|error/);
  expect(told(prepare({ settings: { serviceRoles: ["custom"] } }))).toMatch(
    /error settings\.customRole: Enter the ARN/,
  );
  expect(told(lists({ settings: { ownerCanonicalId: "" } }))).toMatch(
    /error settings\.ownerCanonicalId: /,
  );
});

it.each([
  ["customRole", { serviceRoles: ["custom"], customRole: `arn:aws:iam::${ACCOUNT_A}:role/x` }],
  ["customRole", { serviceRoles: ["custom"], customRole: `arn:aws:iam::${ACCOUNT_B}:user/x` }],
  ["customRole", { serviceRoles: ["custom"], customRole: `arn:aws-cn:iam::${ACCOUNT_B}:role/x` }],
  ["serviceRoles", { serviceRoles: [] }],
  ["quicksightUser", { quicksightUser: `arn:aws:iam::${ACCOUNT_B}:user/alice` }],
  [
    "quicksightUser",
    { quicksightUser: `arn:aws:quicksight:eu-west-1:${ACCOUNT_A}:user/default/alice` },
  ],
  ["manifestBucket", { manifestBucket: BUCKET }],
  ["manifestKey", { manifestKey: "manifest.txt" }],
  ["columns", { columns: [] }],
  ["columns.1", { columns: ["day", "day"] }],
  ["files.0", { files: [`s3://${BUCKET}/other/a.csv`] }],
  ["files.0", { files: [`s3://${BUCKET}/reports/`] }],
  ["prefixes.0", { prefixes: ["s3://acme-other/reports/"] }],
])("refuses settings.%s of %j", (at, settings) => {
  expect(told(prepare({ settings }))).toMatch(new RegExp(`error settings\\.${at}: `));
});

it.each([
  ["settings.files", { settings: { files: [] } }, /set on each object/],
  [
    "settings.prefixes",
    { settings: { prefixes: [`s3://${BUCKET}/reports/`] } },
    /Name the files instead/,
  ],
  [
    "settings.consumerCanonicalId",
    { settings: { consumerCanonicalId: CANONICAL_A } },
    /same canonical user ID/,
  ],
  ["guardrails.validUntil", { guardrails: { validUntil: "2027-01-31" } }, /no conditions/],
])("refuses for lists at %s what they cannot do", (at, changes, message) => {
  const prepared = lists(changes);
  expect(told(prepared)).toContain(`error ${at}: `);
  expect(told(prepared)).toMatch(message);
});

it("says what enabling ACLs means, and does it only where they are disabled", () => {
  const kinds = (prepared: ReturnType<typeof prepare>) =>
    prepared.plan.steps.flatMap(({ operations }) => operations.map(({ kind }) => kind));
  expect(told(lists())).toMatch(/warning owner\.buckets\.0\.ownership: .*count again/);
  expect(kinds(lists())).toContain("put-ownership-controls");
  expect(kinds(lists())).not.toContain("check-bucket-ownership");
  const enabled = lists({ owner: { buckets: [{ bucket: BUCKET, ownership: "ObjectWriter" }] } });
  expect(kinds(enabled)).not.toContain("put-ownership-controls");
});

it("writes a manifest whose values are texts, and a request whose are not", () => {
  const tsv = prepare({ settings: { format: "TSV", containsHeader: false } });
  expect(content(tsv, "manifest")).toEqual({
    fileLocations: [{ URIPrefixes: [`s3://${BUCKET}/reports/`] }],
    globalUploadSettings: {
      format: "TSV",
      delimiter: "\t",
      textqualifier: '"',
      containsHeader: "false",
    },
  });
  expect(JSON.stringify(content(tsv, "data-set"))).toContain(
    '"ContainsHeader":false,"TextQualifier":"DOUBLE_QUOTE","Delimiter":"\\t"',
  );
});

it.each(["JSON", "CLF", "ELF"])("says of %s nothing but the format", (format) => {
  const prepared = prepare({ settings: { format, containsHeader: false } });
  expect(content(prepared, "manifest")).toMatchObject({ globalUploadSettings: { format } });
  expect(Object.keys(content(prepared, "manifest")?.["globalUploadSettings"] ?? {})).toEqual([
    "format",
  ]);
});

it("refuses a manifest of more than a thousand files", () => {
  const files = Array.from(
    { length: 1001 },
    (_item, index) => `s3://${BUCKET}/reports/${index}.csv`,
  );
  expect(told(prepare({ settings: { files } }))).toMatch(/1,001 files, over AWS's limit of 1,000/);
});

it("imports columns as text, into SPICE, for an owner who sees them", () => {
  expect(content(prepare(), "data-set")).toMatchObject({
    ImportMode: "SPICE",
    PhysicalTableMap: {
      "s3-files": {
        S3Source: {
          InputColumns: [
            { Name: "day", Type: "STRING" },
            { Name: "amount", Type: "STRING" },
          ],
        },
      },
    },
    Permissions: [{ Principal: `arn:aws:quicksight:eu-west-1:${ACCOUNT_B}:user/default/alice` }],
  });
});

it("has account B wait for account A before QuickSight looks for the files", () => {
  const { steps } = prepare().plan;
  const needsOf = (id: string) => steps.find((step) => step.id === id)?.needs;
  expect(needsOf("create-data-source")).toContain(`put-bucket-policy-${BUCKET}`);
  expect(needsOf("create-data-source")).toContain("put-manifest");
  expect(needsOf("create-data-set")).toEqual(["create-data-source"]);
});

it("names no bucket in the QuickSight console where the role is account B's own", () => {
  const customRole = `arn:aws:iam::${ACCOUNT_B}:role/reader`;
  const own = prepare({ settings: { serviceRoles: ["custom"], customRole } });
  expect(own.plan.steps.map(({ id }) => id)).not.toContain("allow-in-console");
});

it("probes what can be asked as an admin, allowed and denied", () => {
  const step = lists().plan.steps.find(({ id }) => id === "verify");
  expect(
    step?.operations.map((operation) =>
      operation.kind === "simulate-principal-policy"
        ? `${operation.action} ${operation.resourceArn} ${operation.expect}`
        : operation.kind,
    ),
  ).toEqual([
    "wait-for-data-source",
    "wait-for-ingestion",
    `s3:GetObject arn:aws:s3:::${BUCKET}/${FILE} allowed`,
    `s3:PutObject arn:aws:s3:::${BUCKET}/${FILE} denied`,
  ]);
});

it("asks IAM about a file below the prefix as it is called", () => {
  const step = prepare({
    owner: { buckets: [], locations: [location("why?/$5/", ["list", "read"])] },
  }).plan.steps.find(({ id }) => id === "verify");
  const asked = step?.operations.flatMap((operation) =>
    operation.kind === "simulate-principal-policy" ? [operation.resourceArn] : [],
  );
  expect(asked?.[0]).toBe(`arn:aws:s3:::${BUCKET}/why?/$5/any.csv`);
});
