import type { DelayCause, NoticeKind } from "@noriai/booking";

/** The writing of notices in one language. Nobody's name stands in a notice: it may be read by others on a shared phone. */
export interface NoticeSentences {
  readonly date: (month: number, day: number, weekday: number) => string;
  readonly time: (hour: number, minute: number) => string;
  readonly titles: Readonly<Record<NoticeKind, string>>;
  readonly titleToHelper: (title: string) => string;
  /** Whose ride it is, before all else. */
  readonly toHelper: string;
  readonly ride: (date: string, from: string, to: string) => string;
  readonly pickup: (from: string, to: string) => string;
  readonly arrival: (at: string) => string;
  readonly code: (code: string) => string;
  readonly confirmed: string;
  readonly changed: string;
  readonly cancelled: string;
  readonly cancelledAsAsked: string;
  readonly ifNotYou: string;
  readonly vehicleChanged: string;
  readonly vehicle: (name: string, colour: string, plate: string) => string;
  readonly delayed: (minutes: number, cause: DelayCause) => string;
  readonly reminder: string;
  readonly ifNotRiding: string;
  readonly sorry: string;
  readonly standsForNow: string;
  readonly freePlace: (answerBy: string) => string;
  readonly ask: (phone: string) => string;
  readonly noReply: string;
}
