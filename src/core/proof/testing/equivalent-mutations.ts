import type { AccessPath } from "#core/policy/access-path.ts";
import type { PolicyKind, Statement } from "#core/policy/document.ts";
import type { Mutation } from "./mutations.ts";

/** A broken document that grants the same; so nothing can notice. */
interface Equivalence {
  readonly why: string;
  readonly holds: (mutation: Mutation, kind: PolicyKind, path: AccessPath) => boolean;
}

const ALWAYS_IN_THE_REQUEST = [
  "aws:SecureTransport",
  "aws:ResourceAccount",
  "aws:PrincipalArn",
  "aws:PrincipalIsAWSService",
  "aws:ViaAWSService",
  "aws:CurrentTime",
  "s3:TlsVersion",
];

const texts = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();
const conditionKeys = ({ Condition = {} }: Statement): readonly string[] =>
  Object.values(Condition).flatMap((block) => Object.keys(block));
const isListing = (statement: Statement) => conditionKeys(statement).includes("s3:prefix");
const isOnObjects = ({ Resource }: Statement) =>
  texts(Resource).every((resource) => /:s3:::[^/]+\//.test(resource));
const isOnInstance = ({ Resource }: Statement) =>
  texts(Resource).every((resource) => resource.includes(":access-grants/"));
/** The condition keys that the mutation took away. */
function keysDropped({ before, after }: Mutation): readonly string[] {
  const left = after === undefined ? [] : conditionKeys(after);
  return conditionKeys(before).filter((key) => !left.includes(key));
}
const isOnWholeBucket = ({ Resource }: Statement) =>
  texts(Resource).every((resource) => /:s3:::[^/]+\/\*$/.test(resource));

/** The keys whose operator became `…IfExists`. */
function keysMadeOptional({ before, after }: Mutation): readonly string[] {
  return Object.entries(after?.Condition ?? {}).flatMap(([operator, block]) =>
    operator.endsWith("IfExists") && before.Condition?.[operator] === undefined
      ? Object.keys(block)
      : [],
  );
}

/** Why a mutation that nothing notices breaks nothing. */
export const EQUIVALENCES: readonly Equivalence[] = [
  {
    why: "A request for s3:PutBucketPolicy names the bucket and no prefix; the statement matches neither.",
    holds: ({ kind, before }) =>
      kind === "action-added" && (isListing(before) || isOnObjects(before) || isOnInstance(before)),
  },
  {
    why: "Only listing requests carry s3:prefix, and both listing actions are granted.",
    holds: ({ kind, before }) =>
      (kind === "action-everything" || kind === "action-wildcard") &&
      isListing(before) &&
      texts(before.Action).includes("s3:ListBucketVersions"),
  },
  {
    why: "A Deny of every action denies no more of S3 than a Deny of s3:*.",
    holds: ({ kind, before }) => kind === "action-everything" && before.Effect === "Deny",
  },
  {
    why: "AWS sets the condition's key in every such request.",
    holds: (mutation) =>
      mutation.kind === "condition-if-exists" &&
      keysMadeOptional(mutation).every((key) => ALWAYS_IN_THE_REQUEST.includes(key)),
  },
  {
    why: "A negated operator holds for a missing key anyway.",
    holds: ({ kind, after }) =>
      kind === "condition-if-exists" &&
      Object.keys(after?.Condition ?? {}).some((operator) => /^Not.*IfExists$/.test(operator)),
  },
  {
    why: "No key is shared, so no AWS service acts on the caller's behalf.",
    holds: ({ kind, before, after }) =>
      kind === "condition-dropped" &&
      conditionKeys(before).includes("aws:ViaAWSService") &&
      after !== undefined &&
      !conditionKeys(after).includes("aws:ViaAWSService"),
  },
  {
    why: "A bucket policy covers its own bucket only; bucket-level actions cover no object, and object-level actions no bucket.",
    holds: ({ kind, before }, document) =>
      document === "bucket-policy" &&
      ["resource-everything", "resource-open-ended", "resource-without-slash"].includes(kind) &&
      (before.Effect === "Deny" || !isOnObjects(before) || isOnWholeBucket(before)),
  },
  {
    why: "A resource policy of an S3 Access Grants instance covers that instance only.",
    holds: ({ kind }, document) =>
      document === "instance-policy" && /^resource-(everything|open-ended)$/.test(kind),
  },
  {
    why: "The ARN of the source names its account already.",
    holds: (mutation, document) =>
      document === "trust-policy" &&
      conditionKeys(mutation.before).includes("aws:SourceArn") &&
      [...keysDropped(mutation), ...keysMadeOptional(mutation)].join() === "aws:SourceAccount",
  },
  {
    why: "A key's id has a fixed length, so no longer one begins with it.",
    holds: ({ kind, before }) =>
      kind === "resource-open-ended" && texts(before.Resource).some((arn) => arn.includes(":key/")),
  },
  {
    why: "sts:SetSourceIdentity or sts:SetContext alone lets nobody assume the role; another statement says who may.",
    holds: ({ before }, document) =>
      document === "trust-policy" &&
      /^sts:Set(SourceIdentity|Context)$/.test(texts(before.Action).join()),
  },
  {
    why: "The pattern for aws:PrincipalArn names the account already.",
    holds: ({ kind, before }) =>
      /^principal-(added-)?everyone$/.test(kind) &&
      conditionKeys(before).includes("aws:PrincipalArn"),
  },
  {
    why: "Within one account a key policy that names the role needs no identity policy, and one that names the account leaves it to them.",
    holds: ({ kind, before }, document, path) =>
      "keyPolicyDelegates" in path &&
      !path.keyPolicyDelegates &&
      ((document === "identity-policy" && texts(before.Action).includes("kms:Decrypt")) ||
        (document === "key-policy" && kind === "principal-whole-account")),
  },
  {
    why: 'A listing of one folder without a prefix is a listing of the prefix "", where browsing begins.',
    holds: (mutation) =>
      mutation.kind === "condition-if-exists" &&
      conditionKeys(mutation.before).includes("s3:delimiter") &&
      keysMadeOptional(mutation).every((key) => key === "s3:prefix"),
  },
];
