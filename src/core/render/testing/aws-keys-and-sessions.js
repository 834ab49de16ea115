import { checkPrincipals } from "./aws-principals.js";

// What the stand-in for the AWS CLI knows of KMS and STS.

/** @param {{state: any, args: any, caller: any, refuse: (code: string, message: string) => never}} world */
export function keyAndSessionAnswers({ state, args, caller, refuse }) {
  return {
    "sts get-caller-identity": () => ({ Account: caller.account, Arn: caller.arn, UserId: "AIDA" }),
    "sts assume-role": () => {
      const role = state.roles[args["--role-arn"].split("/").at(-1)];
      if (!role || (role.externalId && args["--external-id"] !== role.externalId))
        refuse("AccessDenied", `User: ${caller.arn} is not authorized to perform: sts:AssumeRole`);
      if (role.mfaCode && args["--token-code"] !== role.mfaCode)
        refuse(
          "AccessDenied",
          "MultiFactorAuthentication failed with invalid MFA one time pass code.",
        );
      const id = "ASIAEXAMPLE0000001";
      const arn = `${role.arn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/${args["--role-session-name"]}`;
      state.sessions[id] = {
        account: role.arn.split(":")[4],
        arn,
        grants: role.grants,
        isSession: true,
      };
      return {
        Credentials: {
          AccessKeyId: id,
          SecretAccessKey: "very/secret+one",
          SessionToken: "token==",
        },
        AssumedRoleUser: { Arn: arn },
      };
    },
    "kms get-key-policy": () => ({ Policy: state.keys[args["--key-id"]].policy }),
    "kms put-key-policy": () => {
      checkPrincipals(
        { state, refuse },
        args["--policy"],
        "MalformedPolicyDocumentException",
        "Policy contains a statement with one or more invalid principals.",
      );
      state.keys[args["--key-id"]].policy = args["--policy"];
    },
    "kms describe-key": () => ({
      KeyMetadata: { KeyManager: state.keys[args["--key-id"]].manager ?? "CUSTOMER" },
    }),
  };
}
