import type { Booking } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useNeedWords } from "../needs/use-need-words.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { partyCounts, personsOf } from "../ui/party.ts";

type Trip = Booking["trip"];
type Promised = Booking["promise"];

/** How the parts of a booking are written on these pages. */
export function useBookingWords() {
  const t = useMessages(bookingsMessages);
  const format = useFormat();
  const { stops, vehicles } = useTenancy().service;
  const needWords = useNeedWords();
  const stopName = (id: string) => stops.find((stop) => stop.id === id)?.name ?? id;
  return {
    route: ({ from, to }: Pick<Trip, "from" | "to">) => t.arrow(stopName(from), stopName(to)),
    party: ({ party, wheelchairs, needs }: Pick<Trip, "party" | "wheelchairs" | "needs">) => {
      const classes = partyCounts(party).map(({ fareClass, count }) => `${t.classes[fareClass]} ${count}`);
      const chairs = wheelchairs > 0 ? [t.wheelchairs(wheelchairs)] : [];
      return t.partyOf(
        t.persons(personsOf(party)),
        [...classes, ...chairs, ...needWords({ needs })].join(" "),
      );
    },
    wish: ({ time }: Pick<Trip, "time">) => t.page.wish(t.page.modes[time.mode], format.dateTime(time.at)),
    promise: ({ pickupFrom, pickupTo, arriveBy }: Promised) =>
      t.page.promised(format.time(pickupFrom), format.time(pickupTo), format.time(arriveBy)),
    vehicle: (id: string | null | undefined) =>
      id == null ? t.noVehicle : (vehicles.find((vehicle) => vehicle.id === id)?.name ?? id),
  };
}
