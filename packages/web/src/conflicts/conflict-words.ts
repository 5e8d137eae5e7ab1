import type { Conflict, PublicService } from "@noriai/api";
import type { Format } from "../format.ts";
import type { ConflictMessages } from "../messages/conflicts/index.ts";

/** What is needed to word a conflict. */
export interface ConflictWording {
  readonly t: ConflictMessages;
  readonly format: Format;
  readonly service: PublicService;
}

/** "10:01 1号車：乗車（3番 市役所前）", with the date where it was not today. */
export function deedWords(
  { deed, vehicleId, serviceDate }: Conflict,
  { t, format, service }: ConflictWording,
): string {
  if (deed === null) return t.noRider(vehicleName(service, vehicleId));
  const words = t.deeds[deed.kind as keyof typeof t.deeds] ?? t.deeds.other;
  const stop = service.stops.find(({ id }) => id === deed.stopId);
  const what =
    deed.amount !== null
      ? t.amount(words, format.yen(deed.amount))
      : stop === undefined
        ? words
        : t.atStop(words, stop.name);
  const isToday = serviceDate === service.days[0]?.serviceDate;
  const at = isToday ? format.time(deed.at) : format.dateTime(deed.at);
  return t.line(at, vehicleName(service, vehicleId), what);
}

/** Why it contradicts the record. */
export function becauseWords({ because }: Conflict, t: ConflictMessages): string {
  if (because.kind === "missing") return t.lost(Number(because.count));
  return t.because[because.kind] ?? t.because.other!;
}

/** Clocks that differ by less than a minute are nobody's business. */
export function clockWords({ deed }: Conflict, t: ConflictMessages): string | undefined {
  const minutes = Math.round(Math.abs(deed?.movedBy ?? 0) / 60);
  return minutes === 0 ? undefined : t.clock(minutes);
}

/** Whose ride it is about. */
export function riderWords({ rider, vehicleId }: Conflict, { t, service }: ConflictWording): string {
  if (rider === null) return t.noRider(vehicleName(service, vehicleId));
  const { calledName, boardingCode } = rider;
  return calledName === null ? t.code(boardingCode) : t.rider(calledName, boardingCode);
}

const vehicleName = (service: PublicService, id: string | null): string =>
  service.vehicles.find((vehicle) => vehicle.id === id)?.name ?? id ?? "—";

/** What one tablet told of one ride is decided together. */
export function casesOf(conflicts: readonly Conflict[]): readonly (readonly Conflict[])[] {
  const cases = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const log = conflict.id.slice(0, conflict.id.lastIndexOf(":"));
    const key = conflict.rider === null ? conflict.id : `${log} ${conflict.rider.bookingId}`;
    cases.set(key, [...(cases.get(key) ?? []), conflict]);
  }
  return [...cases.values()];
}
