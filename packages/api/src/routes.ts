import { z } from "zod";
import { route } from "./route.ts";
import { id, noContent, serviceDate, tenantParams } from "./schema/basics.ts";
import { auditEntry, board, dutyLine, positions, usageReport } from "./schema/board.ts";
import { delayCall, delayList } from "./schema/delay.ts";
import { dutySheet, positionReport, taskEventResults, taskEvents } from "./schema/duty.ts";
import { instructionAnswer, instructionOn } from "./schema/instruction.ts";
import { intakeNotice, intakeStop, newIntakeStop, touchedBookings } from "./schema/intake.ts";
import { contact, memberSummary, newMember, role, session, signIn } from "./schema/person.ts";
import { clockCommand, publicService, world } from "./schema/service.ts";
import { booking, quoteAnswer, tripRequest } from "./schema/trip.ts";

const T = "/api/t/:tenant";
const DESK = ["call_operator"] as const;
const BOOKERS = ["rider", ...DESK] as const;
const CONSOLE = ["call_operator", "transport_operator", "municipality"] as const;
const DISPATCHERS = ["call_operator", "transport_operator"] as const;
const REPORTS = ["transport_operator", "municipality", "auditor"] as const;

/** Every door of the server. What is not here does not exist. */
export const ROUTES = {
  getWorld: route({
    method: "GET",
    path: "/api/world",
    summary: "Mode, time and tenants",
    access: "public",
    response: world,
  }),
  setClock: route({
    method: "PUT",
    path: "/api/demo/clock",
    summary: "Move the demo clock",
    access: "demo",
    body: clockCommand,
    response: world,
  }),

  getService: route({
    method: "GET",
    path: `${T}/service`,
    summary: "The service as everybody may know it",
    access: "public",
    params: tenantParams,
    response: publicService,
  }),
  getRoads: route({
    method: "GET",
    path: `${T}/roads`,
    summary: "Base map: roads as GeoJSON",
    access: "public",
    params: tenantParams,
    response: { media: "application/geo+json" },
  }),

  signIn: route({
    method: "POST",
    path: `${T}/session`,
    summary: "Sign in",
    access: "public",
    params: tenantParams,
    body: signIn,
    response: session,
  }),
  enterDemo: route({
    method: "POST",
    path: `${T}/demo-session`,
    summary: "Enter the demo town in a role",
    access: "demo",
    params: tenantParams,
    body: z.object({ role }),
    response: session,
  }),
  getSession: route({
    method: "GET",
    path: `${T}/session`,
    summary: "Who is signed in",
    access: "signed-in",
    params: tenantParams,
    response: session,
  }),
  signOut: route({
    method: "DELETE",
    path: `${T}/session`,
    summary: "Sign out",
    access: "signed-in",
    params: tenantParams,
    response: noContent,
  }),

  askQuote: route({
    method: "POST",
    path: `${T}/quotes`,
    summary: "Ask for an offer; it is held until it expires",
    access: BOOKERS,
    params: tenantParams,
    body: tripRequest,
    response: quoteAnswer,
    idempotent: true,
  }),
  confirmQuote: route({
    method: "POST",
    path: `${T}/quotes/:quoteId/confirm`,
    summary: "Turn the offer into a booking",
    access: BOOKERS,
    params: tenantParams.extend({ quoteId: id }),
    response: booking,
    idempotent: true,
  }),
  releaseQuote: route({
    method: "DELETE",
    path: `${T}/quotes/:quoteId`,
    summary: "Give a held offer back",
    access: BOOKERS,
    params: tenantParams.extend({ quoteId: id }),
    response: noContent,
  }),
  listMyBookings: route({
    method: "GET",
    path: `${T}/my/bookings`,
    summary: "The rider's own bookings",
    access: ["rider"],
    params: tenantParams,
    response: z.object({ bookings: z.array(booking) }),
  }),
  cancelBooking: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/cancel`,
    summary: "Cancel a booking",
    access: BOOKERS,
    params: tenantParams.extend({ bookingId: id }),
    body: z.object({ reason: z.string().trim().max(200) }),
    response: booking,
    idempotent: true,
  }),

  searchMembers: route({
    method: "GET",
    path: `${T}/members`,
    summary: "Find members by phone number, kana or member number",
    access: DESK,
    params: tenantParams,
    query: z.object({ q: z.string().trim().min(2).max(60) }),
    response: z.object({ members: z.array(memberSummary) }),
  }),
  addMember: route({
    method: "POST",
    path: `${T}/members`,
    summary: "Register a member",
    access: DESK,
    params: tenantParams,
    body: newMember,
    response: memberSummary,
    idempotent: true,
  }),
  listMemberBookings: route({
    method: "GET",
    path: `${T}/members/:memberId/bookings`,
    summary: "A member's bookings, latest first",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    response: z.object({ bookings: z.array(booking) }),
  }),

  setMemberContact: route({
    method: "PUT",
    path: `${T}/members/:memberId/contact`,
    summary: "How a member is to be told of changes",
    access: DESK,
    params: tenantParams.extend({ memberId: id }),
    body: z.object({ contact }),
    response: noContent,
  }),

  getDelayList: route({
    method: "GET",
    path: `${T}/delay-list`,
    summary: "Riders of today to be called because of lateness, most urgent first",
    access: DESK,
    params: tenantParams,
    response: delayList,
  }),
  recordDelayCall: route({
    method: "POST",
    path: `${T}/bookings/:bookingId/delay-calls`,
    summary: "Keep what came of a call because of lateness",
    access: DESK,
    params: tenantParams.extend({ bookingId: id }),
    body: delayCall,
    response: noContent,
    idempotent: true,
  }),
  closeDelayList: route({
    method: "POST",
    path: `${T}/delay-list/close`,
    summary: "Put today's call list away; refused while anybody is still to be told",
    access: DESK,
    params: tenantParams,
    response: noContent,
  }),

  getDutySheet: route({
    method: "GET",
    path: `${T}/duty`,
    summary: "Today's tasks of the driver's vehicle",
    access: ["driver"],
    params: tenantParams,
    response: dutySheet,
  }),
  recordTaskEvents: route({
    method: "POST",
    path: `${T}/duty/events`,
    summary: "Record what happened; each event counts once",
    access: ["driver"],
    params: tenantParams,
    body: taskEvents,
    response: taskEventResults,
  }),
  acknowledgePlan: route({
    method: "POST",
    path: `${T}/duty/acknowledgement`,
    summary: "The terminal has shown this plan version",
    access: ["driver"],
    params: tenantParams,
    body: z.object({ version: z.int().min(0) }),
    response: noContent,
  }),
  reportPosition: route({
    method: "POST",
    path: `${T}/duty/position`,
    summary: "Where the vehicle is",
    access: ["driver"],
    params: tenantParams,
    body: positionReport,
    response: noContent,
  }),
  getMyDutyLine: route({
    method: "GET",
    path: `${T}/duty/line`,
    summary: "The road path of the driver's remaining stops",
    access: ["driver"],
    params: tenantParams,
    response: dutyLine,
  }),

  getBoard: route({
    method: "GET",
    path: `${T}/board`,
    summary: "The day of operation",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: board,
  }),
  previewInstruction: route({
    method: "POST",
    path: `${T}/board/instructions/preview`,
    summary: "What an instruction would do to riders; nothing is changed",
    access: DISPATCHERS,
    params: tenantParams,
    body: instructionOn,
    response: instructionAnswer,
  }),
  giveInstruction: route({
    method: "POST",
    path: `${T}/board/instructions`,
    summary:
      "Take a vehicle out of service or bring it back, move a rider, or take the last instruction back",
    access: DISPATCHERS,
    params: tenantParams,
    body: instructionOn.extend({ version: z.int().min(0).describe("of the plan that was previewed") }),
    response: instructionAnswer,
    idempotent: true,
  }),
  getPositions: route({
    method: "GET",
    path: `${T}/board/positions`,
    summary: "Where the vehicles were last heard of on a day",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: positions,
  }),
  getDutyLine: route({
    method: "GET",
    path: `${T}/board/duties/:dutyId/line`,
    summary: "The road path of a duty",
    access: CONSOLE,
    params: tenantParams.extend({ dutyId: id }),
    query: z.object({ date: serviceDate }),
    response: dutyLine,
  }),

  getIntake: route({
    method: "GET",
    path: `${T}/intake`,
    summary: "Stops of intake that stand, as everybody is told",
    access: "public",
    params: tenantParams,
    response: z.object({ stops: z.array(intakeNotice) }),
  }),
  listIntakeStops: route({
    method: "GET",
    path: `${T}/intake-stops`,
    summary: "Stops of intake: those that stand, then past ones, latest first",
    access: CONSOLE,
    params: tenantParams,
    response: z.object({ stops: z.array(intakeStop) }),
  }),
  stopIntake: route({
    method: "POST",
    path: `${T}/intake-stops`,
    summary: "Stop new bookings on every channel, at once and for offers that are held",
    access: CONSOLE,
    params: tenantParams,
    body: newIntakeStop,
    response: intakeStop,
    idempotent: true,
  }),
  resumeIntake: route({
    method: "POST",
    path: `${T}/intake-stops/:intakeStopId/resume`,
    summary: "Take new bookings again",
    access: CONSOLE,
    params: tenantParams.extend({ intakeStopId: id }),
    response: intakeStop,
    idempotent: true,
  }),
  listTouchedBookings: route({
    method: "GET",
    path: `${T}/intake-stops/:intakeStopId/bookings`,
    summary: "Bookings ahead that lie under a stop of intake",
    access: CONSOLE,
    params: tenantParams.extend({ intakeStopId: id }),
    response: touchedBookings,
  }),

  getReport: route({
    method: "GET",
    path: `${T}/report`,
    summary: "Boarding records and usage results",
    access: REPORTS,
    params: tenantParams,
    query: z.object({ from: serviceDate, to: serviceDate }),
    response: usageReport,
  }),
  getReportCsv: route({
    method: "GET",
    path: `${T}/report.csv`,
    summary: "Boarding records as CSV",
    access: REPORTS,
    params: tenantParams,
    query: z.object({
      from: serviceDate,
      to: serviceDate,
      encoding: z.enum(["utf-8", "shift_jis"]).default("utf-8"),
    }),
    response: { media: "text/csv" },
  }),
  listAudit: route({
    method: "GET",
    path: `${T}/audit`,
    summary: "Audit log, latest first, without personal values",
    access: ["municipality", "auditor"],
    params: tenantParams,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      before: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .describe("only older entries: the id of the last one of the page before"),
    }),
    response: z.object({ entries: z.array(auditEntry) }),
  }),

  follow: route({
    method: "GET",
    path: `${T}/live`,
    summary: "Server-sent events: what changed, to be fetched again",
    access: "signed-in",
    params: tenantParams,
    response: { media: "text/event-stream" },
  }),
} as const;

export type Routes = typeof ROUTES;
export type RouteName = keyof Routes;
