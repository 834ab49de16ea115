import { z } from "zod";
import type { Method } from "#core/methods/method.ts";
import type {
  Control,
  Draft,
  Parameter,
  ParameterId,
  RawValue,
} from "#core/parameters/parameter.ts";
import { TWO_ACCOUNTS } from "#core/side.ts";

const TEXT = { label: "Label", help: "Help.", example: "example" };

function sample(
  id: ParameterId,
  linkKey: string | null,
  control: Control,
  initial: RawValue,
  appliesWhen?: (draft: Draft) => boolean,
): Parameter {
  return {
    ...TEXT,
    id,
    linkKey,
    control,
    side: id.startsWith("consumer") ? "consumer" : "owner",
    schema: z.any(),
    default: initial,
    placeholder: initial,
    ...(appliesWhen ? { appliesWhen } : {}),
  };
}

const PARAMETERS: readonly Parameter[] = [
  sample("owner.account", "owner", { kind: "text" }, ""),
  sample("owner.profile", null, { kind: "text" }, ""),
  sample("owner.region", "region", { kind: "text" }, "us-east-1"),
  sample(
    "owner.locations",
    "loc",
    {
      kind: "rows",
      itemName: "location",
      addLabel: "Add location",
      columns: [
        { ...TEXT, id: "bucket", control: { kind: "text" }, default: "" },
        { ...TEXT, id: "prefix", control: { kind: "text" }, default: "" },
        {
          ...TEXT,
          id: "access",
          control: { kind: "choices", options: [] },
          default: ["list", "read"],
        },
      ],
    },
    [],
  ),
  sample(
    "owner.buckets",
    "buckets",
    {
      kind: "rows",
      itemName: "bucket",
      addLabel: "Add bucket",
      columns: [
        { ...TEXT, id: "encryption", control: { kind: "choice", options: [] }, default: "sse-s3" },
        {
          ...TEXT,
          id: "keyArn",
          control: { kind: "text" },
          default: "",
          appliesWhen: (row) => row["encryption"] === "sse-kms",
        },
        { ...TEXT, id: "versioned", control: { kind: "toggle" }, default: false },
      ],
    },
    [],
  ),
  sample("consumer.account", "consumer", { kind: "text" }, ""),
  sample(
    "consumer.principals",
    "principals",
    { kind: "list", itemName: "principal", addLabel: "Add principal" },
    [],
  ),
  sample("guardrails.tlsOnly", "tls", { kind: "toggle" }, true),
  sample(
    "guardrails.minTlsVersion",
    "mintls",
    { kind: "choice", options: [] },
    "",
    (draft) => draft.guardrails["tlsOnly"] === true,
  ),
  sample("guardrails.validUntil", "until", { kind: "date" }, ""),
];

const EMPTY: Draft = {
  method: "sample",
  owner: { account: "", profile: "", region: "us-east-1", locations: [], buckets: [] },
  consumer: { account: "", principals: [] },
  guardrails: { tlsOnly: true, minTlsVersion: "", validUntil: "" },
  settings: {},
};

const NOTHING = { text: "", source: "" };

/** A method for testing is neither advised nor compared. */
const NO_FACTS: Method["facts"] = {
  advice: { given: {}, bestFor: [], ruledOut: [], behind: [] },
  comparison: {
    credentials: NOTHING,
    scale: NOTHING,
    granularity: NOTHING,
    audit: NOTHING,
    console: NOTHING,
    services: NOTHING,
    encryption: NOTHING,
    ownerEffort: NOTHING,
    consumerEffort: NOTHING,
  },
};

/** A method with every kind of control, for testing the link alone. */
export const SAMPLE_METHOD: Method = {
  id: "sample",
  title: "Sample",
  summary: "",
  tradeOffs: { pickWhen: "", avoidWhen: "", credentials: "", scale: "" },
  sides: TWO_ACCOUNTS,
  facts: NO_FACTS,
  guide: "",
  steps: [{ id: "owner", title: "", description: "", side: "owner", parameters: [] }],
  parameters: PARAMETERS,
  emptyDraft: () => EMPTY,
  prepare: () => {
    throw new Error("A link is read without preparing its documents.");
  },
};

export const SAMPLE_DRAFT: Draft = {
  ...EMPTY,
  owner: {
    account: "012345678901",
    profile: "account-a-admin",
    region: "eu-west-1",
    locations: [
      { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] },
      { bucket: "acme-share-data", prefix: "in box/", access: ["read", "write"] },
    ],
    buckets: [
      {
        encryption: "sse-kms",
        keyArn: "arn:aws:kms:eu-west-1:012345678901:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        versioned: true,
      },
    ],
  },
  consumer: {
    account: "444455556666",
    principals: [
      "arn:aws:iam::444455556666:role/analytics-app",
      "arn:aws:iam::444455556666:user/team+a/o'neil@example.com",
    ],
  },
};
