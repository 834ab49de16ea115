import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { memo, type Ref, useCallback, useEffect, useRef, useState } from "react";
import type { Pages } from "./use-pages.ts";

/** Add, paste many and turn pages: the same under every list. */
export function ListFooter(props: {
  readonly addLabel: string;
  readonly itemName: string;
  readonly example: string;
  readonly count: number;
  readonly pages: Pages;
  readonly onAdd: () => void;
  readonly onPasteMany: (text: string) => void;
}) {
  const { pages, itemName } = props;
  const [pasting, setPasting] = useState(false);
  const opener = useRef<ButtonProps.Ref>(null);
  const latest = useRef(props.onAdd);
  useEffect(() => {
    latest.current = props.onAdd;
  });
  const add = useCallback(() => latest.current(), []);
  const toggle = useCallback(() => setPasting((open) => !open), []);
  return (
    <div className="list-footer">
      <div className="list-actions">
        <Actions
          opener={opener}
          addLabel={props.addLabel}
          pasting={pasting}
          onAdd={add}
          onPaste={toggle}
        />
        {pages.pageCount > 1 && (
          <div className="list-pages">
            <span>
              {pages.from + 1}–{pages.to} of {props.count}
            </span>
            <Pagination
              currentPageIndex={pages.page + 1}
              pagesCount={pages.pageCount}
              ariaLabels={{ paginationLabel: `Pages of ${itemName}s` }}
              onChange={({ detail }) => pages.show(detail.currentPageIndex - 1)}
            />
          </div>
        )}
      </div>
      {pasting && (
        <PasteMany
          itemName={itemName}
          example={props.example}
          onDone={(text) => {
            setPasting(false);
            opener.current?.focus();
            if (text !== undefined) props.onPasteMany(text);
          }}
        />
      )}
    </div>
  );
}

/** The same for every key that is pressed in the list above. */
const Actions = memo(function Actions(props: {
  readonly opener: Ref<ButtonProps.Ref>;
  readonly addLabel: string;
  readonly pasting: boolean;
  readonly onAdd: () => void;
  readonly onPaste: () => void;
}) {
  return (
    <>
      <Button iconName="add-plus" onClick={props.onAdd} formAction="none">
        {props.addLabel}
      </Button>
      <Button
        ref={props.opener}
        variant="link"
        formAction="none"
        ariaExpanded={props.pasting}
        onClick={props.onPaste}
      >
        Paste many
      </Button>
    </>
  );
});

function PasteMany(props: {
  readonly itemName: string;
  readonly example: string;
  readonly onDone: (text: string | undefined) => void;
}) {
  const [text, setText] = useState("");
  const count = text.split("\n").filter((line) => line.trim() !== "").length;
  return (
    <div className="paste-many">
      <FormField
        stretch
        label={`Many ${props.itemName}s, one on each line`}
        constraintText={`Example: ${props.example}`}
      >
        <Textarea
          autoFocus
          rows={6}
          value={text}
          spellcheck={false}
          disableBrowserAutocorrect
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      <SpaceBetween direction="horizontal" size="xs">
        <Button formAction="none" disabled={count === 0} onClick={() => props.onDone(text)}>
          {`Add ${count === 0 ? "" : count} ${props.itemName}${count === 1 ? "" : "s"}`.replace(
            "  ",
            " ",
          )}
        </Button>
        <Button variant="link" formAction="none" onClick={() => props.onDone(undefined)}>
          Cancel
        </Button>
      </SpaceBetween>
    </div>
  );
}
