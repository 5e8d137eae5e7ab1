import { type FormEvent, useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ChoiceCard } from "../ui/choice-card.tsx";
import { SelectField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import type { Draft } from "./draft.ts";
import { OpeningsPanel } from "./openings-panel.tsx";
import { hourOf, minuteOf, nearestTime, timeChoices } from "./time-choices.ts";

/** Chooses the day, whether departure or arrival counts, and the time by five minutes. */
export function WhenStep({ draft, onChoose }: { draft: Draft; onChoose: (part: Partial<Draft>) => void }) {
  const { when: t } = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const now = useNow();
  const choicesOn = (date: string) =>
    timeChoices({
      bands: service.hours,
      date,
      now,
      closesBefore: service.bookingWindow.closesBefore,
      timeZone: service.timeZone,
    });
  const days = service.days.map((day) => ({
    ...day,
    open: day.operating && day.bookable && choicesOn(day.serviceDate).length > 0,
  }));
  const firstOpen = days.find(({ open }) => open)?.serviceDate;
  const [picked, setPicked] = useState({ date: draft.date, mode: draft.mode, time: draft.time });
  const date = days.some((day) => day.open && day.serviceDate === picked.date) ? picked.date : firstOpen;
  if (date === undefined)
    return (
      <>
        <PageTitle title={t.title} />
        <Notice tone="warning" title={t.noDays(service.phoneNumber)} quiet />
      </>
    );
  const choices = choicesOn(date);
  const time = picked.time === undefined ? choices[0]! : nearestTime(choices, picked.time)!;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose({ date, time, mode: picked.mode });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <PageTitle title={t.title} />
      <fieldset>
        <legend className="mb-2 text-xl font-bold">{t.date}</legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(10.5rem,100%),1fr))] gap-2">
          {days.map(({ serviceDate, operating, open }) => (
            <ChoiceCard
              key={serviceDate}
              name="date"
              value={serviceDate}
              checked={serviceDate === date}
              disabled={!open}
              onChoose={() => setPicked({ ...picked, date: serviceDate })}
            >
              <span className="text-lg font-bold">{format.serviceDate(serviceDate)}</span>
              {!open && <span className="block text-base">{operating ? t.notYet : t.closed}</span>}
            </ChoiceCard>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-xl font-bold">{t.mode}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {(["depart", "arrive"] as const).map((mode) => (
            <ChoiceCard
              key={mode}
              name="mode"
              value={mode}
              checked={picked.mode === mode}
              onChoose={() => setPicked({ ...picked, mode })}
            >
              <span className="block text-lg font-bold">{t[mode]}</span>
              <span className="block text-base">{mode === "depart" ? t.departHint : t.arriveHint}</span>
            </ChoiceCard>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-xl font-bold">{t.time[picked.mode]}</legend>
        <p className="mb-2">
          {t.hours(service.hours.map(({ from, to }) => t.band(format.wall(from), format.wall(to))).join(" "))}
          <span className="block">{t.cutoff(service.bookingWindow.closesBefore / 60)}</span>
        </p>
        <div className="mb-4">
          <OpeningsPanel
            draft={draft}
            date={date}
            departure={
              picked.mode === "depart"
                ? { time, onChoose: (next) => setPicked({ ...picked, date, time: next }) }
                : undefined
            }
          />
        </div>
        <TimeSelects
          choices={choices}
          time={time}
          onChange={(next) => setPicked({ ...picked, date, time: next })}
        />
      </fieldset>
      <Button type="submit" wide>
        {t.next}
      </Button>
    </form>
  );
}

function TimeSelects({
  choices,
  time,
  onChange,
}: {
  choices: readonly string[];
  time: string;
  onChange: (time: string) => void;
}) {
  const { when: t } = useMessages(riderMessages);
  const hours = [...new Set(choices.map(hourOf))];
  const inHour = choices.filter((each) => hourOf(each) === hourOf(time));
  const toHour = (hour: number) => {
    const there = choices.filter((each) => hourOf(each) === hour);
    onChange(there.find((each) => minuteOf(each) === minuteOf(time)) ?? nearestTime(there, time)!);
  };
  return (
    <div className="grid max-w-md grid-cols-2 gap-3">
      <SelectField
        label={t.hour}
        value={hourOf(time)}
        onChange={({ target }) => toHour(Number(target.value))}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {t.hourOption(hour)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.minute} value={time} onChange={({ target }) => onChange(target.value)}>
        {inHour.map((each) => (
          <option key={each} value={each}>
            {t.minuteOption(minuteOf(each))}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
