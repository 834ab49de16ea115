import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useMemo, useState } from "react";
import { pastedPolicy } from "#core/policy/intake/pasted-policy.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import type { LiveProof } from "./use-proof.ts";
import { WhatChanges } from "./what-changes.tsx";
import { type WhatIfKind, whatIfKinds } from "./what-if-kinds.ts";
import "./what-if.css";

/** To see what another policy would change, without putting it anywhere. */
export function WhatIf(props: { readonly proof: LiveProof }) {
  const { proof } = props;
  const { surroundings, setSurroundings } = useSharing();
  const [said, setSaid] = useState<readonly string[]>([]);
  const kinds = useMemo(() => whatIfKinds(proof.prepared), [proof.prepared]);
  const add = (kind: WhatIfKind, text: string, sentences: readonly string[]) => {
    const number = surroundings.filter(({ name }) => name.startsWith(kind.name)).length + 1;
    const name = number === 1 ? kind.name : `${kind.name} ${number}`;
    setSurroundings([...surroundings, { ...kind.stands, name, text } as Surrounding]);
    setSaid(sentences);
  };
  return (
    <section className="what-if" aria-labelledby="what-if-title">
      <h4 id="what-if-title">What if …</h4>
      <p className="matrix-lead">
        … an organization's policy, a permissions boundary or a statement that is there already
        counted as well? Paste it and see which answers change. It stays in this tab's memory: it
        gets into no link, no bundle and no storage.
      </p>
      <PolicyForm kinds={kinds} onAdd={add} />
      {said.length > 0 && surroundings.length > 0 && (
        <p className="matrix-note">{said.join(" ")}</p>
      )}
      {surroundings.length > 0 && (
        <>
          <ul className="what-if-added">
            {surroundings.map((each) => (
              <li key={each.name}>
                {each.name}{" "}
                <Button
                  variant="inline-link"
                  ariaLabel={`Remove ${each.name}`}
                  onClick={() => setSurroundings(surroundings.filter((other) => other !== each))}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
          <WhatChanges proof={proof} surroundings={surroundings} />
        </>
      )}
    </section>
  );
}

function PolicyForm(props: {
  readonly kinds: readonly WhatIfKind[];
  readonly onAdd: (kind: WhatIfKind, text: string, said: readonly string[]) => void;
}) {
  const { kinds, onAdd } = props;
  const [chosen, setChosen] = useState("");
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState("");
  const kind = kinds.find(({ id }) => id === chosen) ?? kinds[0];
  if (kind === undefined) return null;
  const read = () => {
    if (text.trim() === "") {
      setRefusal("Paste the policy's JSON first.");
      return;
    }
    const policy = pastedPolicy(text, kind.wanted);
    if (!policy.ok) {
      setRefusal(policy.message);
      return;
    }
    setRefusal("");
    setText("");
    onAdd(kind, policy.value.text, policy.value.said);
  };
  return (
    <div className="what-if-form">
      <FormField label="What it is">
        <Select
          selectedOption={{ value: kind.id, label: kind.name }}
          options={kinds.map(({ id, name, help }) => ({
            value: id,
            label: name,
            description: help,
          }))}
          filteringType={kinds.length > 8 ? "auto" : "none"}
          onChange={({ detail }) => setChosen(detail.selectedOption.value ?? "")}
        />
      </FormField>
      <FormField
        label="Policy"
        description="Its JSON, or what the AWS CLI printed"
        errorText={refusal}
      >
        <Textarea
          value={text}
          rows={5}
          spellcheck={false}
          placeholder={kind.example}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      <Button onClick={read}>See what changes</Button>
    </div>
  );
}
