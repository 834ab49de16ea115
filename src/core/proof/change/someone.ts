import { accountName } from "./words.ts";

/** Somebody whom a statement names, as a caller who can be asked about. */
export interface Someone {
  /** As a sentence says it: "role analytics-app of 444455556666". */
  readonly label: string;
  readonly principalArn: string;
  /** What AWS says about this caller in every request. */
  readonly context: Readonly<Record<string, string>>;
  readonly canonicalUserId?: string;
  /** Stands for many: a condition may say more exactly who is meant. */
  readonly anyOf?: true;
}

/** An account that nobody has named: whoever may do something as it, everybody may. */
const ANY_ACCOUNT = "999988887777";
const CANONICAL = "999988886666";

export const EVERYBODY: Someone = {
  ...caller(`arn:aws:iam::${ANY_ACCOUNT}:role/somebody`, ANY_ACCOUNT, "AssumedRole"),
  label: "everybody",
  anyOf: true,
};

/**
 * A caller for each name of a Principal element. Unique IDs of deleted roles and users name nobody.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function someoneNamed(type: string, name: string): Someone | undefined {
  if (type === "AWS") return awsCaller(name);
  if (type === "CanonicalUser") {
    const arn = `arn:aws:iam::${CANONICAL}:role/somebody`;
    return {
      ...caller(arn, CANONICAL, "AssumedRole"),
      label: `the account with the canonical user ID ${name.slice(0, 8)}…`,
      canonicalUserId: name,
    };
  }
  if (type === "Service") {
    return {
      label: `the AWS service ${name}`,
      principalArn: name,
      context: { "aws:PrincipalServiceName": name, "aws:PrincipalIsAWSService": "true" },
    };
  }
  if (type === "Federated") {
    return { label: `whoever signs in through ${name}`, principalArn: name, context: {} };
  }
  return undefined;
}

function awsCaller(name: string): Someone | undefined {
  if (name === "*") return EVERYBODY;
  const account = /^(?:arn:([^:]*):iam::)?(\d{12})(?::root)?$/.exec(name);
  if (account?.[2] !== undefined) {
    const arn = `arn:${account[1] ?? "aws"}:iam::${account[2]}:role/whom-its-admin-lets`;
    const label = accountName(account[2]);
    return { ...caller(arn, account[2], "AssumedRole"), label, anyOf: true };
  }
  const identity =
    /^arn:([^:]*):iam::cloudfront:user\/CloudFront Origin Access Identity (\w+)$/.exec(name);
  if (identity !== null) {
    return {
      label: `CloudFront's origin access identity ${identity[2]}`,
      principalArn: name,
      context: {},
    };
  }
  const named =
    /^arn:([^:]*):(iam|sts)::(\d{12}):(role|user|assumed-role|federated-user)\/(.+)$/.exec(name);
  const [, partition = "", , id = "", kind = "", path = ""] = named ?? [];
  if (named === null) return undefined;
  const parts = path.split("/");
  const last = parts.at(-1) ?? "";
  switch (kind) {
    case "role":
      return { ...caller(name, id, "AssumedRole"), label: `role ${last} of ${id}` };
    case "user":
      return {
        ...caller(name, id, "User", { "aws:username": last }),
        label: `user ${last} of ${id}`,
      };
    case "assumed-role": {
      const role = `arn:${partition}:iam::${id}:role/${parts[0]}`;
      return {
        ...caller(role, id, "AssumedRole"),
        principalArn: name,
        label: `session ${last} of role ${parts[0]} of ${id}`,
      };
    }
    default:
      return { ...caller(name, id, "FederatedUser"), label: `federated user ${last} of ${id}` };
  }
}

function caller(
  arn: string,
  account: string,
  type: string,
  more: Readonly<Record<string, string>> = {},
): Pick<Someone, "principalArn" | "context"> {
  return {
    principalArn: arn,
    context: {
      "aws:PrincipalArn": arn,
      "aws:PrincipalAccount": account,
      "aws:PrincipalType": type,
      "aws:PrincipalIsAWSService": "false",
      ...more,
    },
  };
}
