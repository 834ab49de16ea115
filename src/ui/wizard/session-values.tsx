import { useMemo } from "react";
import type { Session } from "./session.ts";
import "./arrival.css";

/** The values of a sharing that differ from the defaults, to read; nothing here can be copied into a form. */
export function SessionValues(props: { readonly session: Session; readonly caption: string }) {
  const { method, draft } = props.session;
  const rows = useMemo(
    () => method.prepare(draft).review.filter(({ isDefault }) => !isDefault),
    [method, draft],
  );
  return (
    <table className="values">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ parameter, label, values }) => (
          <tr key={parameter}>
            <th scope="row">{label}</th>
            <td>
              {values.slice(0, SHOWN_MAX).map((value) => (
                <div key={value}>{value}</div>
              ))}
              {values.length > SHOWN_MAX && <div>and {values.length - SHOWN_MAX} more</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SHOWN_MAX = 10;
