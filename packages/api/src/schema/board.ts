import { z } from "zod";
import { id, instant, party, position, serviceDate, yen } from "./basics.ts";
import { instructionKind, outOfService, stopClosure } from "./instruction.ts";
import { punctuality } from "./punctuality.ts";
import { booking, rejection, trip } from "./trip.ts";

/** A visit of the plan with its promise, for the timeline. */
export const boardVisit = z.object({
  bookingId: id,
  kind: z.enum(["pickup", "dropoff"]),
  stopId: id,
  plannedAt: instant,
  actualAt: instant.nullable(),
  from: instant,
  to: instant,
  load: z.int().describe("persons aboard after it"),
});

export const board = z.object({
  serviceDate,
  version: z.int(),
  duties: z.array(
    z.object({
      id,
      vehicleId: id,
      startsAt: instant,
      endsAt: instant,
      /** The terminal has shown the present plan to the driver. */
      acknowledged: z.boolean(),
      unseenSince: instant.nullable().describe("since when the terminal has not shown the present plan"),
      delay: z.int(),
      turnedAt: instant.nullable().describe("when a plan made anew last gave it another next stop"),
      outOfService: outOfService.nullable().describe("a dispatcher has taken it out of service"),
      added: z.boolean().describe("a dispatcher has added it to the day"),
      visits: z.array(boardVisit),
    }),
  ),
  bookings: z.array(
    booking.extend({
      calledName: z.string().nullable(),
      riders: party,
      dutyId: id.nullable(),
      lateBy: z.int(),
      pinned: z.boolean().describe("no search takes the rider out of this vehicle and turn"),
      waitUntil: instant.nullable().describe("a dispatcher lets the vehicle wait so long"),
    }),
  ),
  held: z.array(z.object({ quoteId: id, trip, expiresAt: instant, dutyId: id })),
  stranded: z.array(id).describe("bookings that no vehicle brings to where they want to go"),
  closures: z.array(stopClosure).describe("stops closed within the day, that are closed still"),
  undoable: z
    .object({ kind: instructionKind, at: instant })
    .nullable()
    .describe("the last instruction, while it can be taken back"),
});

/** Where the vehicles were last heard of; told apart from the board, because it changes with every report. */
export const positions = z.object({
  positions: z.array(position.extend({ vehicleId: id, at: instant })),
});

export const dutyLine = z.object({
  type: z.literal("LineString"),
  coordinates: z.array(z.tuple([z.number(), z.number()])),
});

export const boardingRecord = z.object({
  serviceDate,
  bookingId: id,
  vehicleId: id.nullable(),
  fromStop: z.string(),
  toStop: z.string(),
  promisedPickupFrom: instant,
  promisedPickupTo: instant,
  boardedAt: instant.nullable(),
  alightedAt: instant.nullable(),
  party,
  fareDue: yen,
  fareCollected: yen,
  channel: z.enum(["web", "phone"]),
  state: z.string(),
  shared: z.boolean().describe("乗合: another booking was aboard at the same time"),
});

export const usageReport = z.object({
  from: serviceDate,
  to: serviceDate,
  projectName: z.string(),
  records: z.array(boardingRecord),
  totals: z.object({
    operatingDays: z.int(),
    bookings: z.int(),
    rides: z.int(),
    persons: z.int(),
    cancelled: z.int(),
    noShows: z.int(),
    refusals: z.int(),
    sharedRides: z.int(),
    fareDue: yen,
    fareCollected: yen,
    personsByClass: party,
  }),
  punctuality,
  byHour: z.array(z.object({ hour: z.int(), rides: z.int(), refusals: z.int() })),
  byStop: z.array(z.object({ stopId: id, boarded: z.int(), alighted: z.int() })),
  refusals: z.array(
    z.object({ at: instant, trip, rejections: z.array(rejection), channel: z.enum(["web", "phone"]) }),
  ),
});

export const auditEntry = z.object({
  id: z.int().describe("where it stands in the log; rises with each entry"),
  at: instant,
  actor: z.string(),
  role: z.string(),
  event: z.string(),
  subject: z.string(),
  purpose: z.string().nullable(),
});
