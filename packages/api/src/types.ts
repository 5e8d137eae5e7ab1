import type { z } from "zod";
import type { Media } from "./route.ts";
import type { RouteName, Routes } from "./routes.ts";
import type * as BoardSchema from "./schema/board.ts";
import type * as BookingsSchema from "./schema/bookings.ts";
import type * as CallsSchema from "./schema/calls.ts";
import type * as CrewSchema from "./schema/crew.ts";
import type * as DelaySchema from "./schema/delay.ts";
import type * as DemandSchema from "./schema/demand.ts";
import type * as DriverMessageSchema from "./schema/driver-message.ts";
import type * as DutySchema from "./schema/duty.ts";
import type * as DutyRecordSchema from "./schema/duty-record.ts";
import type * as InstructionSchema from "./schema/instruction.ts";
import type * as IntakeSchema from "./schema/intake.ts";
import type * as MemberCareSchema from "./schema/member-care.ts";
import type * as NoticeSchema from "./schema/notice.ts";
import type * as PaperSchema from "./schema/paper.ts";
import type * as PastSchema from "./schema/past.ts";
import type * as PersonSchema from "./schema/person.ts";
import type * as RecurringSchema from "./schema/recurring.ts";
import type * as RollCallSchema from "./schema/roll-call.ts";
import type * as ServiceSchema from "./schema/service.ts";
import type * as TerminalSchema from "./schema/terminal.ts";
import type * as TerminalStateSchema from "./schema/terminal-state.ts";
import type * as TripSchema from "./schema/trip.ts";
import type * as WaitingSchema from "./schema/waiting.ts";

type Of<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.input<S>
  : undefined;

/** What a call of this route carries and answers, as JSON. */
export type Params<N extends RouteName> = Of<Routes[N], "params">;
export type Query<N extends RouteName> = Of<Routes[N], "query">;
export type Body<N extends RouteName> = Of<Routes[N], "body">;
export type Answer<N extends RouteName> = Routes[N]["response"] extends infer S
  ? S extends Media
    ? string
    : S extends z.ZodType
      ? z.output<S>
      : never
  : never;

export type World = z.infer<typeof ServiceSchema.world>;
export type PublicService = z.infer<typeof ServiceSchema.publicService>;
export type Stop = z.infer<typeof ServiceSchema.stop>;
export type TripRequestBody = z.input<typeof TripSchema.tripRequest>;
export type TripTime = z.infer<typeof TripSchema.tripTime>;
export type Fare = z.infer<typeof TripSchema.fare>;
export type Quote = z.infer<typeof TripSchema.quote>;
export type OfferReason = z.infer<typeof TripSchema.offerReason>;
export type Alternative = z.infer<typeof TripSchema.alternative>;
export type Refusal = z.infer<typeof TripSchema.refusal>;
export type QuoteAnswer = z.infer<typeof TripSchema.quoteAnswer>;
export type Booking = z.infer<typeof TripSchema.booking>;
export type BookingPage = z.infer<typeof BookingsSchema.bookingPage>;
export type BookingLine = z.infer<typeof BookingsSchema.bookingLine>;
export type Waiting = z.infer<typeof WaitingSchema.waiting>;
export type VainWaiting = z.infer<typeof WaitingSchema.vainWaiting>;
export type WaitingTasks = z.infer<typeof WaitingSchema.waitingTasks>;
export type InstructionAnswer = z.infer<typeof InstructionSchema.instructionAnswer>;
export type Instruction = z.infer<typeof InstructionSchema.instruction>;
export type IntakeNotice = z.infer<typeof IntakeSchema.intakeNotice>;
export type IntakeStop = z.infer<typeof IntakeSchema.intakeStop>;
export type Session = z.infer<typeof PersonSchema.session>;
export type MemberSummary = z.infer<typeof PersonSchema.memberSummary>;
export type NewMember = z.input<typeof PersonSchema.newMember>;
export type CallOutcome = z.infer<typeof CallsSchema.callOutcome>;
export type CallRecord = z.infer<typeof CallsSchema.callRecord>;
export type CallEnd = z.infer<typeof CallsSchema.callEnd>;
export type TripDoubt = z.infer<typeof CallsSchema.doubt>;
export type Delegate = z.infer<typeof CallsSchema.delegate>;
export type NewDelegate = z.input<typeof CallsSchema.newDelegate>;
export type RunSheet = z.infer<typeof PaperSchema.runSheet>;
export type CrewDay = z.infer<typeof CrewSchema.crewDay>;
export type CrewFinding = z.infer<typeof CrewSchema.crewFinding>;
export type RollCallStand = z.infer<typeof CrewSchema.rollCallStand>;
export type Driver = z.infer<typeof CrewSchema.driver>;
export type NewDriver = z.input<typeof CrewSchema.newDriver>;
export type Device = z.infer<typeof TerminalSchema.device>;
export type NewDevice = z.input<typeof TerminalSchema.newDevice>;
export type MyShift = z.infer<typeof TerminalSchema.myShift>;
export type RollCall = z.infer<typeof RollCallSchema.rollCall>;
export type DutyRecord = z.infer<typeof DutyRecordSchema.dutyRecord>;
export type TerminalReport = z.infer<typeof TerminalStateSchema.terminalReport>;
export type DutyClosing = z.infer<typeof DutyRecordSchema.dutyClosing>;
export type MemberPage = z.infer<typeof MemberCareSchema.memberPage>;
export type MemberWish = z.input<typeof MemberCareSchema.memberWish>;
export type MemberStanding = z.infer<typeof MemberCareSchema.standing>;
export type NoShowDeed = z.infer<typeof MemberCareSchema.noShowDeed>;
export type DelayList = z.infer<typeof DelaySchema.delayList>;
export type DriverMessage = z.infer<typeof DriverMessageSchema.driverMessage>;
export type Notice = z.infer<typeof NoticeSchema.notice>;
export type NoticeChannel = z.infer<typeof NoticeSchema.channel>;
export type DutySheet = z.infer<typeof DutySchema.dutySheet>;
export type TripTask = z.infer<typeof DutySchema.tripTask>;
export type TaskRider = z.infer<typeof DutySchema.taskRider>;
export type TaskEventInput = z.input<typeof DutySchema.taskEventInput>;
export type Board = z.infer<typeof BoardSchema.board>;
export type UsageReport = z.infer<typeof BoardSchema.usageReport>;
export type RecurringTerms = z.infer<typeof RecurringSchema.recurringTerms>;
export type RecurringWish = z.infer<typeof RecurringSchema.recurringWish>;
export type RecurringRide = z.infer<typeof RecurringSchema.recurringRide>;
export type RecurringOutlook = z.infer<typeof RecurringSchema.recurringOutlook>;
export type RecurringTask = z.infer<typeof RecurringSchema.recurringTasks>["tasks"][number];
export type Demand = z.infer<typeof DemandSchema.demand>;
export type BoardingRecord = z.infer<typeof BoardSchema.boardingRecord>;
export type BookingHistory = z.infer<typeof PastSchema.bookingHistory>;
export type PastDay = z.infer<typeof PastSchema.pastDay>;
