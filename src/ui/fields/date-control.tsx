import DatePicker from "@cloudscape-design/components/date-picker";
import type { DateControl } from "#core/parameters/parameter.ts";
import { todayInUtc } from "#platform/clock.ts";
import type { ControlProps } from "./control-props.ts";
import { asText } from "./draft-values.ts";

export function DateField(props: ControlProps<DateControl>) {
  const today = todayInUtc();
  return (
    <div className="field-text-medium">
      <DatePicker
        {...props.a11y}
        value={asText(props.value)}
        format="iso"
        inputFormat="iso"
        placeholder="YYYY-MM-DD"
        isDateEnabled={(date) => isoDay(date) >= today}
        dateDisabledReason={() => "This day has passed."}
        openCalendarAriaLabel={(date) =>
          date === null
            ? `${props.label}: choose a date`
            : `${props.label}: choose a date, ${date} is chosen`
        }
        onChange={({ detail }) => props.onChange(detail.value)}
      />
    </div>
  );
}

/** The calendar hands out local midnights; the day it shows is the local one. */
function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
