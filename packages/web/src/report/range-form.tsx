import { type FormEvent, useState } from "react";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { fiscalYearOf, monthBefore, monthOf, type ReportRange, rangeFault } from "./report-range.ts";

/** Which days the report covers: common periods in one press, any other by hand. */
export function RangeForm({
  range,
  today,
  onShow,
}: {
  range: ReportRange;
  today: string;
  onShow: (range: ReportRange) => void;
}) {
  const t = useMessages(reportMessages);
  const [draft, setDraft] = useState(range);
  const [checked, setChecked] = useState(false);
  const fault = checked ? rangeFault(draft) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (rangeFault(draft) === undefined) onShow(draft);
  };
  const periods = [
    { label: t.range.thisMonth, days: monthOf(today) },
    { label: t.range.lastMonth, days: monthBefore(today) },
    { label: t.range.fiscalYear, days: fiscalYearOf(today) },
  ];
  return (
    <form noValidate onSubmit={submit} aria-label={t.range.title} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {periods.map(({ label, days }) => (
          <Button key={label} look="outline" size="small" onClick={() => onShow(days)}>
            {label}
          </Button>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        {(["from", "to"] as const).map((end) => (
          <TextField
            key={end}
            className="max-w-full min-w-0"
            type="date"
            label={t.range[end]}
            value={draft[end]}
            onChange={(event) => setDraft({ ...draft, [end]: event.target.value })}
            error={
              fault !== undefined && (end === "to" || fault === "missing") ? t.range.faults[fault] : undefined
            }
          />
        ))}
        <Button type="submit">{t.range.show}</Button>
      </div>
    </form>
  );
}
