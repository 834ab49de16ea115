import Pagination from "@cloudscape-design/components/pagination";
import Select from "@cloudscape-design/components/select";

export const EVERYTHING = "";

/** A list to choose one of, or everything. */
export function Choice(props: {
  readonly label: string;
  readonly chosen: string;
  readonly everything: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  const { label, chosen, everything, onChange } = props;
  const options = [{ value: EVERYTHING, label: everything }, ...props.options];
  return (
    <div className="matrix-choice">
      <Select
        ariaLabel={label}
        filteringType="auto"
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        options={options}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? EVERYTHING)}
      />
    </div>
  );
}

/** "Columns 1–8 of 54", and the way to the others; nothing where all fit. */
export function Pages(props: {
  readonly what: "Rows" | "Columns";
  readonly count: number;
  readonly page: number;
  readonly from: number;
  readonly shown: readonly unknown[];
  readonly total: number;
  readonly onChange: (page: number) => void;
}) {
  const { what, count, page, from, shown, total, onChange } = props;
  if (count < 2) return null;
  const noun = what.toLowerCase();
  return (
    <div className="matrix-page">
      <span>
        {what} {from + 1}–{from + shown.length} of {total}
      </span>
      <Pagination
        currentPageIndex={page}
        pagesCount={count}
        ariaLabels={{
          nextPageLabel: `Next ${noun}`,
          previousPageLabel: `Previous ${noun}`,
          pageLabel: (number) => `${what}, page ${number} of ${count}`,
        }}
        onChange={({ detail }) => onChange(detail.currentPageIndex)}
      />
    </div>
  );
}
