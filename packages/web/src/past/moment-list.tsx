import type { PastDay } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { historyMessages } from "../messages/history/index.ts";
import { pastMessages } from "../messages/past/index.ts";
import type { PastMessages } from "../messages/past/ja.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { eventsOf, SHOWN, type Shown, secondsOf } from "./at-moment.ts";

type Moment = PastDay["moments"][number];

/** Everything that was decided on the day, in order; each line leads to its moment. */
export function MomentList({
  day,
  moment,
  onMove,
}: {
  day: PastDay;
  moment: number;
  onMove: (moment: number) => void;
}) {
  const t = useMessages(pastMessages).moments;
  const [shown, show] = useState<Shown>("all");
  const events = eventsOf(day.moments, shown);
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      <div className="mb-3 flex flex-wrap items-end gap-4">
        <SelectField
          label={t.only}
          className="w-72 max-w-full"
          value={shown}
          onChange={(event) => show(event.target.value as Shown)}
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {t[one]}
            </option>
          ))}
        </SelectField>
        <p role="status" className="min-h-14 content-center tabular-nums">
          {t.shown(events.length, day.moments.length)}
        </p>
      </div>
      <ScrollFrame label={t.region} className="max-h-[32rem] rounded-12 border border-line">
        <table className="w-full min-w-[44rem] border-collapse text-left">
          <thead className="sticky top-0 z-10 bg-solid-gray-50">
            <tr>
              {(["at", "what", "code", "vehicle", "by", "version"] as const).map((head) => (
                <th key={head} scope="col" className="border-b border-line px-3 py-2 text-base font-bold">
                  {t[head]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((one) => (
              <MomentRow key={one.no} one={one} isAhead={secondsOf(one.at) > moment} onMove={onMove} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}

function MomentRow({
  one,
  isAhead,
  onMove,
}: {
  one: Moment;
  isAhead: boolean;
  onMove: (moment: number) => void;
}) {
  const t = useMessages(pastMessages);
  const roles = useMessages(historyMessages).by;
  const format = useFormat();
  const { vehicles } = useTenancy().service;
  const { at, by, boardingCode, vehicleId, version } = one;
  const role = by.role !== null && by.role in roles ? roles[by.role as keyof typeof roles] : roles.unknown;
  return (
    <tr className={`border-b border-line last:border-b-0 ${isAhead ? "text-quiet" : ""}`}>
      <td className="px-3 py-1">
        <button
          type="button"
          aria-label={t.moments.show(format.dateTime(at))}
          className={`${buttonLook({ look: "plain", size: "small" })} whitespace-nowrap tabular-nums`}
          onClick={() => onMove(secondsOf(at))}
        >
          {format.dateTime(at)}
        </button>
      </td>
      <td className="px-3 py-1 font-bold">{wordOf(one, t)}</td>
      <td className="px-3 py-1 tabular-nums">{boardingCode ?? ""}</td>
      <td className="px-3 py-1 whitespace-nowrap">
        {vehicles.find(({ id }) => id === vehicleId)?.name ?? ""}
      </td>
      <td className="px-3 py-1">{by.name ?? role}</td>
      <td className="px-3 py-1 tabular-nums">{version}</td>
    </tr>
  );
}

function wordOf({ kind, event, instruction, refused }: Moment, t: PastMessages): string {
  if (refused) return t.refused;
  if (event !== null) return oneOf(t.events, event);
  if (instruction !== null) return oneOf(t.instructions, instruction);
  return oneOf(t.kinds, kind);
}

/** The word for a kind; of kinds that this page does not know yet the general one. */
const oneOf = <T extends { readonly other: string }>(words: T, kind: string): string =>
  kind in words ? String(words[kind as keyof T]) : words.other;
