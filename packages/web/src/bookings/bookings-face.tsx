import { useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useLast } from "../ui/use-last.ts";
import { wallTimeOf } from "../wall-time.ts";
import { type BookingFilter, firstFilter, queryOf } from "./booking-filter.ts";
import { BookingLines } from "./booking-lines.tsx";
import { FilterForm } from "./filter-form.tsx";
import { Pager } from "./pager.tsx";

/** Every booking of a range of days (予約一覧), filtered, page by page. 仕様書 5-(4)-③ */
export function BookingsFace() {
  const t = useMessages(bookingsMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [chosen, choose] = useState<BookingFilter>();
  const [page, turnTo] = useState(1);
  const filter = chosen ?? firstFilter({ from: today, to: service.days.at(-1)?.serviceDate ?? today });
  const {
    data: found,
    error,
    refetch,
  } = useRead("listBookings", { params: { tenant }, query: queryOf(filter, page) });
  const data = useLast(found);
  const filterBy = (next: BookingFilter) => {
    turnTo(1);
    choose(next);
  };
  return (
    <>
      <PageTitle title={t.title} className="mb-4" />
      <FilterForm filter={filter} onChange={filterBy} />
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <>
          <p role="status" className="mb-2 text-lg tabular-nums">
            {t.count(data.total)}
          </p>
          {data.bookings.length === 0 ? (
            <p className="rounded-12 bg-surface p-6">{t.none}</p>
          ) : (
            <BookingLines bookings={data.bookings} />
          )}
          <Pager page={data.page} pages={data.pages} onTurn={turnTo} />
        </>
      )}
    </>
  );
}
