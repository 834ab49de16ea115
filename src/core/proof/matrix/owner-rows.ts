import { type Actor, serviceActor } from "./actors.ts";
import { type Asking, allowedTo } from "./asking.ts";
import type { Call, QuestionRow } from "./question.ts";

const MANAGEMENT: readonly string[] = [
  "s3:GetBucketPolicy",
  "s3:PutBucketPolicy",
  "s3:DeleteBucketPolicy",
];

/** Delivers access logs, inventories and the like into buckets. */
const SERVICE = "logging.s3.amazonaws.com";

/**
 * No Deny locks out who has nothing to do with the sharing: account A's admins still manage the
 * bucket, whatever organization was typed, and AWS services still deliver to it.
 */
export function ownerRows({ agreement }: Asking, admin: Actor): readonly QuestionRow[] {
  const { partition, owner } = agreement;
  const circumstance = {
    id: "admin",
    words: "",
    context: {
      "aws:SecureTransport": "true",
      "s3:TlsVersion": "1.3",
      "aws:PrincipalIsAWSService": "false",
      "aws:ViaAWSService": "false",
    },
  };
  return owner.buckets.map(({ bucket }): QuestionRow => {
    const bucketArn = `arn:${partition}:s3:::${bucket}`;
    const call = (action: string, resourceArn: string): Call => ({
      actions: [action],
      resourceArn,
      resourceAccount: owner.account,
    });
    const calls = [
      ...MANAGEMENT.map((action) => call(action, bucketArn)),
      call("s3:GetObject", `${bucketArn}/any-object`),
    ];
    return {
      id: `owner:${bucket}`,
      kind: "owner",
      title: `Account A and AWS services still reach ${bucket}`,
      questions: [
        ...allowedTo([admin], calls, [circumstance]),
        {
          actor: serviceActor(SERVICE),
          expected: "allowed",
          world: "denies-only",
          calls: [call("s3:PutObject", `${bucketArn}/logs/any-object`)],
          circumstances: [
            {
              ...circumstance,
              id: "service",
              context: { ...circumstance.context, "aws:PrincipalIsAWSService": "true" },
            },
          ],
        },
      ],
    };
  });
}
