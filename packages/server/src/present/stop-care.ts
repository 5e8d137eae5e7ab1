import type { Placement as PlacementJson, StopRecord as RecordJson, StopTask as TaskJson } from "@noriai/api";
import type { Placement } from "@noriai/booking";
import type { AccountId, StopId } from "@noriai/kernel";
import type { StopTaskRecord, StoredStopRecord } from "@noriai/store";
import type { Write } from "./trip.ts";

interface Reader {
  readonly write: Write;
  /** The display name of an account of the staff. */
  readonly nameOf: (account: AccountId | undefined) => string | null;
}

export const presentStopTask = (
  { id, stopId, trouble, state, changedAt, entries }: StopTaskRecord,
  { write, nameOf }: Reader,
): TaskJson => ({
  ...{ id, stopId, trouble, state },
  changedAt: write(changedAt),
  entries: entries.map(({ step, at, notedAt, words, vehicle, by }) => ({
    step,
    at: write(at),
    notedAt: write(notedAt),
    words: words ?? null,
    vehicleId: vehicle ?? null,
    by: nameOf(by.account),
    role: by.role,
  })),
});

export const presentStopRecord = (
  { kind, on, words, notedAt, by }: StoredStopRecord,
  { write, nameOf }: Reader,
): RecordJson => ({
  ...{ kind, on },
  words: words ?? null,
  notedAt: write(notedAt),
  by: nameOf(by.account),
  role: by.role,
});

export const presentPlacement = (
  stopId: StopId,
  { placedOn, photoOn, consentOn, winter, missing }: Placement,
): PlacementJson => ({
  stopId,
  placedOn: placedOn ?? null,
  photoOn: photoOn ?? null,
  consentOn: consentOn ?? null,
  winter: winter ?? null,
  missing: [...missing],
});
