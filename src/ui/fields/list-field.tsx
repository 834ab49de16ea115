import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import type { Issue, ListControl, Parameter } from "#core/parameters/parameter.ts";
import { CellMessage } from "./cell.tsx";
import { asTexts, issuesAt } from "./draft-values.ts";
import { useFields, useFieldValue } from "./fields-context.tsx";
import { controlId } from "./focus-place.ts";
import { GroupHead, groupA11y } from "./group-head.tsx";
import { ListFooter } from "./list-footer.tsx";
import { manyItems } from "./many-lines.ts";
import type { Notices } from "./notice.tsx";
import { useFocusAfterRender } from "./use-focus-after-render.ts";
import { usePages } from "./use-pages.ts";

const PAGE_SIZE = 20;

export function ListField(props: {
  readonly parameter: Parameter;
  readonly control: ListControl;
  readonly issues: readonly Issue[];
  readonly notices: Notices;
}) {
  const { parameter, control, issues, notices } = props;
  const { parameters, change, current, forget } = useFields();
  const value = asTexts(useFieldValue(parameter.id));
  const items = value.length === 0 ? [""] : value;
  const pages = usePages(parameter.id, items.length, PAGE_SIZE);
  const focusNext = useFocusAfterRender();

  const write = (next: readonly string[], at: string = parameter.id) =>
    change([{ id: parameter.id, value: next }], at);
  const add = () => {
    write([...items, ""]);
    pages.show(Math.floor(items.length / PAGE_SIZE));
    focusNext(`${parameter.id}.${items.length}`);
  };
  const remove = (index: number) => {
    const removed = items[index] ?? "";
    notices.apply(
      [{ id: parameter.id, value: items.filter((_, at) => at !== index) }],
      [removed === "" ? `Removed an empty ${control.itemName}.` : `Removed ${removed}.`],
    );
    forget(parameter.id);
    focusNext(`${parameter.id}.${Math.max(0, Math.min(index, items.length - 2))}`);
  };
  const pasteMany = (text: string) => {
    const many = manyItems(parameter, control.itemName, text, current(), parameters);
    notices.apply(many.assignments, many.said);
    pages.show(Math.floor(Math.max(0, many.count - 1) / PAGE_SIZE));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: its label and help stand elsewhere than a legend can
    <div role="group" {...groupA11y(parameter.id)}>
      <GroupHead id={parameter.id} text={parameter} issues={issues} withExample />
      <div className="list-items">
        {items.slice(pages.from, pages.to).map((item, offset) => {
          const index = pages.from + offset;
          const at = `${parameter.id}.${index}`;
          const found = issuesAt(issues, at);
          return (
            <div className="list-item" key={at} data-at={at}>
              <div className="list-item-row">
                <Input
                  controlId={controlId(at)}
                  ariaLabel={`${control.itemName} ${index + 1}`}
                  ariaDescribedby={`${controlId(at)}-message`}
                  invalid={found.error !== undefined}
                  warning={found.error === undefined && found.warning !== undefined}
                  value={item}
                  spellcheck={false}
                  disableBrowserAutocorrect
                  autoComplete={false}
                  onKeyDown={(event) => {
                    if (event.detail.key !== "Enter" || item === "") return;
                    event.preventDefault();
                    add();
                  }}
                  onChange={({ detail }) =>
                    write(
                      items.map((old, place) => (place === index ? detail.value : old)),
                      at,
                    )
                  }
                />
                <Button
                  variant="icon"
                  iconName="remove"
                  formAction="none"
                  ariaLabel={`Remove ${control.itemName} ${index + 1}${item === "" ? "" : `, ${item}`}`}
                  disabled={value.length === 0}
                  onClick={() => remove(index)}
                />
              </div>
              <CellMessage id={`${controlId(at)}-message`} issues={found} />
            </div>
          );
        })}
      </div>
      <ListFooter
        addLabel={control.addLabel}
        itemName={control.itemName}
        example={parameter.example}
        count={items.length}
        pages={pages}
        onAdd={add}
        onPasteMany={pasteMany}
      />
    </div>
  );
}
