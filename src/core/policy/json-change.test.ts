import { expect, it } from "vitest";
import { changedJson } from "./json-change.ts";

const POLICY = { Statement: [{ Action: ["a", "b"], Effect: "Allow" }] };

it("replaces, adds and takes away, and leaves the rest as it is", () => {
  const changed = changedJson(POLICY, [
    { path: ["Statement", 0, "Action", 0], value: undefined },
    { path: ["Statement", 0, "Effect"], value: "Deny" },
    { path: ["Version"], value: "2012-10-17" },
  ]);
  expect(changed).toEqual({
    Statement: [{ Action: ["b"], Effect: "Deny" }],
    Version: "2012-10-17",
  });
  expect(POLICY.Statement[0]?.Action).toEqual(["a", "b"]);
});

it("changes nothing at a place that is not there", () => {
  expect(changedJson(POLICY, [{ path: ["Statement", 3, "Action"], value: 1 }])).toEqual(POLICY);
  expect(changedJson(POLICY, [{ path: ["Nothing", "Action"], value: 1 }])).toEqual(POLICY);
});

it("keeps a name that means something to JavaScript a name", () => {
  const odd: unknown = JSON.parse('{"__proto__": {"a": 1}}');
  const changed = changedJson(odd, [{ path: ["__proto__", "a"], value: 2 }]);
  expect(JSON.stringify(changed)).toBe('{"__proto__":{"a":2}}');
});
