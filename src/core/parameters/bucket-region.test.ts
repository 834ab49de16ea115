import { expect, it } from "vitest";
import { assumeRole } from "#core/methods/assume-role/index.ts";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import { cliCommands } from "#core/render/cli-command.ts";
import { commandContext } from "#core/render/command-context.ts";
import { ownerBuckets } from "./buckets.ts";
import { exampleDraft, KEY_ARN, location } from "./running-example.ts";

const ELSEWHERE = "acme-archive";
const FAR_KEY = KEY_ARN.replace("eu-west-1", "us-east-1");

const prepare = (region: string, keyArn: string = FAR_KEY) =>
  bucketPolicy.prepare(
    exampleDraft("bucket-policy", {
      owner: {
        locations: [location("reports/", ["read"]), location("", ["read"], ELSEWHERE)],
        buckets: [{ bucket: ELSEWHERE, region, encryption: "sse-kms", keyArn }],
      },
    }),
  );
const told = (region: string, keyArn?: string) =>
  prepare(region, keyArn).issues.map(({ at, message }) => `${at}: ${message}`);

it("takes a bucket for one of the agreement's region unless it says otherwise", () => {
  const { buckets } = prepare("us-east-1").agreement.owner;
  expect(buckets.map(({ bucket, region }) => [bucket, region])).toEqual([
    ["acme-share-data", "eu-west-1"],
    [ELSEWHERE, "us-east-1"],
  ]);
  expect(told("us-east-1")).toEqual([]);
});

it("wants the key in the region of its bucket", () => {
  expect(told("")).toEqual([
    expect.stringMatching(/^owner\.buckets\.0\.keyArn: The key is in us-east-1, but the bucket/),
  ]);
  expect(told("us-east-1", KEY_ARN)).toHaveLength(1);
});

it("refuses what is no region, or one of another partition", () => {
  expect(told("Dublin")[0]).toMatch(/^owner\.buckets\.0\.region: /);
  expect(told("cn-north-1")).toContainEqual(
    expect.stringMatching(/^owner\.buckets\.0\.region: cn-north-1 is in partition aws-cn/),
  );
});

it("calls each bucket and each key in its own region", () => {
  const prepared = prepare("us-east-1");
  const context = commandContext(prepared);
  const commands = prepared.plan.steps.flatMap((step) =>
    step.operations.flatMap((operation) => cliCommands(operation, context, step.side)),
  );
  const regionOf = (name: string) =>
    commands
      .filter(({ options }) => options.some(({ value }) => "text" in value && value.text === name))
      .flatMap(({ options }) => options.filter((option) => option.name === "--region"))
      .map(({ value }) => ("text" in value ? value.text : ""));
  expect(new Set(regionOf(ELSEWHERE))).toEqual(new Set(["us-east-1"]));
  expect(new Set(regionOf("acme-share-data"))).toEqual(new Set(["eu-west-1"]));
  const key = prepared.documents.find(({ kind }) => kind === "key-policy");
  expect(JSON.stringify(key)).toContain("s3.us-east-1.amazonaws.com");
});

it("opens the console of each bucket in its own region", () => {
  const { draft } = prepare("us-east-1");
  const people = { ...draft, consumer: { ...draft.consumer, consoleAccess: true } };
  const listed = {
    ...people,
    owner: {
      ...draft.owner,
      locations: [location("reports/", ["list"]), location("", ["list"], ELSEWHERE)],
    },
  };
  for (const method of [bucketPolicy, assumeRole]) {
    const pages = method
      .prepare(listed)
      .plan.steps.flatMap(({ operations }) => operations)
      .flatMap((one) => (one.kind === "by-hand" && one.url.includes("/s3/") ? [one.url] : []));
    expect(pages).toEqual([
      expect.stringMatching(/^https:\/\/eu-west-1\..*acme-share-data\?region=eu-west-1/),
      expect.stringMatching(/^https:\/\/us-east-1\..*acme-archive\?region=us-east-1/),
    ]);
  }
});

it("asks for the region of a bucket only where there are several buckets", () => {
  const { control } = ownerBuckets;
  const column = control.kind === "rows" ? control.columns.at(-1) : undefined;
  const one = exampleDraft("bucket-policy");
  expect(column?.id).toBe("region");
  expect(column?.appliesWhen?.({ region: "" }, one)).toBe(false);
  expect(column?.appliesWhen?.({ region: "us-east-1" }, one)).toBe(true);
  expect(column?.appliesWhen?.({ region: "" }, prepare("").draft)).toBe(true);
});
