import type { Actor } from "./actors.ts";
import { type Asking, allowedTo } from "./asking.ts";
import type { Call, QuestionRow } from "./question.ts";

const MANAGEMENT: readonly string[] = [
  "s3:GetBucketPolicy",
  "s3:PutBucketPolicy",
  "s3:DeleteBucketPolicy",
];

/** No Deny locks account A out: its admins still manage the bucket and its data. */
export function ownerRows({ agreement }: Asking, admin: Actor): readonly QuestionRow[] {
  const { partition, owner, guardrails } = agreement;
  const { organizationId } = guardrails;
  const circumstance = {
    id: "admin",
    words: "",
    context: {
      "aws:SecureTransport": "true",
      "s3:TlsVersion": "1.3",
      "aws:PrincipalIsAWSService": "false",
      "aws:ViaAWSService": "false",
      ...(organizationId === "" ? {} : { "aws:PrincipalOrgID": organizationId }),
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
      title: `Account A still manages ${bucket}`,
      questions: allowedTo([admin], calls, [circumstance]),
    };
  });
}
