import type { RouteName } from "@noriai/api";
import type { Handler } from "../call.ts";
import { getBoard, getDutyLine } from "./board.ts";
import { getBooking, listBookings } from "./bookings.ts";
import {
  addDelegate,
  closeCall,
  correctCall,
  doubtTrip,
  listCalls,
  listDelegates,
  openCall,
  revokeDelegate,
  ringCall,
  takeCall,
} from "./calls.ts";
import { callOffBooking, changeBooking } from "./change-booking.ts";
import {
  addMemberChannel,
  addMyChannel,
  listMemberChannels,
  listMyChannels,
  removeMemberChannel,
  removeMyChannel,
} from "./channels.ts";
import {
  addDriver,
  assignDuty,
  changeDriver,
  getCrewDay,
  issuePin,
  listDrivers,
  releasePin,
  saveVehiclePapers,
} from "./crew.ts";
import { closeDelayList, getDelayList, recordDelayCall } from "./delay-list.ts";
import { getDemand, getDemandCsv, leaveSearch } from "./demand.ts";
import {
  addDevice,
  changeDevice,
  issueDeviceCode,
  listDevices,
  signOutDevice,
  unlockDevice,
} from "./devices.ts";
import {
  listDriverMessages,
  listDutyMessages,
  readDriverMessage,
  receiveDutyMessage,
  sendDriverMessage,
  sendDutyMessage,
} from "./driver-messages.ts";
import { acknowledgePlan, getDutySheet, getMyDutyLine, recordTaskEvents, reportPosition } from "./duty.ts";
import { getDutyRecordsCsv, listDutyRecords } from "./duty-records.ts";
import { eraseMember } from "./erase-member.ts";
import { giveInstruction, previewInstruction } from "./instructions.ts";
import { getIntake, listIntakeStops, listTouchedBookings, resumeIntake, stopIntake } from "./intake.ts";
import { setLife } from "./life.ts";
import { follow } from "./live.ts";
import {
  changeMember,
  getMember,
  getMemberStanding,
  listMemberChanges,
  listMembers,
  noteNoShow,
} from "./member-care.ts";
import { addMember, listMemberBookings, searchMembers, setMemberContact } from "./members.ts";
import { listNotices, noticeTold } from "./notices.ts";
import { enterPaperEvents, getRunSheet } from "./paper.ts";
import { getBookingHistory, getPastBoard, getPastDay } from "./past.ts";
import { getPositions } from "./positions.ts";
import { getRoads, getService, getWorld, setClock } from "./public.ts";
import {
  addRecurring,
  changeRecurring,
  endRecurring,
  leaveOutRecurring,
  listRecurring,
  listRecurringTasks,
  tellRecurring,
  tryRecurring,
} from "./recurring.ts";
import { getReport, getReportCsv, listAudit } from "./report.ts";
import { getRollCallsCsv, listRollCalls, recordRollCall } from "./roll-calls.ts";
import { enterDemo, getSession, signIn, signOut } from "./session.ts";
import { endDuty, getMyShift, reportOwnRollCall } from "./shift.ts";
import { bindTerminal, getTerminal, signInAtTerminal } from "./terminal.ts";
import { listTerminalStates, reportTerminalState } from "./terminal-states.ts";
import { askQuote, cancelBooking, confirmQuote, listMyBookings, releaseQuote } from "./trips.ts";
import { joinWaiting, leaveWaiting, listMemberWaiting, listMyWaiting } from "./waiting.ts";
import { getWaitingTasks, recordWaitingCall } from "./waiting-tasks.ts";

/** A handler for every line of the route table; a missing one does not compile. */
export const HANDLERS: { readonly [N in RouteName]: Handler<N> } = {
  getWorld,
  setClock,
  setLife,
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
  joinWaiting,
  leaveWaiting,
  listMyWaiting,
  listMemberWaiting,
  getWaitingTasks,
  recordWaitingCall,
  cancelBooking,
  listBookings,
  getBooking,
  changeBooking,
  callOffBooking,
  listMembers,
  getMember,
  changeMember,
  listMemberChanges,
  eraseMember,
  getMemberStanding,
  noteNoShow,
  searchMembers,
  addMember,
  listMemberBookings,
  setMemberContact,
  ringCall,
  takeCall,
  openCall,
  closeCall,
  correctCall,
  listCalls,
  doubtTrip,
  listDelegates,
  addDelegate,
  revokeDelegate,
  getRunSheet,
  enterPaperEvents,
  getDelayList,
  recordDelayCall,
  closeDelayList,
  listDriverMessages,
  sendDriverMessage,
  readDriverMessage,
  listDutyMessages,
  sendDutyMessage,
  receiveDutyMessage,
  listNotices,
  noticeTold,
  listMyChannels,
  addMyChannel,
  removeMyChannel,
  listMemberChannels,
  addMemberChannel,
  removeMemberChannel,
  getDutySheet,
  recordTaskEvents,
  acknowledgePlan,
  reportPosition,
  getMyDutyLine,
  reportTerminalState,
  listTerminalStates,
  getCrewDay,
  assignDuty,
  listDrivers,
  addDriver,
  changeDriver,
  issuePin,
  releasePin,
  saveVehiclePapers,
  listRollCalls,
  recordRollCall,
  getRollCallsCsv,
  listDutyRecords,
  getDutyRecordsCsv,
  listDevices,
  addDevice,
  changeDevice,
  issueDeviceCode,
  signOutDevice,
  unlockDevice,
  getTerminal,
  bindTerminal,
  signInAtTerminal,
  getMyShift,
  reportOwnRollCall,
  endDuty,
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
  listRecurring,
  tryRecurring,
  addRecurring,
  changeRecurring,
  leaveOutRecurring,
  endRecurring,
  listRecurringTasks,
  tellRecurring,
  getDemand,
  getDemandCsv,
  leaveSearch,
  getReport,
  getReportCsv,
  listAudit,
  follow,
};
