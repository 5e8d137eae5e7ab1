import { HistoryEntries } from "../board/history/history-entries.tsx";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Everything that was decided, done and told about a booking, as the board shows it. */
export function BookingHistory({ bookingId }: { bookingId: string }) {
  const { history: t } = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getBookingHistory", { params: { tenant, bookingId } });
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">{t.title}</h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <HistoryEntries history={data} />}
    </section>
  );
}
