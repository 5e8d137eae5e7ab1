import type { MemberStanding } from "@noriai/api";
import {
  type Booking,
  type NoShow,
  type NoShowDeed,
  noShowNoteRejection,
  noShowsOf,
  type Service,
  standingOf,
} from "@noriai/booking";
import { type AccountId, type EpochSeconds, serviceDateOf } from "@noriai/kernel";
import type { StoredNoShowNote } from "@noriai/store";
import { type Write, writeIn } from "./trip.ts";

type Missed = MemberStanding["missed"][number];

/** Where a member stands who missed rides, with every note about each of them. */
export function presentStanding({
  service,
  bookings,
  notes,
  nameOf,
  now,
}: {
  readonly service: Service;
  readonly bookings: readonly Booking[];
  readonly notes: readonly StoredNoShowNote[];
  readonly nameOf: (account: AccountId | null) => string | null;
  readonly now: EpochSeconds;
}): MemberStanding {
  const policy = service.noShows;
  const noShows = noShowsOf(bookings, notes);
  const today = serviceDateOf(now, service.timeZone);
  const { level, counted, uncounted, saidAt, fallsOn } = standingOf({ noShows, policy, today });
  const because = new Map(uncounted.map((one) => [one.noShow.bookingId, one.because]));
  const write = writeIn(service.timeZone);
  return {
    level,
    counted: counted.length,
    saidAt: saidAt === undefined ? null : write(saidAt),
    fallsOn: fallsOn ?? null,
    policy: policy ? { ...policy, excuses: [...policy.excuses] } : null,
    missed: noShows.map((noShow) => ({
      ...missedRide(bookings.find(({ id }) => id === noShow.bookingId)!, write),
      uncounted: because.get(noShow.bookingId) ?? null,
      notes: notes
        .filter(({ bookingId }) => bookingId === noShow.bookingId)
        .map((note) => presentNote(note, { write, nameOf })),
      deeds: deedsFor(noShow, service),
    })),
  };
}

const missedRide = ({ id, request, promise }: Booking, write: Write) => ({
  bookingId: id,
  serviceDate: request.serviceDate,
  from: request.from,
  to: request.to,
  pickupFrom: write(promise.pickupFrom),
});

const presentNote = (
  note: StoredNoShowNote,
  of: { readonly write: Write; readonly nameOf: (account: AccountId | null) => string | null },
): Missed["notes"][number] => ({
  at: of.write(note.at),
  by: of.nameOf(note.by),
  kind: note.kind,
  excuse: note.kind === "excused" ? note.excuse : null,
  words: note.words,
});

/** What may be noted now. Of an excuse it is told that there may be one; which, the policy says. */
function deedsFor(noShow: NoShow, { noShows: policy }: Service): Missed["deeds"] {
  const [excuse] = policy?.excuses ?? [];
  const deeds: readonly NoShowDeed[] = [
    ...(excuse === undefined || noShow.excuse !== undefined ? [] : [{ kind: "excused", excuse } as const]),
    { kind: "excuse-withdrawn" },
    { kind: "warned" },
    { kind: "letter-sent" },
    { kind: "appealed" },
    { kind: "appeal-granted" },
    { kind: "appeal-dismissed" },
  ];
  return deeds
    .filter((deed) => noShowNoteRejection({ noShow, deed, policy }) === undefined)
    .map(({ kind }) => kind);
}
