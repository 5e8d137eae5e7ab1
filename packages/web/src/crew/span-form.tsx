import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { addressOf } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** First and last day of a list, and the ways to take it along: on paper, as a file. */
export function SpanForm({
  span,
  file,
  onChange,
}: {
  span: Span;
  file: "getRollCallsCsv" | "getDutyRecordsCsv";
  onChange: (span: Span) => void;
}) {
  const t = useMessages(crewMessages).range;
  const { tenant } = useTenancy();
  const change = (part: Partial<Span>) => {
    const next = { ...span, ...part };
    if (next.from === "" || next.to === "") return;
    // Whoever moves one end past the other means one day.
    onChange(next.to < next.from ? { from: part.from ?? next.to, to: part.to ?? next.from } : next);
  };
  return (
    <div className="no-print mb-6 flex flex-wrap items-end gap-3">
      <TextField
        label={t.from}
        type="date"
        value={span.from}
        onChange={({ target }) => change({ from: target.value })}
      />
      <TextField
        label={t.to}
        type="date"
        value={span.to}
        onChange={({ target }) => change({ to: target.value })}
      />
      <Button look="outline" onClick={() => print()}>
        {t.print}
      </Button>
      {(["utf-8", "shift_jis"] as const).map((encoding) => (
        <a
          key={encoding}
          download
          href={addressOf(file, { params: { tenant }, query: { ...span, encoding } })}
          className={buttonLook({ look: "outline" })}
        >
          {encoding === "utf-8" ? t.utf8 : t.sjis}
        </a>
      ))}
    </div>
  );
}
