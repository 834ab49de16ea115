const ABSENT: Readonly<Record<string, string>> = {
  NoSuchBucketPolicy:
    "AWS says that there is no bucket policy (NoSuchBucketPolicy). Choose “Nothing there yet”.",
  NoSuchEntity:
    "AWS says that there is no such role (NoSuchEntity). Choose “Nothing there yet” if the role is still to be created; otherwise check its name and the account.",
  AccessGrantsInstanceResourcePolicyNotExists:
    "AWS says that the S3 Access Grants instance has no resource policy (AccessGrantsInstanceResourcePolicyNotExists). Choose “Nothing there yet”.",
  AccessGrantsInstanceNotExistsError:
    "AWS says that there is no S3 Access Grants instance (AccessGrantsInstanceNotExistsError). Choose “Nothing there yet” if it is still to be created; otherwise check the account and the region.",
  NoSuchBucket: "AWS says that there is no such bucket. Check its name.",
  AccessDenied:
    "AWS did not show the policy (AccessDenied): run the command as somebody who may read it, in account A.",
  AccessDeniedException:
    "AWS did not show the policy (AccessDeniedException): run the command as somebody who may read it, in account A.",
  MethodNotAllowed:
    "AWS did not show the policy (MethodNotAllowed): the command ran in another account than the bucket's.",
};

/**
 * An answer that carries no policy; undefined for every other text.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function answerWithoutPolicy(text: string): string | undefined {
  const error = /An error occurred \((\w+)\) when calling the (\w+) operation/.exec(text);
  if (error?.[1] !== undefined) {
    const known = Object.hasOwn(ABSENT, error[1]) ? ABSENT[error[1]] : undefined;
    return known ?? `AWS answered with an error (${error[1]}) in place of a policy.`;
  }
  const word = text.trim();
  if (word === "") return "Paste the policy, or choose “Nothing there yet”.";
  if (word === "None" || word === "null") {
    return `The command printed ${word}: its --query found nothing. Run it as it stands beside the field.`;
  }
  if (/^(?:Policy|Role|Version|Statement):(?:\s|$)/m.test(word) && !word.startsWith("{")) {
    return "This is YAML. Run the command with --output json, or --query Policy --output text.";
  }
  if (word.startsWith("<")) return "This is XML. Run the AWS CLI's command, which prints JSON.";
  return undefined;
}
