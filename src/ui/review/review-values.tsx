import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { useState } from "react";
import type { ReviewRow } from "#core/methods/method.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

const SHOWN = 6;

/** What was agreed, step by step, as the method words it. */
export function ReviewValues() {
  const { method, prepared, stepHref } = useSharing();
  return (
    <section aria-labelledby="review-values-title" className="review-values">
      <h3 className="review-title" id="review-values-title">
        Agreed values
      </h3>
      <div className="review-steps">
        {method.steps.map((step) => {
          const rows = prepared.review.filter((row) => row.step === step.id);
          const set = rows.filter((row) => !row.isDefault && row.values.length > 0);
          return (
            <section
              key={step.id}
              className={`review-step review-${step.side}`}
              aria-label={step.title}
            >
              <div className="review-step-head">
                <h4>{step.title}</h4>
                <Link href={stepHref(step.id)} ariaLabel={`Edit ${step.title}`}>
                  Edit
                </Link>
              </div>
              {set.length > 0 && (
                <dl>
                  {set.map((row) => (
                    <Row key={row.parameter} row={row} />
                  ))}
                </dl>
              )}
              <Defaults rows={rows.filter((row) => !set.includes(row))} />
            </section>
          );
        })}
      </div>
    </section>
  );
}

function Row(props: { readonly row: ReviewRow }) {
  const { label, values } = props.row;
  const [all, setAll] = useState(false);
  const shown = all ? values : values.slice(0, SHOWN);
  return (
    <div className="review-row">
      <dt>{label}</dt>
      {shown.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same value may come twice
        <dd key={index}>{value}</dd>
      ))}
      {values.length > shown.length && (
        <dd>
          <Button
            variant="inline-link"
            ariaLabel={`Show all ${values.length} of ${label}`}
            onClick={() => setAll(true)}
          >
            + {values.length - shown.length} more
          </Button>
        </dd>
      )}
    </div>
  );
}

/** Left as they were: named in one line, so that what was decided stands out. */
function Defaults(props: { readonly rows: readonly ReviewRow[] }) {
  if (props.rows.length === 0) return null;
  return (
    <p className="review-defaults">
      Not changed:{" "}
      {props.rows
        .map(({ label, values }) =>
          values.length === 0 ? label : `${label} (${values.join(", ")})`,
        )
        .join(" · ")}
    </p>
  );
}
