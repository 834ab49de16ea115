import FormField from "@cloudscape-design/components/form-field";
import { memo } from "react";
import type { Issue, Parameter } from "#core/parameters/parameter.ts";
import { issuesAt, sameIssues } from "./draft-values.ts";
import { useFields, useFieldValue } from "./fields-context.tsx";
import { controlId, editedPlace, placeOf } from "./focus-place.ts";
import { KeyedRowsField } from "./keyed-rows-field.tsx";
import { ListField } from "./list-field.tsx";
import { NoticeLine, type Notices, useNotices } from "./notice.tsx";
import { pasted, settled } from "./paste.ts";
import { RowsField } from "./rows-field.tsx";
import { exampleText, type SimpleControl, SimpleField } from "./simple-control.tsx";
import { WhereToFind } from "./where.tsx";
import "./fields.css";

interface ParameterFieldProps {
  readonly parameter: Parameter;
  /** Those to be told by now, of the parameter and of its rows and cells. */
  readonly issues: readonly Issue[];
}

/** A field drawn from nothing but its declaration. */
export const ParameterField = memo(function ParameterField(props: ParameterFieldProps) {
  const { parameter, issues } = props;
  const { parameters, leave, current } = useFields();
  const notices = useNotices(parameter.id);
  const onPaste = (event: React.ClipboardEvent) => {
    const at = placeOf(event.target) ?? parameter.id;
    const taken = pasted(parameter, at, event.clipboardData.getData("text"), {
      draft: current(),
      parameters,
    });
    if (taken === undefined) return;
    event.preventDefault();
    notices.apply(taken.assignments, taken.said);
  };
  const onBlur = (event: React.FocusEvent) => {
    const from = editedPlace(event.target);
    if (from === undefined || from === editedPlace(event.relatedTarget)) return;
    const taken = settled(parameter, from, { draft: current(), parameters });
    if (taken !== undefined) notices.apply(taken.assignments, taken.said);
    leave(from);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its controls tell
    <div className="field" data-at={parameter.id} onPaste={onPaste} onBlur={onBlur}>
      <FieldBody parameter={parameter} issues={issues} notices={notices} />
      <NoticeLine id={parameter.id} notices={notices} />
      {parameter.where !== undefined && (
        <WhereToFind label={parameter.label} where={parameter.where} />
      )}
    </div>
  );
}, sameField);

function FieldBody(props: ParameterFieldProps & { readonly notices: Notices }) {
  const { parameter, issues, notices } = props;
  const { control } = parameter;
  if (control.kind === "list") {
    return <ListField parameter={parameter} control={control} issues={issues} notices={notices} />;
  }
  if (control.kind === "rows") {
    return control.keys === undefined ? (
      <RowsField parameter={parameter} control={control} issues={issues} notices={notices} />
    ) : (
      <KeyedRowsField parameter={parameter} control={control} keys={control.keys} issues={issues} />
    );
  }
  return <SingleField parameter={parameter} control={control} issues={issues} />;
}

function SingleField(props: ParameterFieldProps & { readonly control: SimpleControl }) {
  const { parameter, control } = props;
  const { change } = useFields();
  const value = useFieldValue(parameter.id);
  const { error, warning } = issuesAt(props.issues, parameter.id);
  const id = controlId(parameter.id);
  return (
    <FormField
      stretch
      controlId={id}
      label={parameter.label}
      description={parameter.help}
      constraintText={exampleText(control, parameter.example)}
      errorText={error}
      warningText={error === undefined ? warning : undefined}
    >
      <SimpleField
        control={control}
        label={parameter.label}
        value={value}
        onChange={(next) => change([{ id: parameter.id, value: next }], parameter.id)}
        compact={false}
        a11y={{ controlId: id, invalid: error !== undefined }}
      />
    </FormField>
  );
}

function sameField(one: ParameterFieldProps, other: ParameterFieldProps): boolean {
  return one.parameter === other.parameter && sameIssues(one.issues, other.issues);
}
