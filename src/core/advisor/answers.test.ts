import { expect, it } from "vitest";
import { answersText, completed, readAnswers, stillAsked, withAnswer } from "./answers.ts";
import { QUESTION_IDS, QUESTIONS } from "./questions.ts";

it("survives an address", () => {
  for (const id of QUESTION_IDS) {
    for (const { value } of QUESTIONS[id].options) {
      const given = { [id]: value };
      expect(readAnswers(answersText(given))).toEqual({ given, unread: [] });
    }
  }
  expect(readAnswers("?key=aws-s3&consumer=third-party").given).toEqual({
    key: "aws-s3",
    consumer: "third-party",
  });
});

it("pins the names in addresses", () => {
  expect(
    QUESTION_IDS.map((id) => `${id}=${QUESTIONS[id].options.map(({ value }) => value).join("|")}`),
  ).toMatchInlineSnapshot(`
    [
      "consumer=team|third-party|quicksight|directory",
      "account=yes|no",
      "client=role|grants|own|keys",
      "scale=few|many",
      "services=no|yes",
      "key=sse-s3|customer-key|aws-s3",
    ]
  `);
});

it.each([
  ["a question nobody asks", "colour=red"],
  ["an answer nobody offers", "consumer=everybody"],
  ["a second answer", "key=sse-s3&key=aws-s3"],
  ["the prototype", "__proto__=team"],
  ["damaged escapes", "consumer=%E0%A4%A"],
  ["no answer", "consumer"],
  ["markup", "consumer=<script>alert(1)</script>"],
  ["a long text", `consumer=${"a".repeat(10_000)}`],
])("leaves out %s and tells it", (_, text) => {
  const { given, unread } = readAnswers(text);
  expect(unread).toHaveLength(1);
  expect(unread[0]?.length).toBeLessThanOrEqual(40);
  expect(Object.values(given)).toEqual(text.startsWith("key") ? ["sse-s3"] : []);
});

it("asks nothing whose answer follows from the others", () => {
  expect(completed({ consumer: "quicksight" }).asked).toEqual(["consumer", "key"]);
  expect(completed({ consumer: "third-party", account: "no" })).toEqual({
    answers: {
      consumer: "third-party",
      account: "no",
      client: "keys",
      scale: "few",
      services: "no",
      key: "sse-s3",
    },
    asked: ["consumer", "account", "services", "key"],
  });
});

it("forgets answers to questions that are no longer asked", () => {
  const given = { consumer: "third-party", account: "no", key: "aws-s3" } as const;
  expect(withAnswer(given, "consumer", "quicksight")).toEqual({
    consumer: "quicksight",
    key: "aws-s3",
  });
  expect(stillAsked(given)).toEqual(given);
});
