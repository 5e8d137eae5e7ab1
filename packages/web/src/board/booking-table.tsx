import type { Board } from "@noriai/api";
import { useDeferredValue, useState } from "react";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { useTenancy } from "../shell/session.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { BookingRow, HeldRow } from "./booking-row.tsx";
import { filterBookings, STATE_GROUPS, type StateGroup } from "./filter-bookings.ts";

/** Every booking of the day, offers that are only held included. 仕様書 5-(4)-③ */
export function BookingTable({ board: { bookings, held, duties } }: { board: Board }) {
  const t = useMessages(boardMessages);
  const { stops, vehicles } = useTenancy().service;
  const [text, setText] = useState("");
  const [group, setGroup] = useState<StateGroup>("all");
  const stopName = (stopId: string) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const vehicleOf = (dutyId: string | null) => {
    const vehicleId = duties.find(({ id }) => id === dutyId)?.vehicleId;
    return vehicles.find(({ id }) => id === vehicleId)?.name ?? "";
  };
  const shown = filterBookings({ bookings, group, text: useDeferredValue(text), stopName });
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.bookings.title}</h2>
      <div className="mb-3 grid items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
        <TextField
          type="search"
          label={t.bookings.search}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <SelectField
          label={t.bookings.group}
          value={group}
          onChange={(event) => setGroup(event.target.value as StateGroup)}
        >
          {STATE_GROUPS.map((one) => (
            <option key={one} value={one}>
              {t.bookings.groups[one]}
            </option>
          ))}
        </SelectField>
        <p role="status" className="tabular-nums sm:min-h-14 sm:content-center">
          {t.bookings.shown(shown.length, bookings.length)}
        </p>
      </div>
      {shown.length + held.length === 0 ? (
        <p className="rounded-12 bg-surface p-6">
          {bookings.length === 0 ? t.bookings.none : t.bookings.noneFits}
        </p>
      ) : (
        <>
          <p className="mb-1 text-base text-quiet lg:hidden">{t.bookings.sideways}</p>
          <ScrollFrame label={t.bookings.region} className="rounded-12 border border-line">
            <table className="w-full min-w-[56rem] border-collapse text-left">
              <Head />
              <tbody>
                {group === "all" &&
                  held.map((offer) => (
                    <HeldRow key={offer.quoteId} offer={offer} vehicle={vehicleOf(offer.dutyId)} />
                  ))}
                {shown.map((booking) => (
                  <BookingRow key={booking.id} booking={booking} vehicle={vehicleOf(booking.dutyId)} />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </>
      )}
    </section>
  );
}

function Head() {
  const { bookings } = useMessages(boardMessages);
  const names = ["time", "route", "party", "name", "code", "state", "channel", "vehicle", "history"] as const;
  return (
    <thead className="bg-solid-gray-50">
      <tr>
        {names.map((name) => (
          <th
            key={name}
            scope="col"
            className="border-b border-line px-3 py-2 text-base font-bold whitespace-nowrap"
          >
            {bookings[name]}
          </th>
        ))}
      </tr>
    </thead>
  );
}
