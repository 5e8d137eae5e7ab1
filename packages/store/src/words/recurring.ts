import type { Alternative, RecurringRecord, RecurringWish, Rejection, Service } from "@noriai/booking";
import type { BookingId, EpochSeconds, MemberId, RecurringId, RefusalId, ServiceDate } from "@noriai/kernel";
import type { ColumnType, GeneratedAlways } from "kysely";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import {
  addRecurring,
  listRecurringInForce,
  listRecurringOf,
  lockRecurring,
  saveRecurring,
} from "../repositories/recurring.ts";
import {
  forgetRecurringRide,
  listRecurringRides,
  listUntoldRides,
  recordRecurringRide,
  tellRecurringRide,
} from "../repositories/recurring-rides.ts";
import type { Json } from "../schema.ts";

/** A date's ride as it is kept, with the reasons where it was refused. */
export interface RecurringRide extends RecurringRecord {
  readonly rejections: readonly Rejection[];
  readonly alternatives: readonly Alternative[];
  /** When somebody told the rider of a refusal. */
  readonly toldAt?: EpochSeconds;
}

export interface NewRecurringRide extends RecurringRecord {
  readonly refusalId?: RefusalId;
}

export type RecurringKey = Pick<RecurringRecord, "serviceDate" | "leg"> & {
  readonly recurringId: RecurringId;
};

export type RecurringEvent =
  | "recurring-added"
  | "recurring-changed"
  | "recurring-date-left-out"
  | "recurring-date-taken-up"
  | "recurring-ended"
  | "recurring-ride-told";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** Recurring wishes (定期予約) and what came of their rides. */
export interface RecurringWords {
  addRecurring(
    service: Service,
    wish: Pick<RecurringWish, "memberId" | "channel" | "terms">,
    acting: Acting,
  ): Promise<RecurringWish>;
  /** The wish as it stands; whoever would change it waits until the end of this transaction. */
  lockRecurring(id: RecurringId): Promise<RecurringWish | undefined>;
  /** Writes a wish that was locked. */
  saveRecurring(wish: RecurringWish, event: RecurringEvent, acting: Acting): Promise<void>;
  /** Those that go on, then the others, each latest first. */
  listRecurringOf(member: MemberId): Promise<readonly RecurringWish[]>;
  /** Those for which anything may have to be done from `today` on. */
  listRecurringInForce(service: Service, today: ServiceDate): Promise<readonly RecurringWish[]>;
  /** In order of dates. */
  listRecurringRides(id: RecurringId): Promise<readonly RecurringRide[]>;
  /** False when somebody else was faster: then nothing of this transaction may stay. */
  recordRecurringRide(id: RecurringId, ride: NewRecurringRide): Promise<boolean>;
  /** A date is taken up again: its ride may be asked for once more. */
  forgetRecurringRide(key: RecurringKey, now: EpochSeconds): Promise<void>;
  /** Refused rides from `today` on of which nobody has told the rider, nearest first. */
  listUntoldRides(
    today: ServiceDate,
  ): Promise<readonly { readonly wish: RecurringWish; readonly ride: RecurringRide }[]>;
  /** False when there is no such refused ride; telling twice changes nothing. */
  tellRecurringRide(key: RecurringKey, acting: Acting): Promise<boolean>;
}

export const recurringWords = (context: Context): RecurringWords => ({
  addRecurring: (service, wish, acting) => addRecurring(context, { ...wish, service }, acting),
  lockRecurring: (id) => lockRecurring(context, id),
  saveRecurring: (wish, event, acting) => saveRecurring(context, { wish, event }, acting),
  listRecurringOf: (member) => listRecurringOf(context, member),
  listRecurringInForce: (service, today) => listRecurringInForce(context, service, today),
  listRecurringRides: (id) => listRecurringRides(context, id),
  recordRecurringRide: (id, ride) => recordRecurringRide(context, id, ride),
  forgetRecurringRide: (key, now) => forgetRecurringRide(context, key, now),
  listUntoldRides: (today) => listUntoldRides(context, today),
  tellRecurringRide: (key, acting) => tellRecurringRide(context, key, acting),
});

/** The tables behind these words. */
export interface RecurringTables {
  recurring_wishes: {
    tenant_id: Context["tenant"];
    recurring_id: RecurringId;
    service_id: Service["id"];
    member_id: MemberId;
    channel: RecurringWish["channel"];
    terms: Json<RecurringWish["terms"]>;
    version: number;
    left_out: Json<RecurringWish["leftOut"]>;
    registered_at: EpochSeconds;
    ended_at: ColumnType<EpochSeconds | null, EpochSeconds | null | undefined>;
    keeps_booked: ColumnType<boolean | null, boolean | null | undefined>;
    recorded: GeneratedAlways<number>;
  };
  recurring_rides: {
    tenant_id: Context["tenant"];
    recurring_id: RecurringId;
    service_date: ServiceDate;
    leg: RecurringRecord["leg"];
    version: number;
    asked_at: EpochSeconds;
    booking_id: BookingId | null;
    is_refused: boolean;
    refusal_id: RefusalId | null;
    told_at: EpochSeconds | null;
  };
}
