import type { Board } from "@noriai/api";
import { HistoryButton } from "../board/history/history-button.tsx";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { pastMessages } from "../messages/past/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { personsOf } from "../ui/party.ts";
import { ScrollFrame } from "../ui/scroll-frame.tsx";

/** The bookings as they stood at the moment, without names. */
export function PastBookings({ board: { bookings, duties } }: { board: Board }) {
  const t = useMessages(pastMessages);
  const words = useMessages(boardMessages);
  const { time } = useFormat();
  const { stops, vehicles } = useTenancy().service;
  const stop = (id: string) => stops.find((one) => one.id === id)?.name ?? id;
  const vehicle = (dutyId: string | null) => {
    const id = duties.find((one) => one.id === dutyId)?.vehicleId;
    return vehicles.find((one) => one.id === id)?.name ?? "";
  };
  const inOrder = bookings.toSorted((a, b) => a.promise.pickupFrom.localeCompare(b.promise.pickupFrom));
  const heads = ["time", "route", "party", "code", "state", "vehicle", "history"] as const;
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.bookings}</h2>
      {inOrder.length === 0 ? (
        <p className="rounded-12 bg-surface p-6">{words.bookings.none}</p>
      ) : (
        <ScrollFrame label={words.bookings.region} className="rounded-12 border border-line">
          <table className="w-full min-w-[48rem] border-collapse text-left">
            <thead className="bg-solid-gray-50">
              <tr>
                {heads.map((name) => (
                  <th
                    key={name}
                    scope="col"
                    className="border-b border-line px-3 py-2 text-base font-bold whitespace-nowrap"
                  >
                    {words.bookings[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inOrder.map((booking) => (
                <tr key={booking.id} className="border-b border-line last:border-b-0">
                  <td className="px-3 py-2 tabular-nums">
                    {time(booking.pickupAt ?? booking.promise.pickupFrom)}{" "}
                    <span className="text-base whitespace-nowrap text-quiet">
                      {words.bookings.window(
                        time(booking.promise.pickupFrom),
                        time(booking.promise.pickupTo),
                      )}
                    </span>
                  </td>
                  <td className="px-3 py-2">
                    {words.bookings.arrow(stop(booking.trip.from), stop(booking.trip.to))}
                  </td>
                  <td className="px-3 py-2 tabular-nums">
                    {words.bookings.persons(personsOf(booking.riders))}
                  </td>
                  <td className="px-3 py-2 tabular-nums">{booking.boardingCode}</td>
                  <td className="px-3 py-2">
                    <Badge tone="gray">{words.states[booking.state]}</Badge>
                  </td>
                  <td className="px-3 py-2 whitespace-nowrap">{vehicle(booking.dutyId)}</td>
                  <td className="px-3 py-2">
                    <HistoryButton bookingId={booking.id} boardingCode={booking.boardingCode} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </section>
  );
}
