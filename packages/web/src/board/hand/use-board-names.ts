import type { Board } from "@noriai/api";
import { useTenancy } from "../../shell/session.ts";

/** The words that a dispatcher knows the board's riders, stops and vehicles by. */
export function useBoardNames({ bookings, duties }: Pick<Board, "bookings" | "duties">) {
  const { stops, vehicles } = useTenancy().service;
  const stopOf = (stopId: string) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const bookingOf = (bookingId: string) => bookings.find(({ id }) => id === bookingId);
  return {
    vehicleOf(dutyId: string): string {
      const vehicleId = duties.find(({ id }) => id === dutyId)?.vehicleId;
      return vehicles.find(({ id }) => id === vehicleId)?.name ?? dutyId;
    },
    isAboard: (bookingId: string): boolean => bookingOf(bookingId)?.state === "riding",
    riderOf(bookingId: string): { readonly name: string; readonly route: string } {
      const booking = bookingOf(bookingId);
      if (booking === undefined) return { name: "", route: "" };
      const { calledName, boardingCode, trip } = booking;
      return { name: calledName ?? boardingCode, route: `${stopOf(trip.from)} → ${stopOf(trip.to)}` };
    },
  };
}
