import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Draft, Parameter } from "#core/parameters/parameter.ts";
import { withValues } from "./draft-values.ts";
import { pasted } from "./paste.ts";

const method = METHODS.find(({ parameters }) =>
  parameters.some(({ id }) => id === "consumer.principals"),
);

function parameter(id: string): Parameter {
  const found = method?.parameters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no parameter ${id}`);
  return found;
}

function paste(id: string, at: string, text: string, draft = method?.emptyDraft() as Draft) {
  const parameters = method?.parameters ?? [];
  const taken = pasted(parameter(id), at, text, { draft, parameters });
  return taken === undefined
    ? undefined
    : { draft: withValues(draft, taken.assignments), said: taken.said.join(" ") };
}

it("leaves plain text to the browser", () => {
  expect(paste("consumer.principals", "consumer.principals.0", "analytics")).toBeUndefined();
  expect(paste("owner.profile", "owner.profile", "a\nb")).toBeUndefined();
});

it("understands one assumed-role ARN and fills the account as well", () => {
  const arn = "arn:aws:sts::444455556666:assumed-role/analytics-app/session";
  const taken = paste("consumer.principals", "consumer.principals.0", arn);
  expect(taken?.draft.consumer).toMatchObject({
    account: "444455556666",
    principals: ["arn:aws:iam::444455556666:role/analytics-app"],
  });
  expect(taken?.said).toContain("path");
});

it("makes a principal of each line, understood as if pasted alone", () => {
  const taken = paste(
    "consumer.principals",
    "consumer.principals.0",
    [
      "arn:aws:iam::444455556666:role/one",
      "arn:aws:sts::444455556666:assumed-role/two/session",
      "arn:aws:iam::444455556666:role/one",
      "nonsense",
    ].join("\r\n"),
  );
  expect(taken?.draft.consumer["principals"]).toEqual([
    "arn:aws:iam::444455556666:role/one",
    "arn:aws:iam::444455556666:role/two",
    "nonsense",
  ]);
  expect(taken?.draft.consumer["account"]).toBe("444455556666");
  expect(taken?.said).toMatch(/^Added 3 principals\. 1 principal stood there already\./);
});

it("takes two hundred principals", () => {
  const arns = Array.from({ length: 200 }, (_, at) => `arn:aws:iam::444455556666:role/app-${at}`);
  const taken = paste("consumer.principals", "consumer.principals.0", arns.join("\n"));
  expect(taken?.draft.consumer["principals"]).toEqual(arns);
});

it("puts a pasted address into the cells of its row", () => {
  const taken = paste(
    "owner.locations",
    "owner.locations.0.bucket",
    "s3://acme-share-data/reports/",
  );
  expect(taken?.draft.owner["locations"]).toEqual([
    { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] },
  ]);
});

it("makes a location of each line and keeps those that are there", () => {
  const first = paste(
    "owner.locations",
    "owner.locations.0.bucket",
    "s3://acme-share-data/reports/",
  );
  const taken = paste(
    "owner.locations",
    "owner.locations.0.bucket",
    "s3://acme-share-data/reports/\ns3://acme-share-data/logs/ read,list",
    first?.draft,
  );
  expect(taken?.draft.owner["locations"]).toMatchObject([
    { prefix: "reports/" },
    { bucket: "acme-share-data", prefix: "logs/", access: ["list", "read"] },
  ]);
  expect(taken?.said).toBe("Added 1 location. 1 location stood there already.");
});
