import type { RouteName } from "@noriai/api";
import type { Handler } from "../call.ts";
import { getBoard, getDutyLine } from "./board.ts";
import { closeDelayList, getDelayList, recordDelayCall } from "./delay-list.ts";
import { acknowledgePlan, getDutySheet, getMyDutyLine, recordTaskEvents, reportPosition } from "./duty.ts";
import { giveInstruction, previewInstruction } from "./instructions.ts";
import { getIntake, listIntakeStops, listTouchedBookings, resumeIntake, stopIntake } from "./intake.ts";
import { follow } from "./live.ts";
import { addMember, listMemberBookings, searchMembers, setMemberContact } from "./members.ts";
import { getBookingHistory, getPastBoard, getPastDay } from "./past.ts";
import { getPositions } from "./positions.ts";
import { getRoads, getService, getWorld, setClock } from "./public.ts";
import { getReport, getReportCsv, listAudit } from "./report.ts";
import { enterDemo, getSession, signIn, signOut } from "./session.ts";
import { askQuote, cancelBooking, confirmQuote, listMyBookings, releaseQuote } from "./trips.ts";

/** A handler for every line of the route table; a missing one does not compile. */
export const HANDLERS: { readonly [N in RouteName]: Handler<N> } = {
  getWorld,
  setClock,
  getService,
  getRoads,
  signIn,
  enterDemo,
  getSession,
  signOut,
  askQuote,
  confirmQuote,
  releaseQuote,
  listMyBookings,
  cancelBooking,
  searchMembers,
  addMember,
  listMemberBookings,
  setMemberContact,
  getDelayList,
  recordDelayCall,
  closeDelayList,
  getDutySheet,
  recordTaskEvents,
  acknowledgePlan,
  reportPosition,
  getMyDutyLine,
  getBoard,
  previewInstruction,
  giveInstruction,
  getPositions,
  getDutyLine,
  getIntake,
  listIntakeStops,
  stopIntake,
  resumeIntake,
  listTouchedBookings,
  getBookingHistory,
  getPastDay,
  getPastBoard,
  getReport,
  getReportCsv,
  listAudit,
  follow,
};
