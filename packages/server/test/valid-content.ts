import type { RouteName } from "@noriai/api";
import { NOBODY_ELSE, text, trip } from "./house.ts";

const WEEKLY = {
  weekdays: [2],
  first: "2026-11-24",
  last: "2026-12-22",
  from: "s01",
  to: "s02",
  time: { mode: "arrive", at: "10:30" },
  companions: NOBODY_ELSE,
  wheelchairs: 0,
};

/** For each route that takes content, some that its schemas accept. */
export const VALID: { readonly [N in RouteName]?: { readonly query?: string; readonly body?: unknown } } = {
  setClock: { body: { action: "pause" } },
  setLife: { body: { action: "stop" } },
  signIn: { body: { login: "nobody", password: "wrong password" } },
  enterDemo: { body: { role: "auditor" } },
  askQuote: { body: trip() },
  cancelBooking: { body: { reason: "" } },
  searchMembers: { query: `q=${encodeURIComponent("さとう")}` },
  addMember: {
    body: { name: "試験", kana: "しけん", phone: "0836-00-7777", birthDate: "1960-01-01", town: "船木" },
  },
  listBookings: { query: "from=2026-11-24&to=2026-11-24" },
  changeBooking: { body: { quoteId: "q1", version: "v" } },
  callOffBooking: { body: { version: "v", reason: "試験" } },
  listMembers: { query: "page=1" },
  changeMember: {
    body: {
      name: "試験",
      kana: "しけん",
      phone: "0836-00-7777",
      birthDate: "1960-01-01",
      town: "船木",
      version: 1,
    },
  },
  eraseMember: { body: { memberNo: "1", ahead: "refuse" } },
  noteNoShow: { body: { deed: { kind: "warned" } } },
  setMemberContact: { body: { contact: "text" } },
  ringCall: { body: { number: "0836-00-0001" } },
  openCall: { body: {} },
  closeCall: { body: { outcome: "information", bookingIds: [], doubts: [] } },
  doubtTrip: { body: trip({ memberId: "nobody" }) },
  addDelegate: {
    body: { name: "試験", relation: "family", consentedOn: "2020-01-01", consentedHow: "phone" },
  },
  enterPaperEvents: {
    body: { events: [{ id: "p1", dutyId: "d", at: text("09:00"), kind: "arrived", stopId: "s01" }] },
  },
  recordDelayCall: { body: { outcome: "absent" } },
  listDriverMessages: { query: "date=2026-11-24" },
  sendDriverMessage: {
    body: {
      serviceDate: "2026-11-24",
      dutyId: "2026-11-24.v1.1",
      content: { kind: "saying", saying: "check-plan" },
    },
  },
  sendDutyMessage: { body: { content: { kind: "saying", saying: "call-me" } } },
  receiveDutyMessage: { body: { receipt: "shown" } },
  listNotices: { query: "date=2026-11-24" },
  addMyChannel: { body: { means: "email", address: "rider@example.jp" } },
  addMemberChannel: { body: { means: "sms", address: "090-1234-5678", language: "en" } },
  recordTaskEvents: {
    body: { events: [{ id: "e1", dutyId: "d", at: text("09:00"), kind: "delayed", by: 0, cause: "other" }] },
  },
  acknowledgePlan: { body: { version: 0 } },
  reportPosition: { body: { lat: 34, lng: 131, at: text("08:40") } },
  stopIntake: { body: { scope: {}, reason: "試験", notice: "試験のため", plannedEnd: text("12:00") } },
  getBoard: { query: "date=2026-11-24" },
  previewInstruction: { body: { serviceDate: "2026-11-24", instruction: { kind: "undo" } } },
  giveInstruction: { body: { serviceDate: "2026-11-24", version: 0, instruction: { kind: "undo" } } },
  getPositions: { query: "date=2026-11-24" },
  getDutyLine: { query: "date=2026-11-24" },
  tryRecurring: { body: WEEKLY },
  addRecurring: { body: WEEKLY },
  changeRecurring: { body: WEEKLY },
  leaveOutRecurring: { body: { leftOut: true } },
  endRecurring: { body: { keepsBooked: true } },
  tellRecurring: { body: { serviceDate: "2026-11-24", leg: "out" } },
  getReport: { query: "from=2026-11-24&to=2026-11-24" },
  getReportCsv: { query: "from=2026-11-24&to=2026-11-24" },
  listAudit: { query: "limit=10" },
};
