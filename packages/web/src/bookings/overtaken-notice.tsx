import type { Booking, BookingPage } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useFormat } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { useBookingWords } from "./booking-words.ts";
import { differences, type Part } from "./differences.ts";

/** What somebody else has made of the booking meanwhile, beside what was seen; the reader decides what becomes of it. */
export function OvertakenNotice({
  seen,
  now,
  onLeave,
  onGoOn,
}: {
  seen: { readonly booking: Booking };
  now: BookingPage;
  onLeave: () => void;
  /** Absent where nothing can be done to the booking any more. */
  onGoOn: (() => void) | undefined;
}) {
  const { overtaken: t, roles } = useMessages(bookingsMessages);
  const format = useFormat();
  const { lastAct } = now;
  return (
    <Notice tone="warning" title={t.title}>
      {lastAct !== null && (
        <p>{t.who(format.dateTime(lastAct.at), lastAct.by ?? roles[lastAct.role] ?? lastAct.role)}</p>
      )}
      <p className="mb-2">{t.lead}</p>
      <ScrollFrame label={t.region}>
        <table className="w-full min-w-[30rem] border-collapse text-left">
          <thead>
            <tr>
              {[t.what, t.seen, t.now].map((name) => (
                <th key={name} scope="col" className="border-b border-edge px-2 py-1 align-top">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences(seen.booking, now.booking).map((part) => (
              <Row key={part} part={part} seen={seen.booking} now={now.booking} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button size="medium" onClick={onLeave}>
          {t.leave}
        </Button>
        {onGoOn !== undefined && (
          <Button size="medium" look="outline" onClick={onGoOn}>
            {t.goOn}
          </Button>
        )}
      </div>
    </Notice>
  );
}

function Row({ part, seen, now }: { part: Part; seen: Booking; now: Booking }) {
  const t = useMessages(bookingsMessages);
  const words = useBookingWords();
  const textOf = ({ state, trip, promise }: Booking): string =>
    ({
      state: () => t.states[state],
      trip: () => words.route(trip),
      time: () => words.wish(trip),
      party: () => words.party(trip),
      promise: () => words.promise(promise),
    })[part]();
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="px-2 py-1 align-top font-bold">
        {t.overtaken.fields[part]}
      </th>
      <td className="px-2 py-1 align-top">{textOf(seen)}</td>
      <td className="bg-yellow-50 px-2 py-1 align-top font-bold">{textOf(now)}</td>
    </tr>
  );
}
