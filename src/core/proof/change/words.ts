/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}

export function accountName(account: string): string {
  return `whomever the admin of account ${account} lets`;
}

/** `GetObject`; `every S3 action` for a wildcard alone. */
export function actionName(action: string): string {
  if (action === "*" || /^[a-z0-9]+:\*$/i.test(action)) {
    return action === "*" ? "every action" : `every ${action.slice(0, -2).toUpperCase()} action`;
  }
  return action.slice(action.indexOf(":") + 1);
}

/** `reports/*`, `the bucket`; resources of other buckets by their whole name. */
export function resourceName(resource: string, of: ChangedDocument): string {
  if (of.kind === "key-policy") return "the key";
  if (of.kind === "trust-policy") return "the role";
  if (of.kind === "instance-policy") return "the S3 Access Grants instance";
  if (of.bucket !== undefined) {
    const arn = `:s3:::${of.bucket}`;
    if (resource.endsWith(arn)) return `bucket ${of.bucket}`;
    const at = resource.indexOf(`${arn}/`);
    if (at >= 0) {
      const path = resource.slice(at + arn.length + 1);
      return path === "*" ? `all objects of ${of.bucket}` : path;
    }
  }
  return resource;
}

/** What a policy stands on. */
export interface ChangedDocument {
  /** Its kind: `bucket-policy`, `key-policy`, `trust-policy`, `instance-policy`. */
  readonly kind: string;
  readonly bucket?: string;
  /** Of whoever owns the resource. */
  readonly account: string;
  /** Of what the policy stands on, for policies whose statements do not name it. */
  readonly resourceArn: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  StringEquals: "is",
  StringLike: "is like",
  ArnEquals: "is",
  ArnLike: "is like",
  StringNotEquals: "is not",
  StringNotLike: "is not like",
  ArnNotLike: "is not like",
  ArnNotEquals: "is not",
  Bool: "is",
  IpAddress: "is within",
  NotIpAddress: "is not within",
  DateLessThan: "is before",
  DateGreaterThan: "is after",
  NumericLessThan: "is less than",
  NumericGreaterThan: "is more than",
};

/** "while s3:prefix is like reports/*". */
export function conditionWords(
  conditions: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
  }[],
): string {
  if (conditions.length === 0) return "";
  const each = conditions.map(({ operator, key, values }) => {
    const plain = operator.replace(/IfExists$/, "");
    const verb = OPERATORS[plain] ?? `(${plain})`;
    const ifThere = plain === operator ? "" : ", if it is known,";
    const shown = values.slice(0, 4).map((value) => (value === "" ? "empty" : value));
    const more = values.length > 4 ? ` or one of ${values.length - 4} more` : "";
    return `${key}${ifThere} ${verb} ${shown.join(" or ")}${more}`;
  });
  return `while ${listed(each)}`;
}
