import type { PastDay } from "@noriai/api";
import { messageText } from "../driver-messages/words.ts";
import { useMessages } from "../language.tsx";
import { callMessages } from "../messages/calls/index.ts";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { pastMessages } from "../messages/past/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";

/** Calls because a promise failed, as they were made. */
export function CallList({ day: { calls } }: { day: PastDay }) {
  const t = useMessages(pastMessages).calls;
  const { time } = useFormat();
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {calls.length === 0 ? (
        <p className="text-quiet">{t.none}</p>
      ) : (
        <ul className="list-disc pl-6 tabular-nums">
          {calls.map(({ at, boardingCode, outcome, by }) => (
            <li key={`${at} ${boardingCode}`}>{t.line(time(at), boardingCode, t[outcome], by)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Messages between the control room and the drivers, and when they were read. */
export function MessageList({ day: { messages } }: { day: PastDay }) {
  const t = useMessages(pastMessages).messages;
  const words = useMessages(driverMessagesMessages);
  const { time } = useFormat();
  const { vehicles } = useTenancy().service;
  const vehicle = (id: string | null) => vehicles.find((one) => one.id === id)?.name ?? "";
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {messages.length === 0 ? (
        <p className="text-quiet">{t.none}</p>
      ) : (
        <ul className="list-disc pl-6 tabular-nums">
          {messages.map((message) => (
            <li key={message.id}>
              {time(message.sentAt)}　
              {message.to === "driver"
                ? words.toDriver(vehicle(message.vehicleId))
                : words.fromDriver(vehicle(message.vehicleId))}
              　{messageText(message, words)}　
              {message.readAt === null ? words.unread : words.read(time(message.readAt))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The calls at the phone desk, without who called. */
export function PhoneCallList({ day: { phoneCalls } }: { day: PastDay }) {
  const t = useMessages(pastMessages).phoneCalls;
  const { outcomes, log } = useMessages(callMessages);
  const { time } = useFormat();
  const worded: Readonly<Record<string, string>> = outcomes;
  const cameOf = ({ answered, outcome }: PastDay["phoneCalls"][number]): string => {
    if (!answered) return log.missed;
    return outcome === null ? t.notNoted : (worded[outcome] ?? outcome);
  };
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title(phoneCalls.length)}</h2>
      {phoneCalls.length === 0 ? (
        <p className="text-quiet">{t.none}</p>
      ) : (
        <ul className="list-disc pl-6 tabular-nums">
          {phoneCalls.map((call, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls that were made stay where they are
            <li key={k}>
              {time(call.beganAt)}
              {call.endedAt !== null && `〜${time(call.endedAt)}`}　{cameOf(call)}
              {call.bookings > 0 && `　${t.bookings(call.bookings)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Wishes for the day that came to nothing. */
export function RefusalList({ day: { refusals } }: { day: PastDay }) {
  const t = useMessages(pastMessages).refusals;
  const { dateTime, time } = useFormat();
  const { stops } = useTenancy().service;
  const stop = (id: string) => stops.find((one) => one.id === id)?.name ?? id;
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {refusals.length === 0 ? (
        <p className="text-quiet">{t.none}</p>
      ) : (
        <ul className="list-disc pl-6 tabular-nums">
          {refusals.map(({ at, trip }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was refused stays where it is
            <li key={k}>{t.line(dateTime(at), stop(trip.from), stop(trip.to), time(trip.time.at))}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
