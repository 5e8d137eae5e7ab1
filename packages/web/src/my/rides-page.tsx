import type { MyRides } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { HomeLink } from "./my-doors.tsx";
import { RideLine } from "./ride-line.tsx";
import { ridesByMonth } from "./rides-by-month.ts";

/** The rides of a year with what was paid, month by month, to be read and to be printed. */
export function RidesPage() {
  const { rides: t } = useMessages(myMessages);
  const { tenant } = useTenancy();
  const [year, setYear] = useState<number>();
  const query = year === undefined ? {} : { year };
  const { data, error, refetch } = useRead("listMyRides", { params: { tenant }, query });
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <div>
        <PageTitle title={t.title} />
        <p className="text-lg">{t.lead}</p>
      </div>
      {data !== undefined ? (
        <>
          <YearChoice rides={data} onChoose={setYear} />
          <Year rides={data} />
        </>
      ) : error !== null ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <HomeLink />
    </div>
  );
}

function YearChoice({
  rides: { year, years },
  onChoose,
}: {
  rides: MyRides;
  onChoose: (year: number) => void;
}) {
  const { rides: t } = useMessages(myMessages);
  const all = [...new Set([year, ...years])].sort((a, b) => b - a);
  return (
    <div className="no-print flex flex-wrap items-end justify-between gap-3">
      <SelectField label={t.year} value={year} onChange={({ target }) => onChoose(Number(target.value))}>
        {all.map((each) => (
          <option key={each} value={each}>
            {t.yearOption(each)}
          </option>
        ))}
      </SelectField>
      <Button look="outline" onClick={() => print()}>
        {t.print}
      </Button>
    </div>
  );
}

function Year({ rides: { year, rides, totals } }: { rides: MyRides }) {
  const { rides: t } = useMessages(myMessages);
  const format = useFormat();
  const { displayName } = useSession();
  const now = useNow();
  return (
    <>
      <div className="rounded-12 bg-key-50 px-5 py-4">
        <p className="text-base">{t.printed(displayName, format.date(now))}</p>
        <p className="text-xl font-bold">
          {t.yearOption(year)} <span className="ml-3">{t.total(totals.rides, format.yen(totals.paid))}</span>
        </p>
      </div>
      {rides.length === 0 && <p className="text-lg">{t.none}</p>}
      {ridesByMonth(rides).map(({ month, rides: ofMonth, ridden, paid }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="text-xl font-bold">
            {t.month(month)}
            <span className="ml-4 text-base font-normal">{t.total(ridden, format.yen(paid))}</span>
          </h2>
          <ul className="divide-y divide-line">
            {ofMonth.map((ride) => (
              <RideLine key={ride.bookingId} ride={ride} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
