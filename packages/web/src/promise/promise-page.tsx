import type { PublishedMonth, ServicePromise } from "@noriai/api";
import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { promiseMessages } from "../messages/promise/index.ts";
import { useRead } from "../read.ts";
import { percentOf } from "../report/percent.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { weekdayRuns } from "./weekday-runs.ts";

/** What the service promises everybody, in plain words from its own settings, and how it was kept. */
export function PromisePage() {
  const t = useMessages(promiseMessages);
  const { tenant, service } = useTenancy();
  const { data, error, refetch } = useRead("getServicePromise", { params: { tenant } });
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-8">
      <div>
        <PageTitle title={t.title} />
        <p className="mt-2 text-lg">{t.lead(service.name)}</p>
      </div>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <>
          <Promises promise={data} />
          <Results promise={data} />
        </>
      )}
    </div>
  );
}

function Promises({ promise }: { promise: ServicePromise }) {
  const { promises: t } = useMessages(promiseMessages);
  const { phoneNumber } = useTenancy().service;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises" className="mb-3 text-xl font-bold">
        {t.title}
      </h2>
      <dl className="flex flex-col gap-4 rounded-12 border border-line bg-white p-5 text-lg">
        <Fact name={t.hours}>
          <Week week={promise.week} />
          {promise.restsOnHolidays ? t.holidays.rests : t.holidays.runs}
        </Fact>
        <Fact name={t.window}>{t.windowIs(minutesOf(promise.pickupWindow))}</Fact>
        <Fact name={t.departure}>{t.departureIs}</Fact>
        <Fact name={t.arrival}>{t.arrivalIs(minutesOf(promise.earlyArrival))}</Fact>
        <Fact name={t.ride}>
          {t.rideIs(String(promise.rideFactorPermille / 1000), minutesOf(promise.rideOffset))}
        </Fact>
        <Fact name={t.late}>{t.lateIs}</Fact>
        <Fact name={t.phone}>
          <a
            href={`tel:${phoneNumber.replace(/[^\d+]/g, "")}`}
            className="inline-flex min-h-11 items-center font-bold whitespace-nowrap text-key-900 underline"
          >
            {phoneNumber}
          </a>
        </Fact>
      </dl>
    </section>
  );
}

const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-5 sm:grid-cols-[17rem_1fr]">
      <dt className="text-base text-quiet sm:pt-0.5">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Week({ week }: { week: ServicePromise["week"] }) {
  const { promises: t } = useMessages(promiseMessages);
  const { wall } = useFormat();
  const nameOf = (weekday: number) => t.weekdays[weekday - 1]!;
  const daysOf = (weekdays: readonly number[]) =>
    t.days(
      weekdayRuns(weekdays).map(([first, last]) =>
        first === last ? nameOf(first) : t.daysFromTo(nameOf(first), nameOf(last)),
      ),
    );
  const hoursOf = (hours: ServicePromise["week"][number]["hours"]) =>
    t.days(hours.map(({ from, to }) => t.between(wall(from), wall(to))));
  return week.map(({ weekdays, hours }) => (
    <span key={weekdays.join()} className="block font-bold">
      {t.onDays(daysOf(weekdays), hoursOf(hours))}
    </span>
  ));
}

function Results({ promise: { lastMonth, thisMonth } }: { promise: ServicePromise }) {
  const { results: t } = useMessages(promiseMessages);
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="mb-3 text-xl font-bold">
        {t.title}
      </h2>
      <div className="grid gap-5 md:grid-cols-2">
        <Month name={t.lastMonth} month={lastMonth} />
        {thisMonth === null ? (
          <p className="text-lg">{t.notYet}</p>
        ) : (
          <Month name={t.thisMonth} month={thisMonth} />
        )}
      </div>
      <h3 className="mt-6 mb-1 text-lg font-bold">{t.how}</h3>
      <ul className="list-disc pl-6">
        {t.howLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Month({ name, month }: { name: string; month: PublishedMonth }) {
  const { results: t } = useMessages(promiseMessages);
  const format = useFormat();
  const count = (value: PublishedMonth["rides"]) => (typeof value === "number" ? t.count(value) : t.few);
  const share = (permille: number | null) =>
    permille !== null ? t.percent(percentOf(permille)) : month.rides === 0 ? t.none : t.few;
  return (
    <div className="rounded-12 border border-line bg-white p-5">
      <h3 className="text-lg font-bold">{name}</h3>
      <p className="mb-3">{t.range(format.serviceDate(month.from), format.serviceDate(month.to))}</p>
      <dl className="flex flex-col gap-3">
        <Figure name={t.rides} value={count(month.rides)} />
        <Figure name={t.pickups} value={share(month.pickupsKeptPermille)} />
        <Figure name={t.arrivals} value={share(month.arrivalsKeptPermille)} />
        <Figure name={t.calledOff} value={count(month.calledOff)} />
      </dl>
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="phrase">{name}</dt>
      <dd className="text-xl font-bold tabular-nums">{value}</dd>
    </div>
  );
}
