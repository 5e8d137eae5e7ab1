import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { Button } from "../ui/button.tsx";
import { dayAfter } from "./day-after.ts";

/** Which day the board shows: today by itself, any day past or to come by hand. */
export function DaySwitch({
  date,
  today,
  onChoose,
}: {
  date: string;
  today: string;
  onChoose: (date: string) => void;
}) {
  const t = useMessages(boardMessages);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Button look="outline" size="small" onClick={() => onChoose(dayAfter(date, -1))}>
        {t.day.before}
      </Button>
      <label className="block max-w-full min-w-0">
        <span className="block text-base">{t.day.label}</span>
        <input
          type="date"
          value={date}
          onChange={(event) => event.target.value !== "" && onChoose(event.target.value)}
          className="min-h-11 max-w-full rounded-8 border border-edge bg-white px-3 text-lg hover:border-black"
        />
      </label>
      <Button look="outline" size="small" onClick={() => onChoose(dayAfter(date, 1))}>
        {t.day.after}
      </Button>
      {date === today ? (
        <p className="flex min-h-11 items-center px-1 text-quiet">{t.day.isToday}</p>
      ) : (
        <Button size="small" onClick={() => onChoose(today)}>
          {t.day.today}
        </Button>
      )}
    </div>
  );
}
