import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useMemo, useState } from "react";
import { parseAccountId } from "#core/aws/account-id.ts";
import { instanceParts, splitArn } from "#core/aws/arn.ts";
import { keyRegion, parseKeyArn } from "#core/aws/key-arn.ts";
import type { AnyPolicy } from "#core/existing/any-policy.ts";
import { type ConsumerEnd, consumerEnds } from "#core/existing/consumer-end.ts";
import { endCommands, NEW_POLICY_FILE, OLD_POLICY_FILE } from "#core/existing/end-commands.ts";
import { grantsEnd } from "#core/existing/grants-end.ts";
import { endSharing, type FoundSharing } from "#core/existing/sharings.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";
import { commandText } from "#core/render/command-text.ts";
import { CopyButton } from "#ui/documents/copy-button.tsx";
import { DownloadButton } from "#ui/documents/download-button.tsx";
import { Changes } from "#ui/there/merge-result.tsx";
import { PolicyComparison } from "#ui/there/policy-comparison.tsx";

const ALLOWED = { ok: true } as const;

/** The policy without the chosen sharing, what that changes, and how it is done and undone. */
export function EndResult(props: {
  readonly policy: AnyPolicy;
  readonly place: ChangedDocument;
  readonly chosen: FoundSharing;
}) {
  const { policy, place, chosen } = props;
  const { remaining, rules, change } = useMemo(
    () => endSharing(policy.text, chosen, place),
    [policy, chosen, place],
  );
  const [name, setName] = useState(
    policy.kind === "instance-policy" ? policy.resourceArn : policy.bucket,
  );
  const [account, setAccount] = useState("");
  const target = targetOf(policy, name, account);
  const commands = target.ok ? endCommands(target.place, remaining) : undefined;
  const canDelete = policy.kind === "bucket-policy" || policy.kind === "instance-policy";
  const instance = policy.kind === "instance-policy" ? instanceParts(name.trim()) : undefined;
  const accounts = chosen.principals.flatMap((one) => splitArn(one)?.account ?? []);
  return (
    <section className="there-result" aria-labelledby="end-result">
      <h2 id="end-result">Without it</h2>
      <Changes changes={change.changes} summary={change.summary} />
      {rules.length > 0 && (
        <p>
          {rules.join(", ")} {rules.length === 1 ? "goes" : "go"} too: no other sharing made by S3
          Handshake is left that brought {rules.length === 1 ? "it" : "them"} along.
        </p>
      )}
      {remaining === undefined ? (
        <Alert type={canDelete ? "info" : "warning"}>
          {canDelete
            ? "It was all that the policy said: the policy is deleted."
            : "It is all that the policy says, and there must be one: write another statement first, or delete what it stands on."}
        </Alert>
      ) : (
        <PolicyComparison label="The policy" before={policy.text} after={remaining.text} />
      )}
      <div className="end-downloads">
        {remaining !== undefined && (
          <DownloadButton
            name={NEW_POLICY_FILE}
            type="application/json"
            label={`Download ${NEW_POLICY_FILE}`}
            content={() => remaining.text}
            gate={ALLOWED}
          />
        )}
        <DownloadButton
          name={OLD_POLICY_FILE}
          type="application/json"
          label={`Download ${OLD_POLICY_FILE}`}
          content={() => policy.text}
          gate={ALLOWED}
        />
        {remaining !== undefined && (
          <CopyButton
            what="the new policy"
            label="Copy the new policy"
            text={() => remaining.text}
            gate={ALLOWED}
          />
        )}
      </div>
      <h3>Account A does this</h3>
      <div className="end-fields">
        <FormField label={NAMES[policy.kind]}>
          <Input value={name} spellcheck={false} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        {policy.kind === "bucket-policy" && (
          <FormField label="Account ID of account A">
            <Input
              value={account}
              inputMode="numeric"
              spellcheck={false}
              placeholder="111122223333"
              onChange={({ detail }) => setAccount(detail.value)}
            />
          </FormField>
        )}
      </div>
      {commands === undefined ? (
        <p>{target.ok ? "There is no command for it." : target.message}</p>
      ) : (
        <>
          <Command
            title="The policy as it is now:"
            text={commandText(commands.look, "bash")}
            what="the command that prints the policy"
          />
          <Command
            title="If it is still the one above, beside the downloaded files:"
            text={commandText(commands.end, "bash")}
            what="the command that ends the sharing"
          />
          <Command
            title="To take that back:"
            text={commandText(commands.undo, "bash")}
            what="the command that takes it back"
          />
        </>
      )}
      {instance !== undefined && accounts.length > 0 && (
        <div className="end-consumer">
          <p>
            The grants stay in the instance until they are deleted. Credentials that were given out
            before go on to work until they expire, after 12 hours at most.
          </p>
          {grantsEnd(instance, accounts).map(({ title, command }) => (
            <Command
              key={title}
              title={title}
              text={commandText(command, "bash")}
              what={command.operation}
            />
          ))}
        </div>
      )}
      <h3>Account B does this</h3>
      {chosen.principals.length === 0 ? (
        <p>
          Whoever used it may have a policy for it in their own account. It gives nothing any more
          without the other half: delete it there.
        </p>
      ) : (
        <>
          <p>
            {chosen.principals.length === 1 && instance === undefined
              ? "A role or user of account B has"
              : "Roles and users of account B have"}{" "}
            a policy for it, which gives nothing any more without account A's half. Where it serves
            other sharings too, take out the statements that name{" "}
            {policy.bucket || (instance === undefined ? "this resource" : "this instance")}, and
            keep it.
          </p>
          {consumerEnds(chosen.principals, {
            kind: policy.kind,
            name: name.trim(),
            isOurs: chosen.origin === "ours",
          }).map((end) => (
            <ConsumerSteps key={end.principal} end={end} />
          ))}
        </>
      )}
    </section>
  );
}

function ConsumerSteps({ end }: { readonly end: ConsumerEnd }) {
  return (
    <div className="end-consumer">
      <p>
        <code>{end.principal}</code>
      </p>
      <p>{end.said}</p>
      {end.commands.map(({ title, command }) => (
        <Command
          key={title}
          title={title}
          text={commandText(command, "bash")}
          what={`${command.operation} for ${end.principal}`}
        />
      ))}
    </div>
  );
}

const NAMES: Readonly<Record<AnyPolicy["kind"], string>> = {
  "bucket-policy": "Bucket",
  "instance-policy": "ARN of the S3 Access Grants instance",
  "key-policy": "KMS key ARN",
  "trust-policy": "Role name",
};

function targetOf(policy: AnyPolicy, name: string, account: string) {
  const { kind, partition } = policy;
  const refuse = (message: string) => ({ ok: false, message }) as const;
  if (name.trim() === "") return refuse(`Enter the ${NAMES[kind]} for the commands.`);
  if (kind === "bucket-policy") {
    const id = parseAccountId(account);
    if (!id.ok)
      return refuse(
        account === ""
          ? "Enter the account ID of account A for the commands: they then change no other account's bucket."
          : id.message,
      );
    return {
      ok: true,
      place: { kind, partition, name: name.trim(), account: id.value, region: "" },
    } as const;
  }
  if (kind === "instance-policy") {
    const parts = instanceParts(name.trim());
    if (parts === undefined)
      return refuse(
        "Enter the instance's ARN, as arn:aws:s3:eu-west-1:111122223333:access-grants/default.",
      );
    return { ok: true, place: { kind, ...parts, name: name.trim() } } as const;
  }
  if (kind === "key-policy") {
    const arn = parseKeyArn(name.trim());
    if (!arn.ok) return refuse(arn.message);
    const region = keyRegion(arn.value);
    return { ok: true, place: { kind, partition, name: arn.value, account: "", region } } as const;
  }
  return {
    ok: true,
    place: { kind, partition, name: name.trim(), account: "", region: "" },
  } as const;
}

function Command(props: { readonly title: string; readonly text: string; readonly what: string }) {
  return (
    <div className="there-command">
      <p>{props.title}</p>
      <div className="there-code">
        <pre>{props.text}</pre>
        <CopyButton variant="icon" what={props.what} text={() => props.text} gate={ALLOWED} />
      </div>
    </div>
  );
}
