import { actionNamesOf, conditionKeysLike } from "#core/lint/reference.ts";
import type { PolicyKind } from "#core/policy/document.ts";

type Schema = { readonly [keyword: string]: unknown };

/** Which services' actions make sense in each kind of policy. */
const SERVICES: Readonly<Record<PolicyKind, readonly string[]>> = {
  "bucket-policy": ["s3"],
  "identity-policy": ["s3", "kms", "sts"],
  "trust-policy": ["sts"],
  "key-policy": ["kms"],
  "instance-policy": ["s3"],
};

const KEY_PREFIXES = ["aws:", "s3:", "kms:", "sts:"];

const OPERATORS = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
  "NumericEquals",
  "NumericNotEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "DateEquals",
  "DateNotEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
  "Bool",
  "IpAddress",
  "NotIpAddress",
  "ArnEquals",
  "ArnLike",
  "ArnNotEquals",
  "ArnNotLike",
  "Null",
];
const OPERATOR_PATTERN = `^((ForAnyValue|ForAllValues):)?(${OPERATORS.join("|")})(IfExists)?$`;

/**
 * What the editor completes while a document is edited: the shape of each kind of policy. What is
 * wrong with one is told by the findings.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function policySchema(kind: PolicyKind): Schema {
  return {
    type: "object",
    required: ["Version", "Statement"],
    additionalProperties: false,
    properties: {
      Version: {
        enum: ["2012-10-17"],
        description: "The only version that knows policy variables.",
      },
      Id: { type: "string" },
      Statement: oneOrMany(statement(kind)),
    },
  };
}

function statement(kind: PolicyKind): Schema {
  const principal = kind !== "identity-policy";
  const resource = kind !== "trust-policy";
  return {
    type: "object",
    additionalProperties: false,
    required: ["Effect", ...(resource ? [] : ["Action"])],
    allOf: [
      eitherOf("Action", "NotAction"),
      ...(resource ? [eitherOf("Resource", "NotResource")] : []),
      ...(principal ? [eitherOf("Principal", "NotPrincipal")] : []),
    ],
    properties: {
      Sid: {
        type: "string",
        pattern: "^[A-Za-z0-9]*$",
        patternErrorMessage: "A Sid has letters and digits only.",
      },
      Effect: { enum: ["Allow", "Deny"] },
      ...(principal ? { Principal: PRINCIPAL, NotPrincipal: PRINCIPAL } : {}),
      Action: oneOrMany(action(kind)),
      NotAction: oneOrMany(action(kind)),
      ...(resource ? { Resource: TEXTS, NotResource: TEXTS } : {}),
      Condition: CONDITION,
    },
  };
}

function oneOrMany(item: Schema): Schema {
  return { anyOf: [item, { type: "array", items: item, minItems: 1 }] };
}

function eitherOf(one: string, other: string): Schema {
  return {
    oneOf: [{ required: [one] }, { required: [other] }],
    errorMessage: `A statement has either ${one} or ${other}.`,
  };
}

const TEXT: Schema = { type: "string" };
const TEXTS = oneOrMany(TEXT);

const PRINCIPAL: Schema = {
  anyOf: [
    { enum: ["*"] },
    {
      type: "object",
      additionalProperties: false,
      properties: { AWS: TEXTS, Service: TEXTS, Federated: TEXTS, CanonicalUser: TEXTS },
    },
  ],
};

const CONDITION_VALUES = oneOrMany({ type: ["string", "boolean", "number"] });

const CONDITION: Schema = {
  type: "object",
  properties: Object.fromEntries(OPERATORS.map((operator) => [operator, keys()])),
  patternProperties: { [OPERATOR_PATTERN]: keys() },
  additionalProperties: false,
};

function keys(): Schema {
  // What has a tag's name in it cannot be completed as it stands.
  const names = KEY_PREFIXES.flatMap((prefix) =>
    conditionKeysLike(prefix).filter((key) => key.startsWith(prefix) && !/[/:]$/.test(key)),
  );
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, CONDITION_VALUES])),
    additionalProperties: CONDITION_VALUES,
  };
}

function action(kind: PolicyKind): Schema {
  const services = SERVICES[kind];
  const names = services.flatMap(actionNamesOf);
  return {
    anyOf: [
      { enum: names },
      {
        type: "string",
        // IAM reads actions without regard to case; a wildcard may stand anywhere after the service.
        pattern: `^(\\*|(${services.join("|")}):[A-Za-z*?]+)$`,
        patternErrorMessage: `An action here begins with ${services.map((service) => `${service}:`).join(", ")}.`,
      },
    ],
  };
}
