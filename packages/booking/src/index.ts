export { applyChanges } from "./apply-changes.ts";
export { type Approach, approachOf, type HeardOf } from "./approach.ts";
export type { ApproachReason } from "./approach-reason.ts";
export type {
  Alternative,
  Booking,
  BookingState,
  Fare,
  Offer,
  OfferReason,
  Promise,
  Quote,
  Refusal,
} from "./booking.ts";
export { bookingHistory, type Carrier, carrierOf, type HistoryEntry } from "./booking-history.ts";
export { allowedActions, BOOKING_LIFE, type BookingAction, isOpen, nextState } from "./booking-state.ts";
export { type BookingVersion, versionOf } from "./booking-version.ts";
export {
  type Hours,
  hoursOf,
  isOperatingDay,
  type NotOperating,
  nextOperatingDay,
  operatingHours,
  phoneOpen,
  phoneOpensNext,
  plannedOperatingDays,
  receptionOpen,
  whyNotOperating,
} from "./calendar.ts";
export { checkRequest, RULES } from "./check-request.ts";
export { type ClockClaim, countedAt } from "./counted-at.ts";
export {
  type AssignAnswer,
  type AssignmentWish,
  assign,
  type Crew,
  crewFindings,
  type WorkSpan,
  workOn,
} from "./crew.ts";
export type { CrewFault, CrewFinding } from "./crew-finding.ts";
export {
  type CrewRetention,
  type CrewRules,
  type CrewSettings,
  crewRulesOn,
  NATIONAL_CREW_RULES,
  type RollCallRules,
} from "./crew-rules.ts";
export { type Assignment, assignmentOf, type Stint, stintsOf } from "./crew-stints.ts";
export type { Change, Day, Decision, Duty } from "./day.ts";
export { dayOpenings, type HourlessTrip, type HourOpening, type HourState } from "./day-openings.ts";
export type { DayStep, StepBy } from "./day-step.ts";
export { type AnswerTo, type Drawn, decide, type Given, type Matter, type Taken } from "./decide.ts";
export { type CancelAnswer, type Cancellation, decideCancel } from "./decide-cancel.ts";
export { type ConfirmAnswer, type Confirmation, decideConfirm } from "./decide-confirm.ts";
export { decideImprove, type ImproveAnswer } from "./decide-improve.ts";
export { decideInstruct, type InstructAnswer } from "./decide-instruct.ts";
export { decideLeaveWaiting, type LeaveAnswer } from "./decide-leave-waiting.ts";
export { decideQuote, mayBeFound, type QuoteAnswer } from "./decide-quote.ts";
export { decideRelease, type ReleaseAnswer } from "./decide-release.ts";
export { decideReplan, type ReplanAnswer } from "./decide-replan.ts";
export { decideSettle, type SettleAnswer } from "./decide-settle.ts";
export { decideTask, type TaskAnswer } from "./decide-task.ts";
export { asRecorded, decideTold, type ToldAnswer } from "./decide-told.ts";
export { decideWait, type WaitAnswer, type WaitingWish } from "./decide-wait.ts";
export { decideWaitingOffers, type WaitingOffersAnswer } from "./decide-waiting-offers.ts";
export {
  type DelayCall,
  type DelayCallOutcome,
  type DelayEntry,
  type DelayList,
  delayList,
  type ToldTimes,
} from "./delay-list.ts";
export { delayNotices } from "./delay-notices.ts";
export {
  type CountedEntry,
  type Deed,
  type DeviceLog,
  type EntryOutcome,
  type LogBatch,
  type LogEntry,
  type LogKeeper,
  type TakenIn,
  takeIn,
} from "./device-log.ts";
export type { Doubt, Doubting, Mend } from "./doubt.ts";
export { doubtsOf } from "./doubts-of.ts";
export {
  type Driver,
  LICENCE_CLASSES,
  type Licence,
  type LicenceClass,
  type VehiclePapers,
} from "./driver.ts";
export {
  type DriverMessage,
  type DriverMessageContent,
  phoneFrom,
  SAYINGS_TO_DRIVER,
  SAYINGS_TO_OFFICE,
  type SayingToDriver,
  type SayingToOffice,
} from "./driver-message.ts";
export { dutiesOf, openDay } from "./duties.ts";
export {
  type DutyRecord,
  type DutyRide,
  dutyRecords,
  type FareNote,
  type Takings,
  takingsOf,
} from "./duty-record.ts";
export { effectiveEvents, lastStepOf } from "./effective-events.ts";
export type { Effect, Fate } from "./effects.ts";
export { type Effort, FIRST_LOOK, type SearchEffort } from "./effort.ts";
export { type Fairness, type FairnessFigures, type FairnessTable, fairness, type Mean } from "./fairness.ts";
export { meshOf } from "./fairness-area.ts";
export { shownCells } from "./fairness-small-cells.ts";
export { fareOf, fareTableOn } from "./fare.ts";
export { FARE_CLASSES, type FareClass, type Party, personsOf } from "./fare-class.ts";
export { type ClassifiedMember, type FareClassBasis, fareClassOf } from "./fare-class-of.ts";
export {
  GUARDIAN_BEFORE_AGE,
  GUARDIAN_RELATIONS,
  type Guardian,
  needsGuardian,
} from "./guardian.ts";
export { nationalHoliday } from "./holidays.ts";
export type {
  Instruction,
  InstructionRejection,
  OutOfService,
  OutOfServiceReason,
  Undoable,
} from "./instruction.ts";
export { intakeNotices } from "./intake-notices.ts";
export type { IntakeLimit, IntakeScope, IntakeStop } from "./intake-stop.ts";
export { knownDay } from "./known-day.ts";
export type { Member } from "./member.ts";
export { holdsMyNumber } from "./my-number.ts";
export {
  NO_SHOW_EXCUSES,
  type NoShow,
  type NoShowDeed,
  type NoShowExcuse,
  type NoShowNote,
  noShowsOf,
} from "./no-show.ts";
export { type NoShowNoteRejection, noShowNoteRejection } from "./no-show-note.ts";
export {
  type NoShowPolicy,
  type Standing,
  type StandingLevel,
  standingOf,
  type Uncounted,
} from "./no-show-standing.ts";
export {
  goodUntil,
  type Notice,
  type NoticeContent,
  type NoticeKind,
  type NoticeRide,
  toldByPeople,
} from "./notice.ts";
export { aboutBooking, noticesOf, rideOf } from "./notices-of.ts";
export { callableFrom, type OpenReturn, openReturnOf } from "./open-return.ts";
export { openVisits } from "./open-visits.ts";
export { type OrdinaryDays, ordinaryWeek } from "./ordinary-week.ts";
export { type OwnRide, ownRides, ownTotals } from "./own-rides.ts";
export { planMadeAnew } from "./plan-made-anew.ts";
export { problemOf } from "./problem.ts";
export {
  type PublishedPunctuality,
  publishedMonths,
  publishedPunctuality,
} from "./published-punctuality.ts";
export {
  type KeptPromises,
  type Lateness,
  type PromisedAndDone,
  type PromisedRide,
  type Punctuality,
  promisedRides,
  punctuality,
} from "./punctuality.ts";
export {
  isPassing,
  type LegOutlook,
  type RecurringOutlook,
  recurringAsksAt,
  recurringOutlook,
} from "./recurring-outlook.ts";
export { type RecurringStep, recurringSteps } from "./recurring-steps.ts";
export {
  type NotDue,
  RECURRING_DAYS_MAX,
  type RecurringFault,
  type RecurringLeg,
  type RecurringRecord,
  type RecurringTerms,
  type RecurringTime,
  type RecurringWish,
  recurringDates,
  recurringFaults,
  recurringLegs,
  recurringRequest,
  timeOn,
} from "./recurring-wish.ts";
export type { Rejection } from "./rejection.ts";
export { dateToRemind, reminderNotices } from "./reminders.ts";
export {
  type NotFit,
  notFit,
  ROLL_CALL_METHODS,
  type RollCall,
  type RollCallFault,
  type RollCallMethod,
  type RollCallMoment,
  type RollCallStand,
  rollCallFault,
  rollCallStand,
} from "./roll-call.ts";
export { cutoffOf, windowOpensAt } from "./rules/booking-window.ts";
export { isCovered } from "./rules/intake-stopped.ts";
export type { Ask, Rule } from "./rules/rule.ts";
export { isInArea } from "./rules/service-area.ts";
export { isActive } from "./rules/stop-active.ts";
export {
  type AtRisk,
  type DaySchedule,
  type DutyTimes,
  type PlannedVisit,
  type RideTimes,
  scheduleOf,
} from "./schedule-of.ts";
export { type SchoolYears, schoolYearsOf } from "./school-year.ts";
export type {
  BookingWindow,
  Channel,
  DateRange,
  Facility,
  FareTable,
  OperatingCalendar,
  PhoneReception,
  Service,
  ServiceStandards,
  Stop,
  StopPairRule,
  StopSign,
  TimeBand,
  Vehicle,
} from "./service.ts";
export {
  type BoardingRecord,
  type ServiceReport,
  serviceReport,
  type UsageTotals,
} from "./service-report.ts";
export { arrivalsAt, type StopArrival } from "./stop-arrivals.ts";
export type { ClosureReason, StopClosure } from "./stop-closure.ts";
export {
  type Placement,
  type PlacementGap,
  placementOf,
  STOP_RECORD_KINDS,
  type StopRecord,
  type StopRecordKind,
} from "./stop-placement.ts";
export {
  afterStep,
  STOP_TASK_STEPS,
  STOP_TROUBLES,
  type StopReport,
  type StopTask,
  type StopTaskState,
  type StopTaskStep,
  type StopTrouble,
  taskOfReport,
} from "./stop-task.ts";
export { strandedOn } from "./stranded.ts";
export type { DelayCause, FareMeans, FareReason, TaskEvent } from "./task-event.ts";
export type { TaskRejection } from "./task-rejection.ts";
export { isTouched } from "./touched-by-stop.ts";
export { TRIP_NEEDS, type TripNeed, withNeeds } from "./trip-need.ts";
export type { TripRequest, TripTime } from "./trip-request.ts";
export { type DutySheet, dutySheet, type TaskRider, type TripTask } from "./trip-tasks.ts";
export { type LeftSearch, type UnmetDemand, unmetDemand } from "./unmet-demand.ts";
export { reasonOfRefusal, type UnmetReason } from "./unmet-reason.ts";
export { LEAST_SHOWN, type MergedCounts, type Shown, withSmallMerged } from "./unmet-small-counts.ts";
export { type AskedWish, type Attempt, type AttemptEnd, wishesOf } from "./unmet-wishes.ts";
export { isVehicleOnTheWay } from "./vehicle-on-the-way.ts";
export {
  inFairOrder,
  placeOf,
  type Waiting,
  type WaitingChange,
  type WaitingEnd,
  type WaitingList,
  type WaitingTurn,
} from "./waiting.ts";
export { offerToWaiting } from "./waiting-round.ts";
export { type WaitingStandards, waitingStandardsOf } from "./waiting-standards.ts";
export { type WishedRide, wishedRide } from "./wished-ride.ts";
export type { TravelPlaces, World } from "./world.ts";
