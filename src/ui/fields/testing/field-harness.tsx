import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { useWatch } from "react-hook-form";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { issuesWithin } from "#ui/fields/draft-values.ts";
import { FieldsContext } from "#ui/fields/fields-context.tsx";
import { ParameterField } from "#ui/fields/parameter-field.tsx";
import { newSession } from "#ui/wizard/session.ts";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { isTold, useDraftForm } from "#ui/wizard/use-draft-form.ts";

/** All fields of a method on one page, with the form they need; `onDraft` hears every value. */
export function FieldHarness(props: {
  readonly method: Method;
  readonly draft?: Draft;
  /** Only these fields; each one makes looking things up slower. */
  readonly only?: readonly string[];
  readonly onDraft?: (draft: Draft) => void;
}) {
  const { method, only, draft = method.emptyDraft() } = props;
  const { fields, left } = useDraftForm(newSession(method, { draft }));
  const now = useWatch({ control: fields.control }) as Draft;
  props.onDraft?.(now);
  const { issues } = method.prepare(now);
  const told = issues.filter(({ at = "" }) => isTold(left, at));
  const shown = method.parameters.filter(({ id }) => only?.includes(id) !== false);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <FieldsContext value={fields}>
        <TestSharing method={method} draft={now}>
          {shown.map((parameter) => (
            <ParameterField
              key={parameter.id}
              parameter={parameter}
              issues={issuesWithin(told, parameter.id)}
            />
          ))}
        </TestSharing>
      </FieldsContext>
    </I18nProvider>
  );
}
