import { ASPECTS } from "#core/methods/facts.ts";
import { METHODS } from "#core/methods/index.ts";
import { useTitle } from "#ui/shell/use-title.ts";
import { SourceLink } from "./source-link.tsx";
import "./advisor.css";
import "./compare.css";

/**
 * Where the table is too wide its rows are stacked. Browsers then forget that it is one, so the roles
 * are said.
 */
const ROLES = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  column: { role: "columnheader" },
  head: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** `#/compare`: all methods beside each other. */
export function Component() {
  useTitle("Compare the methods");
  return (
    <div className="compare">
      <header className="advisor-head">
        <h1>Compare the methods</h1>
        <p>
          Both owners must use the same one.{" "}
          <a href="#/advisor">Not sure? Answer a few questions</a>
        </p>
      </header>
      <table {...ROLES.table} className="compare-table" aria-label="All methods compared">
        <thead {...ROLES.group}>
          <tr {...ROLES.row}>
            <td {...ROLES.cell} />
            {METHODS.map(({ id, title, summary, steps }) => (
              <th key={id} {...ROLES.column} scope="col">
                <a href={`#/${id}/${steps[0]?.id ?? "review"}`}>{title}</a>
                <small>{summary}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLES.group}>
          {ASPECTS.map((aspect) => (
            <tr key={aspect.id} {...ROLES.row}>
              <th {...ROLES.head} scope="row">
                {aspect.title}
              </th>
              {METHODS.map(({ id, title, facts }) => {
                const { text, source } = facts.comparison[aspect.id];
                return (
                  <td key={id} {...ROLES.cell}>
                    <span className="compare-method" aria-hidden="true">
                      {title}
                    </span>
                    {text} <SourceLink source={source} about={`${aspect.title}, ${title}`} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
