import type { RouteName } from "@noriai/api";
import type { Handler } from "../call.ts";
import { askAddressCode } from "./address-codes.ts";
import { getMyApproach } from "./approach.ts";
import { getAppManifest } from "./apps.ts";
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
import { listConflicts, listMyConflicts, settleConflict, withdrawConflict } from "./conflicts.ts";
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
import { sendDeviceLog } from "./device-log.ts";
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
import { getDutyRecordsCsv, getMyDutyRecord, listDutyRecords } from "./duty-records.ts";
import { eraseMember } from "./erase-member.ts";
import {
  acceptInvitation,
  inviteHelper,
  listHelpedBookings,
  listMyHelpers,
  listMyHelping,
  readInvitation,
  revokeHelper,
  setHelpedNotices,
  stopHelping,
} from "./helping.ts";
import { giveInstruction, previewInstruction } from "./instructions.ts";
import { getIntake, listIntakeStops, listTouchedBookings, resumeIntake, stopIntake } from "./intake.ts";
import { askJoinCode, getJoining, join } from "./join.ts";
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
import { changeMyRecord, getMyRecord, leaveMembership, listMyReadings } from "./my-data.ts";
import { getMyData, getMyDataCsv } from "./my-export.ts";
import { listMyRides } from "./my-rides.ts";
import { endMyOtherSessions, endMySession, listMySessions } from "./my-sessions.ts";
import { listNotices, noticeTold } from "./notices.ts";
import { dropReturn, listOpenReturns, wishReturn } from "./open-returns.ts";
import { getOpenings } from "./openings.ts";
import { enterPaperEvents, getRunSheet } from "./paper.ts";
import {
  addMyPasskey,
  listMyPasskeys,
  removeMyPasskey,
  signInWithPasskey,
  startMyPasskey,
  startPasskeySignIn,
} from "./passkeys.ts";
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
import { getRegistration, listRegistrations, noteEvidence, settleRegistration } from "./registrations.ts";
import { getReport, getReportCsv, listAudit } from "./report.ts";
import { getRollCallsCsv, listRollCalls, recordRollCall } from "./roll-calls.ts";
import { getServicePromise } from "./service-promise.ts";
import { enterDemo, getSession, signIn, signOut } from "./session.ts";
import { endDuty, getMyShift, reportOwnRollCall } from "./shift.ts";
import { askSignInCode, listDemoCodes, signInWithCode } from "./sign-in-code.ts";
import { findAddress, getStopMoment } from "./stop-moment.ts";
import { getStopPhoto, removeStopPhoto, saveStopPhoto } from "./stop-photos.ts";
import { addStopRecord, listPlacements, listStopRecords } from "./stop-placements.ts";
import { listStopTasks, reportStop, stepStopTask } from "./stop-tasks.ts";
import { bindTerminal, getTerminal, signInAtTerminal } from "./terminal.ts";
import { listTerminalStates, reportTerminalState } from "./terminal-states.ts";
import { askQuote, cancelBooking, confirmQuote, listMyBookings, releaseQuote } from "./trips.ts";
import { joinWaiting, leaveWaiting, listMemberWaiting, listMyWaiting } from "./waiting.ts";
import { getWaitingTasks, recordWaitingCall } from "./waiting-tasks.ts";

/** A handler for every line of the route table; a missing one does not compile. */
export const HANDLERS: { readonly [N in RouteName]: Handler<N> } = {
  getWorld,
  getAppManifest,
  setClock,
  setLife,
  getService,
  getServicePromise,
  getRoads,
  signIn,
  enterDemo,
  getSession,
  signOut,
  askSignInCode,
  signInWithCode,
  listDemoCodes,
  startPasskeySignIn,
  signInWithPasskey,
  listMySessions,
  endMySession,
  endMyOtherSessions,
  listMyPasskeys,
  startMyPasskey,
  addMyPasskey,
  removeMyPasskey,
  askQuote,
  confirmQuote,
  releaseQuote,
  listMyBookings,
  getMyRecord,
  changeMyRecord,
  listMyReadings,
  listMyRides,
  getMyData,
  getMyDataCsv,
  leaveMembership,
  listMyHelpers,
  inviteHelper,
  revokeHelper,
  readInvitation,
  acceptInvitation,
  listMyHelping,
  listHelpedBookings,
  setHelpedNotices,
  stopHelping,
  joinWaiting,
  leaveWaiting,
  listMyWaiting,
  listMemberWaiting,
  getWaitingTasks,
  recordWaitingCall,
  getMyApproach,
  cancelBooking,
  getStopMoment,
  findAddress,
  reportStop,
  listStopTasks,
  stepStopTask,
  listPlacements,
  listStopRecords,
  addStopRecord,
  getStopPhoto,
  saveStopPhoto,
  removeStopPhoto,
  getOpenings,
  listOpenReturns,
  wishReturn,
  dropReturn,
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
  getJoining,
  askJoinCode,
  join,
  listRegistrations,
  getRegistration,
  settleRegistration,
  noteEvidence,
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
  askAddressCode,
  addMyChannel,
  removeMyChannel,
  listMemberChannels,
  addMemberChannel,
  removeMemberChannel,
  getDutySheet,
  recordTaskEvents,
  sendDeviceLog,
  listMyConflicts,
  withdrawConflict,
  listConflicts,
  settleConflict,
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
  getMyDutyRecord,
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
