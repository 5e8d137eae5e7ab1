import type { Branded } from "./branded.ts";

/** A municipality's own slug, as in its address: "ube-demo". */
export type TenantId = Branded<string, "TenantId">;
export type ServiceId = Branded<string, "ServiceId">;
export type StopId = Branded<string, "StopId">;
export type VehicleId = Branded<string, "VehicleId">;
/** One vehicle's stint of work on one service date (乗務). */
export type DutyId = Branded<string, "DutyId">;
export type MemberId = Branded<string, "MemberId">;
export type AccountId = Branded<string, "AccountId">;
export type QuoteId = Branded<string, "QuoteId">;
export type OfferId = Branded<string, "OfferId">;
export type BookingId = Branded<string, "BookingId">;
export type RefusalId = Branded<string, "RefusalId">;
/** A stop of intake (新規予約受付停止), not a stop where one boards. */
export type IntakeStopId = Branded<string, "IntakeStopId">;
/** A recurring wish (定期予約). */
export type RecurringId = Branded<string, "RecurringId">;
export type EventId = Branded<string, "EventId">;
/** A driver of the register (乗務員台帳); one person, whichever account. */
export type DriverId = Branded<string, "DriverId">;
/** A terminal of the device register (端末台帳). */
export type DeviceId = Branded<string, "DeviceId">;
/** The log of one tablet (端末の記録); the tablet makes its id. */
export type DeviceLogId = Branded<string, "DeviceLogId">;
/** A message between the control room and a driver's terminal. */
export type DriverMessageId = Branded<string, "DriverMessageId">;
/** Something that a rider is to be told (お知らせ). */
export type NoticeId = Branded<string, "NoticeId">;
/** One way to reach a member: an e-mail address, a mobile number, a browser. */
export type ChannelId = Branded<string, "ChannelId">;
/** A wish that waits for room (キャンセル待ち). */
export type WaitingId = Branded<string, "WaitingId">;

/** Something to be mended at a stop (乗降ポイントの要対応). */
export type StopTaskId = Branded<string, "StopTaskId">;

/** A one-time code (確認コード) on its way to whoever asked for it. */
export type CodeId = Branded<string, "CodeId">;
/** One sign-in at one browser, as its owner sees it in the list. */
export type SessionId = Branded<string, "SessionId">;
export type PasskeyId = Branded<string, "PasskeyId">;

/** Makes a new, never repeated id. The composition root gives it; tests give a counter. */
export type NewId = () => string;
