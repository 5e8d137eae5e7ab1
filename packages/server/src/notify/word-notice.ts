import type { NoticeContent, NoticeRide, Service } from "@noriai/booking";
import { type EpochSeconds, never, type StopId, timeOfDayOf, weekdayOf } from "@noriai/kernel";
import type { NoticeLanguage } from "@noriai/store";
import { en } from "./words/en.ts";
import { ja } from "./words/ja.ts";
import { jaEasy } from "./words/ja-easy.ts";
import type { NoticeSentences } from "./words/sentences.ts";

const SENTENCES: Readonly<Record<NoticeLanguage, NoticeSentences>> = { ja, "ja-easy": jaEasy, en };

/** A notice in words: what it is about, and its lines, the last of them whom to ask. */
export interface WordedNotice {
  readonly title: string;
  readonly lines: readonly string[];
  /** For letters: that nobody reads answers. */
  readonly noReply: string;
}

/** Words a notice for the riders of one service. Holds no name: a helper is told that it is not about their own ride. */
export function wordNotice({
  content,
  language,
  service,
  toHelper,
}: {
  readonly content: NoticeContent;
  readonly language: NoticeLanguage;
  readonly service: Service;
  readonly toHelper: boolean;
}): WordedNotice {
  const t = SENTENCES[language];
  const { noReply } = t;
  const title = t.titles[content.kind];
  const lines = [...linesOf(content, { t, service }), t.ask(service.phoneNumber)];
  if (!toHelper) return { title, lines, noReply };
  return { title: t.titleToHelper(title), lines: [t.toHelper, ...lines], noReply };
}

interface Wording {
  readonly t: NoticeSentences;
  readonly service: Service;
}

function linesOf(content: NoticeContent, how: Wording): readonly string[] {
  const { t, service } = how;
  const ride = rideLines(content.ride, how);
  switch (content.kind) {
    case "booking-confirmed":
      return [t.confirmed, ...ride, t.code(content.boardingCode)];
    case "booking-changed":
      return [t.changed, ...ride, t.code(content.boardingCode)];
    case "booking-cancelled":
      return [t.cancelled, ...ride];
    case "cancelled-as-asked":
      return [t.cancelledAsAsked, ...ride, t.ifNotYou];
    case "vehicle-changed": {
      const vehicle = service.vehicles.find(({ id }) => id === content.vehicleId);
      const which = vehicle ? [t.vehicle(vehicle.name, vehicle.colour, vehicle.plate)] : [];
      return [t.vehicleChanged, ...ride, ...which];
    }
    case "delayed":
      return [
        t.delayed(Math.ceil(content.lateBy / 60), content.cause ?? "other"),
        ...rideLines({ ...content.ride, ...content.tell }, how),
        t.sorry,
      ];
    case "reminder":
      return [t.reminder, ...ride, t.code(content.boardingCode), t.ifNotRiding];
    case "intake-stopped":
      return [content.notice, t.standsForNow, ...ride];
    case "waiting-offer":
      return [...ride, t.freePlace(timeIn(content.answerBy, how))];
    default:
      return never(content);
  }
}

function rideLines(ride: NoticeRide, how: Wording): readonly string[] {
  const { t, service } = how;
  const nameOf = (stop: StopId) => service.stops.find(({ id }) => id === stop)?.name ?? stop;
  const [, month, day] = ride.serviceDate.split("-").map(Number) as [number, number, number];
  return [
    t.ride(t.date(month, day, weekdayOf(ride.serviceDate)), nameOf(ride.from), nameOf(ride.to)),
    t.pickup(timeIn(ride.pickupFrom, how), timeIn(ride.pickupTo, how)),
    t.arrival(timeIn(ride.arriveBy, how)),
  ];
}

function timeIn(at: EpochSeconds, { t, service }: Wording): string {
  const [hour, minute] = timeOfDayOf(at, service.timeZone).split(":").map(Number) as [number, number];
  return t.time(hour, minute);
}
