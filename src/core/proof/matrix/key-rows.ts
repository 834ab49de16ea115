import { splitArn } from "#core/aws/arn.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { KEY_ADMINISTRATION } from "./anything-else.ts";
import { type Asking, allowedTo, deniedTo } from "./asking.ts";
import { usual } from "./circumstances.ts";
import { GUARD_TITLES } from "./guard-rows.ts";
import { keyArnOf } from "./places.ts";
import type { Call, QuestionRow } from "./question.ts";
import { awsManagedKeyArn } from "./standing.ts";

interface SharedKey {
  readonly keyArn: string;
  readonly bucket: string;
  readonly actions: readonly string[];
}

/** Keys of the shared buckets, and what S3 asks of them for the granted access. */
function sharedKeys(agreement: Agreement): readonly SharedKey[] {
  const keys = new Map<string, SharedKey>();
  for (const { bucket, access } of agreement.owner.locations) {
    const keyArn = keyArnOf(agreement, bucket);
    if (keyArn === undefined) continue;
    const writes = access.includes("write");
    const actions = new Set(keys.get(keyArn)?.actions);
    if (writes || access.includes("read")) actions.add("kms:Decrypt");
    if (writes) actions.add("kms:GenerateDataKey");
    keys.set(keyArn, { keyArn, bucket, actions: [...actions] });
  }
  return [...keys.values()].filter(({ actions }) => actions.length > 0);
}

/** Each key is used through S3 for the granted access, by nobody else and in no other way. */
export function keyRows(asking: Asking): readonly QuestionRow[] {
  const { agreement, granted, outsiders, guarded, refusedIn } = asking;
  const expired = guarded.filter(({ guard }) => guard === "validity");
  return sharedKeys(agreement).flatMap((key) => {
    // Nobody can edit the policy of aws/s3: there is nothing to get wrong but its use.
    const isManaged = key.keyArn === awsManagedKeyArn(agreement);
    const throughS3 = keyCalls(asking, key, key.actions, viaS3(asking, key));
    const row = (id: string, title: string, questions: QuestionRow["questions"]): QuestionRow => ({
      id: `${id}:${key.keyArn}`,
      kind: "key",
      title,
      questions,
    });
    const rows = [
      row("key", `Use ${keyName(key)} through S3`, [
        ...(refusedIn === "generous-resource" ? [] : allowedTo(granted, throughS3, usual(asking))),
        ...deniedTo(isManaged ? [] : outsiders, throughS3, "documents", usual(asking)),
      ]),
      ...(expired.length === 0 || refusedIn === "generous-resource"
        ? []
        : [
            row("key-expired", `Use the key: ${GUARD_TITLES.validity.toLowerCase()}`, [
              ...deniedTo(granted, throughS3, refusedIn, expired),
            ]),
          ]),
      row("key-directly", "Use the key other than through S3", [
        ...deniedTo(granted, otherWays(asking, key), refusedIn, usual(asking)),
      ]),
      row("key-anything-else", "Anything else with the key", [
        ...deniedTo(granted, otherUses(asking, key), refusedIn, usual(asking)),
      ]),
      row("other-key", "Use another key of account A", [
        ...deniedTo(granted, otherKeys(asking, key), refusedIn, usual(asking)),
      ]),
    ];
    return rows.filter(
      ({ id, questions }) => questions.length > 0 && (!isManaged || id.startsWith("key:")),
    );
  });
}

function keyName({ keyArn }: SharedKey): string {
  const id = keyArn.slice(keyArn.lastIndexOf("/") + 1);
  return `key ${id.length > 9 ? `${id.slice(0, 8)}…` : id}`;
}

function keyCalls(
  { agreement }: Asking,
  { keyArn }: SharedKey,
  actions: readonly string[],
  context: Call["context"],
): readonly Call[] {
  return actions.map((action) => ({
    actions: [action],
    resourceArn: keyArn,
    resourceAccount: agreement.owner.account,
    ...(context === undefined ? {} : { context }),
  }));
}

function viaS3({ agreement }: Asking, { keyArn, bucket }: SharedKey): Call["context"] {
  return {
    "kms:ViaService": `s3.${regionOf(keyArn)}.amazonaws.com`,
    "kms:EncryptionContext:aws:s3:arn": `arn:${agreement.partition}:s3:::${bucket}`,
    "kms:EncryptionContextKeys": ["aws:s3:arn"],
  };
}

const regionOf = (keyArn: string): string => splitArn(keyArn)?.region ?? "";

function otherWays(asking: Asking, key: SharedKey): readonly Call[] {
  const region = regionOf(key.keyArn);
  const services = [`secretsmanager.${region}.amazonaws.com`, `s3.${region}x.amazonaws.com`];
  return [
    ...keyCalls(asking, key, key.actions, undefined),
    ...services.flatMap((service) =>
      keyCalls(asking, key, key.actions, { "kms:ViaService": service }),
    ),
  ];
}

function otherUses(asking: Asking, key: SharedKey): readonly Call[] {
  const uses = ["kms:Decrypt", "kms:GenerateDataKey", ...KEY_ADMINISTRATION];
  const unasked = uses.filter((action) => !key.actions.includes(action));
  return [
    ...keyCalls(asking, key, unasked, viaS3(asking, key)),
    ...keyCalls(asking, key, KEY_ADMINISTRATION, undefined),
  ];
}

/** Its key policy lets account A's identity policies decide, as every key policy does by default. */
function otherKeys(asking: Asking, key: SharedKey): readonly Call[] {
  const slash = key.keyArn.lastIndexOf("/");
  const keyArn = `${key.keyArn.slice(0, slash)}/0fedcba9-8765-4321-0fed-cba987654321`;
  return keyCalls(asking, { ...key, keyArn }, key.actions, viaS3(asking, key));
}
